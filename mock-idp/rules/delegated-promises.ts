import { captured, documented } from './evidence.ts'
import type { Evidence, PromiseRule } from './rule.ts'

const captures =
  'joetanx/mslab entra/agent-id/auth-flows.md (2026-03-01); christian-posta/entra-agent-id-agw PART-2.md (on-behalf-of)'
const onBehalfOf = 'learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow'

function promise(id: string, title: string, evidence: Evidence): PromiseRule {
  return { kind: 'promise', id, title, evidence }
}

/** What an identity provider answers about users. */
export const delegatedPromises: readonly PromiseRule[] = [
  promise(
    'TOKEN-OBO',
    'A token on behalf of a user names the user, the agent identity and its blueprint',
    captured(captures),
  ),
  promise(
    'TOKEN-AGENT-USER',
    'A token of an agent user names the agent user, the agent identity and its blueprint',
    captured(`${captures}; agnte/Rido.BFLite AgenticTokens1.md`),
  ),
  promise(
    'TOKEN-SESSION',
    'A token on behalf of a user belongs to the session in which the user called',
    captured(captures),
  ),
  promise(
    'TOKEN-PAIRWISE',
    'The subject of a user differs from one application to the next',
    documented(
      'learn.microsoft.com/entra/identity-platform/access-token-claims-reference, sub: pairwise, unique to an application',
    ),
  ),
  promise(
    'TOKEN-OBO-LIFETIME',
    'A token on behalf of a user ends no later than the token of the user',
    captured(captures),
  ),
  promise(
    'TOKEN-SCOPES',
    'A token about a user names the permissions that were granted, and no others',
    captured(captures),
  ),
  promise(
    'TOKEN-USER-ANSWER',
    'An answer about a user names what was granted, and holds a refresh token or an id_token on request',
    documented(onBehalfOf),
  ),
  promise(
    'TOKEN-USER-API',
    'A custom API learns of the agent of a user only what it asks for',
    captured('github.com/AzureAD/microsoft-identity-web/issues/3882 and 3938'),
  ),
  promise(
    'TOKEN-REFRESH',
    'A refresh token brings the same client new tokens about the same user',
    documented(
      'MicrosoftDocs/entra-docs docs/agent-id/agent-on-behalf-of-oauth-flow.md; learn.microsoft.com/entra/identity-platform/refresh-tokens',
    ),
  ),
]
