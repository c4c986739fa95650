import { enforce } from '../answers/enforce.ts'
import { accessPoliciesFor, hasSeveralFactors } from '../directory/access-policy.ts'
import type { Resource } from '../directory/resource.ts'
import { accessPolicyRules } from '../rules/access-policy.ts'
import { requestRules } from '../rules/request.ts'
import type { TenantExchange } from '../sign-in/browser.ts'
import { attemptOfUser } from '../token-endpoint/enforce-access-policies.ts'
import {
  noRequestedClaims,
  type RequestedClaims,
  readRequestedClaims,
} from '../token-endpoint/requested-claims.ts'
import type { Person } from './find-signed-in.ts'

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
export type SteppingUp = {
  readonly person: Pick<Person, 'user' | 'signedIn'>
  readonly resource: Resource
  readonly claims: RequestedClaims
  readonly prompts: ReadonlySet<string>
}

/**
 * Whether the person signed in with one factor where a policy demands several: one of the resource, or one that the
 * claims of a challenge name (learn.microsoft.com/entra/identity-platform/claims-challenge).
 * @throws {Refusal} under ACCESS-POLICY-MFA where no page may ask
 */
export function needsSeveralFactors(
  { person, resource, claims, prompts }: SteppingUp,
  exchange: TenantExchange,
): boolean {
  const { methods } = person.signedIn.signIn
  if (hasSeveralFactors(methods)) return false
  const attempt = attemptOfUser(person.user, resource, claims.authenticationContexts)
  const challenging = exchange.tenant.accessPolicies.filter(
    ({ id, appliesTo, principals }) =>
      claims.policyIds.includes(id) &&
      appliesTo === attempt.subject &&
      (principals.length === 0 || principals.includes(attempt.principalId)),
  )
  const demanding = [...accessPoliciesFor(exchange.tenant, attempt), ...challenging].filter(
    ({ control }) => control === 'mfa',
  )
  const unmet = prompts.has('none') ? demanding.map(({ id }) => id) : []
  const facts = { resourceAppId: resource.appId, blocking: [], unmet }
  enforce(severalFactorsRules, facts, exchange.examination)
  return demanding.length > 0
}

/** Whom a policy blocks, the token endpoint refuses. */
const severalFactorsRules = accessPolicyRules.filter(({ id }) => id === 'ACCESS-POLICY-MFA')
