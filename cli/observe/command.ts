import { Option } from 'commander'
import { parseText } from '../arguments/parse-port.ts'
import type { Registration } from '../arguments/subcommand.ts'
import { managedIdentitySources, type ObserveOptions } from './observe-options.ts'

const details = `
The program runs as it is, without a shell. Variables lead its SDK to the mock
and make it trust the mock; every host but those of Microsoft Entra, Microsoft
Graph and this machine is refused and reported. It gets, over its own:
  AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET
                 a blueprint of the mock; yours stay if AZURE_TENANT_ID names a
                 tenant that the mock knows (--directory)
  AGENTID_*      that blueprint with its agent identities; yours are left out
What names a managed identity of this machine is left out.

What it writes is passed on, through pipes, and searched for secrets and tokens.

Examples:
  agentid observe -- node app.js
  agentid observe --directory tenants.json -- python3 agent.py --once
  agentid observe --managed-identity app-service -- ./agent
  agentid observe --json -- node app.js > observation.json

Ctrl-C ends the program; it is judged all the same.
Exit code: 0 no MUST finding, 1 MUST findings, 2 could not be judged.`

export function registerObserve({ program, finish }: Registration): void {
  program
    .command('observe')
    .description('run any program against the mock and judge what it sends')
    .argument('<command...>', 'the program and its arguments, behind --')
    .option('--directory <file>', 'tenants and objects, instead of the seeded ones', parseText)
    .option('--ca-dir <dir>', 'where the certificate authority is kept', parseText)
    .addOption(
      new Option('--managed-identity <source>', 'where the program finds one')
        .choices(managedIdentitySources)
        .default('imds'),
    )
    .option('--strict', 'SHOULD findings fail too', false)
    .option('--json', 'print one JSON document; its stdout goes to stderr', false)
    .addHelpText('after', details)
    .action(async (command: readonly string[], options: ObserveOptions) => {
      const { runObserve } = await import('./run-observe.ts')
      finish(await runObserve(command, options))
    })
}
