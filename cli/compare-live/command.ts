import { parseText } from '../arguments/parse-port.ts'
import type { Registration } from '../arguments/subcommand.ts'
import type { CompareLiveOptions } from './run-compare-live.ts'

const details = `
The same scenarios run on the mock, in this process, and every answer is held
against the one in the evidence, rule by rule. Compared are the status, error
and number of a refusal, the claims of a token and what they look like, the
members of other answers, and these headers: cache-control, pragma, expires,
content-type, retry-after, www-authenticate, x-ms-request-id (its shape),
client-request-id, x-content-type-options, strict-transport-security, p3p,
access-control-allow-origin and -methods; of Microsoft Graph also request-id,
odata-version, location and preference-applied. Order, ids of requests, and
times within a minute are no difference. Of objects of Microsoft Graph only the
members and their JSON types are compared: what they say is of each tenant.

Examples:
  agentid conformance --target live --save-evidence live-evidence
  agentid compare-live live-evidence
  agentid compare-live live-evidence --report differences
                                comparison.json and comparison.md
  agentid compare-live live-evidence --adopt observations.ts
                                the rules that the tenant confirmed, for
                                mock-idp/rules/observations.ts

Exit code: 0 all that was observed agrees, 1 something differs, 2 cannot be
compared.`

export function registerCompareLive({ program, surroundings, finish }: Registration): void {
  program
    .command('compare-live')
    .description('hold recorded answers of a tenant against those of the mock')
    .argument('<evidence>', 'folder that --save-evidence wrote')
    .option('--report <dir>', 'folder for the comparison', parseText)
    .option('--json', 'print the comparison as JSON', false)
    .option('--adopt [file]', 'write down which rules the tenant confirmed')
    .addHelpText('after', details)
    .action(async (evidence: string, options: Omit<CompareLiveOptions, 'evidence'>) => {
      const { runCompareLive } = await import('./run-compare-live.ts')
      finish(await runCompareLive({ ...options, evidence }, surroundings))
    })
}
