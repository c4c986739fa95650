import { Option } from 'commander'
import { collectName } from '../arguments/collect-name.ts'
import { parseText } from '../arguments/parse-port.ts'
import type { Registration } from '../arguments/subcommand.ts'
import { managedIdentitySources, type ObserveOptions } from './observe-options.ts'

const details = `
Your program runs unchanged and without a shell. Environment variables redirect
its SDK to the mock and make it trust the mock. Connections to any host other
than Microsoft Entra, Microsoft Graph and this machine are refused and
reported. That redirects a program and is no sandbox: one that ignores the
variables can still reach any host. --isolate runs the command, its mock and
the program in a network namespace that has nothing but loopback.

The program inherits only what it needs to run: its path, language, terminal,
temporary folder and runtimes. Everything else stays out, because it may be a
credential; pass a variable by name with --pass-env. These variables are those
of the mock, whatever you pass:
  AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET
                 a blueprint of the mock; yours come if AZURE_TENANT_ID names a
                 tenant that the mock knows (--directory)
  AGENTID_*      that blueprint and its agent identities
Variables that name a managed identity of this machine never reach it.

The program's output is passed on through pipes and searched for secrets and
tokens.

Programs that cannot be redirected, such as one with its own trust store, reach
the mock only if you set their authority to AGENTID_AUTHORITY_HOST and make
them trust AGENTID_CA_FILE.

Examples:
  agentid observe -- node app.js
  agentid observe --directory tenants.json -- python3 agent.py --once
  agentid observe --managed-identity app-service -- ./agent
  agentid observe --pass-env DATABASE_URL -- ./agent
  agentid observe --isolate -- ./agent
  agentid observe --json -- node app.js > observation.json

Ctrl-C ends the program; the command still judges it.
Exit code: 0 no MUST finding, 1 MUST findings, 2 could not be judged.`

export function registerObserve({ program, finish }: Registration): void {
  program
    .command('observe')
    .description('run any program against the mock and judge what it sends')
    .argument('<command...>', 'program and its arguments, after --')
    .option(
      '--directory <file>',
      'tenants and objects to serve (default: the seeded ones)',
      parseText,
    )
    .option('--ca-dir <dir>', 'folder for the certificate authority', parseText)
    .addOption(
      new Option('--managed-identity <source>', 'kind of managed identity endpoint')
        .choices(managedIdentitySources)
        .default('imds'),
    )
    .option('--pass-env <name>', 'variable that the program inherits (repeatable)', collectName)
    .option('--isolate', 'run it where there is no network (Linux)', false)
    .option('--strict', 'fail on SHOULD findings too', false)
    .option('--json', "print one JSON document; the program's stdout goes to stderr", false)
    .addHelpText('after', details)
    .action(async (command: readonly string[], options: ObserveOptions) => {
      const { runObserve } = await import('./run-observe.ts')
      finish(await runObserve(command, options))
    })
}
