import { capturedElsewhere, documented } from './evidence.ts'
import { refusals } from './refusals.ts'

type Access = {
  readonly resourceAppId: string
  /** Ids of the policies that give no token. */
  readonly blocking: readonly string[]
  /** Ids of the policies that demand several factors of a sign-in that had one. */
  readonly unmet: readonly string[]
}

/** Policies of Conditional Access, whenever a token for a resource is issued, in the order of enforcement. */
export const accessPolicyRules = refusals<Access>([
  {
    id: 'ACCESS-POLICY-BLOCK',
    title: 'A policy of Conditional Access that blocks somebody leaves them without a token',
    aadsts: 53003,
    suberror: 'message_only',
    message: () =>
      'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
    claimsChallenge: ({ blocking }) => policyChallenge(blocking),
    evidence: documented(
      'MicrosoftDocs/entra-docs docs/identity/conditional-access/agent-id.md (04/30/2026)',
    ),
    answerEvidence: capturedElsewhere(
      'a token of an ordinary application without a user, 2025-03-07; with a password interaction_required, 2023',
    ),
    assumed: ['error'],
    broken: ({ blocking }) => blocking.length > 0,
  },
  {
    id: 'ACCESS-POLICY-MFA',
    title: 'Where Conditional Access demands several factors, a sign-in with one brings no token',
    aadsts: 50076,
    suberror: 'basic_action',
    message: ({ resourceAppId }) =>
      `Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '${resourceAppId}'.`,
    claimsChallenge: ({ unmet }) => policyChallenge(unmet),
    evidence: documented(
      'MicrosoftDocs/entra-docs docs/identity/conditional-access/policy-on-behalf-of-agents (03/24/2026)',
    ),
    answerEvidence: capturedElsewhere(
      'a renewal of an ordinary application, 2020-11-05; with a password invalid_grant, 2023-11 and 2024-03',
    ),
    assumed: ['error'],
    broken: ({ unmet }) => unmet.length > 0,
  },
])

/** What the next sign-in has to satisfy, as captured with 53003 and 65001. Undefined: no policy applies. */
export function policyChallenge(policyIds: readonly string[]): string | undefined {
  if (policyIds.length === 0) return undefined
  return JSON.stringify({ access_token: { capolids: { essential: true, values: policyIds } } })
}
