import { parseText } from '../arguments/parse-port.ts'
import type { Registration } from '../arguments/subcommand.ts'

const examples = `
Examples:
  agentid health                               the mock of AGENTID_AUTHORITY_HOST
  agentid health --url http://127.0.0.1:8080   over HTTP, without a certificate

Ends with 0 if a mock answers, and with 1 and the reason if none does.
`

export function registerHealth({ program, surroundings, finish }: Registration): void {
  program
    .command('health')
    .description('ask whether a mock answers, for probes')
    .option(
      '--url <url>',
      'where it listens (default: AGENTID_AUTHORITY_HOST, else https://localhost:8443)',
      parseText,
    )
    .addHelpText('after', examples)
    .action(async (options: { readonly url?: string }) => {
      const { runHealth } = await import('./run-health.ts')
      finish(await runHealth(options, surroundings))
    })
}
