import type { ClientRule } from '../rule.ts'

/** Where a demand on clients has no source but experience. */
export const opinion = 'good practice; no text of Microsoft demands it'
export const flowDocument =
  'MicrosoftDocs/entra-docs docs/agent-id/agent-autonomous-app-oauth-flow.md'

export function client(
  id: string,
  severity: ClientRule['severity'],
  title: string,
  kind: ClientRule['evidence']['kind'],
  source: string,
): ClientRule {
  return { kind: 'client', id, severity, title, evidence: { kind, source } }
}
