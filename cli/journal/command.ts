import { InvalidArgumentError } from 'commander'
import { parseText } from '../arguments/parse-port.ts'
import type { Registration } from '../arguments/subcommand.ts'
import { addRunningMockOptions, runningMockHelp } from '../running-mock/options.ts'
import type { JournalOptions } from './run-journal.ts'

const details = `${runningMockHelp}

Examples:
  agentid journal                          the last 20 requests, of every tenant
  agentid journal --follow --refused       each refusal as it comes, with what to do
  agentid journal --tenant contoso.example --last 100
  agentid journal --json | jq .outcome     one line of JSON for each request

Secrets are masked, as in the journal itself.
Exit code: 0 told, 2 usage, or no mock answers.`

export function registerJournal({ program, surroundings, finish }: Registration): void {
  const command = program.command('journal').description('tell what a running mock was asked')
  addRunningMockOptions(command)
    .option('--follow', 'go on with what comes, until Ctrl-C', false)
    .option('--tenant <tenant>', 'only of this tenant: its id or domain, or unknown', parseText)
    .option('--client <id>', 'only of this client id', parseText)
    .option('--refused', 'only what was refused, with what to do', false)
    .option('--last <count>', 'how many of the latest to begin with', parseCount, 20)
    .option('--json', 'print one line of JSON for each request', false)
    .addHelpText('after', details)
    .action(async (options: JournalOptions) => {
      const { runJournal } = await import('./run-journal.ts')
      finish(await runJournal(options, surroundings))
    })
}

function parseCount(text: string): number {
  const count = Number(text)
  if (/^\d{1,4}$/.test(text) && count <= 1000) return count
  throw new InvalidArgumentError('Expected a number from 0 to 1000.')
}
