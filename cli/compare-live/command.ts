import { parseText } from '../arguments/parse-port.ts'
import type { Registration } from '../arguments/subcommand.ts'
import type { CompareLiveOptions } from './run-compare-live.ts'

const details = `
This command runs the recorded scenarios on the mock, in this process, and
compares every answer with the recorded one, rule by rule. It compares the
status, error and number of a refusal, the claims of a token and their shapes,
the members of other answers, and these headers: cache-control, pragma,
expires, content-type, retry-after, www-authenticate, x-ms-request-id (its
shape), client-request-id, x-content-type-options, strict-transport-security,
p3p, access-control-allow-origin and -methods; for Microsoft Graph also
request-id, odata-version, location and preference-applied. It ignores order,
request ids, and time differences of less than a minute. For objects of
Microsoft Graph it compares only the members and their JSON types, because the
values belong to each tenant.

Examples:
  agentid conformance --target live --save-evidence live-evidence
  agentid compare-live live-evidence
  agentid compare-live live-evidence --report differences
                                write comparison.json and comparison.md
  agentid compare-live live-evidence --adopt observations.ts
                                write the rules that the tenant confirmed, for
                                mock-idp/rules/observations.ts

Exit code: 0 everything observed agrees, 1 something differs, 2 could not be
compared.`

export function registerCompareLive({ program, surroundings, finish }: Registration): void {
  program
    .command('compare-live')
    .description('compare recorded answers of a tenant with the mock')
    .argument('<evidence>', 'folder that --save-evidence wrote')
    .option('--report <dir>', 'folder for the comparison', parseText)
    .option('--json', 'print the comparison as JSON', false)
    .option('--adopt [file]', 'write the rules that the tenant confirmed to a file')
    .addHelpText('after', details)
    .action(async (evidence: string, options: Omit<CompareLiveOptions, 'evidence'>) => {
      const { runCompareLive } = await import('./run-compare-live.ts')
      finish(await runCompareLive({ ...options, evidence }, surroundings))
    })
}
