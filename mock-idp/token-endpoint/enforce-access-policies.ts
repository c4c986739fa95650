import { enforce } from '../answers/enforce.ts'
import {
  type AccessAttempt,
  type AccessPolicy,
  accessPoliciesFor,
  hasSeveralFactors,
} from '../directory/access-policy.ts'
import type { User } from '../directory/person.ts'
import type { Resource } from '../directory/resource.ts'
import { accessPolicyRules } from '../rules/access-policy.ts'
import type { SignIn } from '../tokens/delegation.ts'
import type { TenantSession } from './session.ts'

/**
 * Conditional Access, where a token for a resource is issued.
 * @param attempt undefined where no policy can concern the client or what it asks for
 * @param methods `amr` of the sign-in; none where nobody signed in
 * @throws {Refusal} under an ACCESS-POLICY rule
 */
export function enforceAccessPolicies(
  attempt: AccessAttempt | undefined,
  methods: readonly string[],
  { tenant, examination }: TenantSession,
): void {
  const { blocking, severalFactors } = demandsOf(attempt ? accessPoliciesFor(tenant, attempt) : [])
  enforce(
    accessPolicyRules,
    {
      resourceAppId: attempt?.resourceAppId ?? '',
      blocking,
      unmet: hasSeveralFactors(methods) ? [] : severalFactors,
    },
    examination,
  )
}

/** Ids of policies, by what they demand. */
export function demandsOf(policies: readonly AccessPolicy[]) {
  const idsOf = (control: AccessPolicy['control']) =>
    policies.filter((policy) => policy.control === control).map(({ id }) => id)
  return { blocking: idsOf('block'), severalFactors: idsOf('mfa') }
}

/** Ids of the policies that a sign-in of a user for a resource meets, whatever it satisfied. */
export function policiesMetBy(
  user: Pick<User, 'id' | 'identityParentId'>,
  resource: Pick<Resource, 'appId'>,
  { tenant }: Pick<TenantSession, 'tenant'>,
): readonly string[] {
  return accessPoliciesFor(tenant, attemptOfUser(user, resource)).map(({ id }) => id)
}

/** What a person, or the user account of an agent, attempts. */
export function attemptOfUser(
  { id, identityParentId }: Pick<User, 'id' | 'identityParentId'>,
  { appId }: Pick<Resource, 'appId'>,
  authenticationContexts: readonly string[] = [],
): AccessAttempt {
  const subject = identityParentId === undefined ? 'people' : 'agentUsers'
  return { subject, principalId: id, resourceAppId: appId, authenticationContexts }
}

/** The sign-in as the tokens of a request say it: with the authentication contexts that were asked for and let through. */
export function satisfying(signIn: SignIn, contexts: readonly string[]): SignIn {
  if (contexts.length === 0) return signIn
  const known = signIn.authenticationContexts ?? []
  return { ...signIn, authenticationContexts: [...new Set([...known, ...contexts])] }
}
