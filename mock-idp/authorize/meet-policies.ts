import { enforce } from '../answers/enforce.ts'
import { accessPoliciesFor, hasSeveralFactors } from '../directory/access-policy.ts'
import type { User } from '../directory/person.ts'
import type { Resource } from '../directory/resource.ts'
import { accessPolicyRules } from '../rules/access-policy.ts'
import { requestRules } from '../rules/request.ts'
import type { TenantExchange } from '../sign-in/browser.ts'
import { attemptOfUser, demandsOf } from '../token-endpoint/enforce-access-policies.ts'
import {
  noRequestedClaims,
  type RequestedClaims,
  readRequestedClaims,
} from '../token-endpoint/requested-claims.ts'
import type { SignIn } from '../tokens/delegation.ts'

/** @throws {Refusal} under REQ-CLAIMS */
export function readClaims(
  parameters: ReadonlyMap<string, string>,
  { examination }: Pick<TenantExchange, 'examination'>,
): RequestedClaims {
  const claims = readRequestedClaims(parameters.get('claims'))
  enforce(requestRules.claims, { claimsAreObject: claims !== undefined }, examination)
  return claims ?? noRequestedClaims
}

/** Somebody who is signed in, and for what. */
export type Meeting = {
  readonly person: { readonly user: User; readonly signIn: Pick<SignIn, 'methods'> }
  readonly resource: Resource
  /** Default: none. */
  readonly claims?: RequestedClaims
  /** Whether no page may ask. */
  readonly mustBeSilent: boolean
}

/**
 * Whether the person signed in with one factor where a policy of Conditional Access demands several: one of the
 * resource, or one that the claims of a challenge name (learn.microsoft.com/entra/identity-platform/claims-challenge).
 * @throws {Refusal} under ACCESS-POLICY-BLOCK, or under ACCESS-POLICY-MFA where no page may ask
 */
export function needsSeveralFactors(
  { person, resource, claims = noRequestedClaims, mustBeSilent }: Meeting,
  { tenant, examination }: Pick<TenantExchange, 'tenant' | 'examination'>,
): boolean {
  const attempt = attemptOfUser(person.user, resource, claims.authenticationContexts)
  const challenging = tenant.accessPolicies.filter(
    ({ id, control }) => control === 'mfa' && claims.policyIds.includes(id),
  )
  // A challenge may come from another resource than the one that is asked for.
  const anywhere = accessPoliciesFor(
    { accessPolicies: challenging.map((one) => ({ ...one, ...everywhere })) },
    attempt,
  )
  const demands = demandsOf([...accessPoliciesFor(tenant, attempt), ...anywhere])
  const unmet = hasSeveralFactors(person.signIn.methods) ? [] : demands.severalFactors
  const facts = {
    resourceAppId: resource.appId,
    blocking: demands.blocking,
    unmet: mustBeSilent ? unmet : [],
  }
  enforce(accessPolicyRules, facts, examination)
  return unmet.length > 0
}

const everywhere = { resourceAppId: undefined, authenticationContext: undefined }
