import { parsePort, parseText } from '../arguments/parse-port.ts'
import type { Registration } from '../arguments/subcommand.ts'
import type { ServeOptions } from './serve-options.ts'

const examples = `
Examples:
  agentid serve                    https on port 8443; prints what to set
  agentid serve --port 0 --json    for a program: one line of JSON comes first
  agentid serve --http-port 8080   also http, for managed identity and curl
  agentid serve --directory tenants.json
  agentid serve --state mock.db    what was written is there at the next start

--state keeps tenants and their objects. A write is on the disk before it is
answered, so a mock that is killed loses none. FILE holds secrets in clear text
and is closed to others (0600); while a mock runs, FILE-wal belongs to it.
Clocks, faults, lag, chaos, lifetimes, rotated keys and the journal are not
kept. Once FILE holds a directory, that one is served, and --directory has no
effect; a line on stderr says so. Without --state all is kept in memory.

It is a test tool, never a production identity provider.`

export function registerServe({ program, finish }: Registration): void {
  program
    .command('serve')
    .description('run the mock identity provider')
    .option('--host <host>', 'address to listen on', parseText, '127.0.0.1')
    .option('--port <number>', 'port of https; 0 takes a free one', parsePort, 8443)
    .option('--http-port <number>', 'also listen for http on this port', parsePort)
    .option('--directory <file>', 'tenants and objects, instead of the seeded ones', parseText)
    .option('--state <file>', 'keep tenants and objects in this file; default: memory', parseText)
    .option('--ca-dir <dir>', 'where the certificate authority is kept', parseText)
    .option('--allow-remote', 'allow an address that other machines can reach', false)
    .option('--json', 'print one line of JSON when ready', false)
    .addHelpText('after', examples)
    .action(async (options: ServeOptions) => {
      const { runServe } = await import('./run-serve.ts')
      finish(await runServe(options))
    })
}
