import type { ApiRule } from '../rule.ts'

export const accessTokens = 'learn.microsoft.com/entra/identity-platform/access-tokens'
export const claimsValidation = 'learn.microsoft.com/entra/identity-platform/claims-validation'
export const downstreamGuide =
  'MicrosoftDocs/entra-docs docs/agent-id/how-to-validate-agent-tokens-downstream-api.md'
export const agentTokenClaims = 'MicrosoftDocs/entra-docs docs/agent-id/agent-token-claims.md'

export function api(
  id: string,
  severity: ApiRule['severity'],
  title: string,
  kind: ApiRule['evidence']['kind'],
  source: string,
): ApiRule {
  return { kind: 'api', id, severity, title, evidence: { kind, source } }
}
