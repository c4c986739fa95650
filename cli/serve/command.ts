import { parsePort, parseText } from '../arguments/parse-port.ts'
import type { Registration } from '../arguments/subcommand.ts'
import { addPublicHost } from './public-host.ts'
import type { ServeOptions } from './serve-options.ts'

const examples = `
Examples:
  agentid serve                    HTTPS on port 8443; prints what to set
  agentid serve --port 0 --json    for programs; the first line is JSON
  agentid serve --http-port 8080   also HTTP, for managed identity and curl
  agentid serve --directory tenants.json
  agentid serve --state mock.db    the next start finds what you wrote

Other users of this machine can reach a mock on 127.0.0.1. With --control-token
they cannot control it. Name a file rather than the token itself: the list of
processes shows the options of each program.

--state keeps tenants and their objects. The mock writes each change to disk
before it answers, so you lose nothing when you kill it. FILE holds secrets in
clear text, so only its owner can read it (mode 0600). While a mock runs,
FILE-wal is part of FILE. The mock does not keep clocks, faults, lag, chaos,
lifetimes, rotated keys or the journal. Once FILE holds a directory, the mock
serves that one, ignores --directory and says so on stderr. Without --state,
the mock keeps everything in memory.

This is a test tool. Never use it as a production identity provider.`

export function registerServe({ program, finish }: Registration): void {
  program
    .command('serve')
    .description('run the mock identity provider')
    .option('--host <host>', 'address to listen on', parseText, '127.0.0.1')
    .option('--port <number>', 'HTTPS port (0 picks a free one)', parsePort, 8443)
    .option('--http-port <number>', 'also listen for HTTP on this port', parsePort)
    .option(
      '--directory <file>',
      'tenants and objects to serve (default: the seeded ones)',
      parseText,
    )
    .option('--state <file>', 'file that keeps tenants and objects (default: memory)', parseText)
    .option('--ca-dir <dir>', 'folder for the certificate authority', parseText)
    .option('--allow-remote', 'allow addresses that other machines can reach', false)
    .option(
      '--public-host <name>',
      'name by which others reach the mock; repeat it for more',
      addPublicHost,
    )
    .option(
      '--control-token <token>',
      'bearer token that the control API demands, or a file that holds it',
      parseText,
    )
    .option('--no-console', 'serve no page for people at /')
    .option('--exit-with-parent', 'end when standard input is closed', false)
    .option('--json', 'print one line of JSON when ready', false)
    .addHelpText('after', examples)
    .action(async (options: ServeOptions) => {
      const { runServe } = await import('./run-serve.ts')
      finish(await runServe(options))
    })
}
