import { delegatedLifetimeSeconds } from './delegated-lifetime.ts'
import type { Delegation } from './delegation.ts'
import { validity } from './lifetimes.ts'
import type { Claims, Minting } from './minting.ts'
import { internalState, resourceHint, uniqueTokenId } from './opaque-claims.ts'
import { pairwiseSubject } from './pairwise-subject.ts'
import { signToken } from './sign-token.ts'

/**
 * An id_token: who the user is, for the client alone, always of version 2
 * (learn.microsoft.com/entra/identity-platform/id-token-claims-reference; which of its claims an agent's user has is inferred).
 * @param more what the request adds, such as its `nonce`
 */
export async function idToken(
  minting: Minting,
  delegation: Delegation,
  more: Claims = {},
): Promise<string> {
  const claims = await idTokenClaims(minting, delegation, delegatedLifetimeSeconds(minting), more)
  return (await signToken(minting, idTokenForm, claims)).token
}

/** An id_token has the header of version 2. */
export const idTokenForm = { accessTokenVersion: 2, hashedNonce: false } as const

export async function idTokenClaims(
  minting: Minting,
  { client, user, signIn }: Delegation,
  lifetimeSeconds: number,
  more: Claims = {},
): Promise<Claims> {
  return {
    aud: client.appId,
    iss: minting.issuer.v2,
    ...validity(minting.nowMs, lifetimeSeconds),
    aio: internalState(minting),
    name: user.displayName,
    ...more,
    oid: user.id,
    preferred_username: user.userPrincipalName,
    rh: resourceHint(minting, client),
    sid: signIn.sessionId,
    sub: await pairwiseSubject(minting, user.id, client.appId),
    tid: minting.tenant.id,
    uti: uniqueTokenId(minting),
    ver: '2.0',
  }
}
