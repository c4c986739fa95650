import { Option } from 'commander'
import { parseText } from '../arguments/parse-port.ts'
import type { Registration } from '../arguments/subcommand.ts'
import { addDirectoryOptions } from '../provision/command.ts'
import { type TeardownOptions, usualOut } from '../provision/provision-options.ts'

const details = `
Removes exactly what FILE.record.json lists, even after an interrupted run:
first the objects, then what a soft delete leaves of them, then the files. It
leaves an object alone if its name differs from the recorded one. Objects that
are already gone count as removed. The record is removed last, so you can run
the command again.

Microsoft Graph does not let you permanently delete the principal of a
blueprint: it stays among the deleted objects for 30 days, and the command says
so. If you may delete objects but not delete them permanently, add
--leave-deleted.

The record names the tenant. The command compares it with the token and with
GET /organization. It signs in like \`agentid provision\`.

Examples:
  agentid teardown --dry-run
  agentid teardown
  agentid teardown --out live.env
  agentid teardown --record /backup/agentid.env.record.json

Exit code: 0 everything removed, 1 failed, 2 usage or tenant guard, 130 Ctrl-C.`

export function registerTeardown({ program, surroundings, finish }: Registration): void {
  const command = program
    .command('teardown')
    .description('remove what provision created, and nothing else')
    .option('--out <file>', 'file of variables that provision wrote', parseText, usualOut)
    .addOption(
      new Option('--record <file>', 'record of that run (default: FILE.record.json)')
        .argParser(parseText)
        .conflicts('out'),
    )
    .option('--leave-deleted', 'do not permanently delete soft-deleted objects', false)
  addDirectoryOptions(command)
    .addHelpText('after', details)
    .action(async (options: TeardownOptions) => {
      const { runTeardown } = await import('./run-teardown.ts')
      finish(await runTeardown(options, surroundings))
    })
}
