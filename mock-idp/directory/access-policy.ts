/** A policy of Conditional Access: who meets it, where, and what it demands. */
export type AccessPolicy = {
  readonly id: string
  readonly displayName: string
  readonly appliesTo: AccessPolicySubject
  /** Object ids. Empty: all of them. */
  readonly principals: readonly string[]
  /** Undefined: every resource. */
  readonly resourceAppId: string | undefined
  /** `c1` to `c99`: it applies where a request asks for this authentication context. Undefined: always. */
  readonly authenticationContext: string | undefined
  readonly control: 'block' | 'mfa'
}

/** `people`: also where an agent acts on behalf of them. `agents`: as themselves. `agentUsers`: the users of agents. */
export type AccessPolicySubject = 'people' | 'agents' | 'agentUsers'

/** Who gets a token for what. */
export type AccessAttempt = {
  readonly subject: AccessPolicySubject
  /** Object id. */
  readonly principalId: string
  readonly resourceAppId: string
  /** What the request asks for, or the sign-in satisfied. */
  readonly authenticationContexts: readonly string[]
}

/**
 * The policies that apply. One for people does not apply to agent users
 * (MicrosoftDocs/entra-docs docs/identity/conditional-access/agent-id.md).
 */
export function accessPoliciesFor(
  { accessPolicies }: { readonly accessPolicies: readonly AccessPolicy[] },
  { subject, principalId, resourceAppId, authenticationContexts }: AccessAttempt,
): readonly AccessPolicy[] {
  return accessPolicies.filter(
    (policy) =>
      policy.appliesTo === subject &&
      (policy.principals.length === 0 || policy.principals.includes(principalId)) &&
      (policy.resourceAppId === undefined || policy.resourceAppId === resourceAppId) &&
      (policy.authenticationContext === undefined ||
        authenticationContexts.includes(policy.authenticationContext)),
  )
}

/** Values of `amr` that stand for several factors (learn.microsoft.com/entra/identity-platform/access-token-claims-reference). */
const severalFactors: readonly string[] = ['mfa', 'ngcmfa']

export function hasSeveralFactors(methods: readonly string[]): boolean {
  return methods.some((method) => severalFactors.includes(method))
}
