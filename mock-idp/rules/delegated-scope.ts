import { policyChallenge } from './access-policy.ts'
import { captured, documented } from './evidence.ts'
import { refusals } from './refusals.ts'

type Scopes = {
  readonly scope: string
  readonly resourceNames: readonly string[]
  readonly mixesDefault: boolean
}
type Consent = {
  readonly clientId: string
  readonly clientName: string
  readonly missingScopes: readonly string[]
  readonly grantedCount: number
  /** Of the policies of Conditional Access that apply, fulfilled or not. */
  readonly policyIds: readonly string[]
}

const errorCodes = documented('learn.microsoft.com/entra/identity-platform/reference-error-codes')

/** What a request on behalf of a user may ask for, in the order of enforcement. */
export const delegatedScopeRules = {
  form: refusals<Scopes>([
    {
      id: 'SCOPE-ONE-RESOURCE',
      title: 'The scopes of a delegated request are of one resource',
      aadsts: 700022,
      message: ({ scope }) =>
        `The provided value for the input parameter 'scope' is not valid because it contains more than one resource. Scope ${scope} is not valid.`,
      evidence: errorCodes,
      assumed: ['error', 'status'],
      broken: ({ resourceNames }) => resourceNames.length > 1,
    },
    {
      id: 'SCOPE-DEFAULT-ALONE',
      title: 'A delegated request names the .default scope without other scopes of the resource',
      aadsts: 70011,
      message: ({ scope }) =>
        `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. .default scope can't be combined with resource-specific scopes. The scope ${scope} is not valid.`,
      evidence: documented(
        'learn.microsoft.com/entra/identity-platform/scopes-oidc "the .default scope can\'t be combined"',
      ),
      broken: ({ mixesDefault }) => mixesDefault,
    },
  ]),
  consent: refusals<Consent>([
    {
      id: 'CONSENT-DELEGATED',
      title: 'A client gets a token for a user only with permissions that were consented to',
      aadsts: 65001,
      suberror: 'consent_required',
      // That the member comes with a policy is inferred: one capture has it, another has not.
      claimsChallenge: ({ policyIds }) => policyChallenge(policyIds),
      message: ({ clientId, clientName }) =>
        `The user or administrator has not consented to use the application with ID '${clientId}' named '${clientName}'. Send an interactive authorization request for this user and resource.`,
      evidence: captured(
        'joetanx/mslab entra/agent-id/auth-flows.md (2026-03-01, on-behalf-of); github.com/microsoft/Agent365-devTools/issues/215 (user_fic)',
      ),
      broken: ({ missingScopes, grantedCount }) => missingScopes.length > 0 || grantedCount === 0,
    },
  ]),
}
