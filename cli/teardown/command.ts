import { Option } from 'commander'
import { parseText } from '../arguments/parse-port.ts'
import type { Registration } from '../arguments/subcommand.ts'
import { addDirectoryOptions } from '../provision/command.ts'
import { type TeardownOptions, usualOut } from '../provision/provision-options.ts'

const details = `
Removes exactly what FILE.record.json says was made, also after a run that was
interrupted: objects, then what a soft delete leaves of them, then the files. An
object whose name is not the recorded one is left alone. What is gone already
counts as removed; the record goes last, so that you can run it again.

Microsoft Graph does not remove the principal of a blueprint for good: it stays
among deleted objects for 30 days, and this is said. Whoever may delete but not
remove for good adds --leave-deleted.

The record names the tenant; it is compared with the token and with
GET /organization. Signs in as \`agentid provision\` does.

Examples:
  agentid teardown --dry-run
  agentid teardown
  agentid teardown --out live.env
  agentid teardown --record /backup/agentid.env.record.json

Exit code: 0 all is removed, 1 failed, 2 usage or tenant guard, 130 Ctrl-C.`

export function registerTeardown({ program, surroundings, finish }: Registration): void {
  const command = program
    .command('teardown')
    .description('remove what provision has made, and nothing else')
    .option('--out <file>', 'the file of variables of that run', parseText, usualOut)
    .addOption(
      new Option('--record <file>', 'its record, instead of FILE.record.json')
        .argParser(parseText)
        .conflicts('out'),
    )
    .option('--leave-deleted', 'do not remove soft-deleted objects for good', false)
  addDirectoryOptions(command)
    .addHelpText('after', details)
    .action(async (options: TeardownOptions) => {
      const { runTeardown } = await import('./run-teardown.ts')
      finish(await runTeardown(options, surroundings))
    })
}
