import { delegatedLifetimeSeconds } from './delegated-lifetime.ts'
import type { Delegation } from './delegation.ts'
import { validity } from './lifetimes.ts'
import type { Minting } from './minting.ts'
import { internalState, resourceHint, uniqueTokenId } from './opaque-claims.ts'
import { pairwiseSubject } from './pairwise-subject.ts'
import { signToken } from './sign-token.ts'

/**
 * An id_token: who the user is, for the client alone, always of version 2
 * (learn.microsoft.com/entra/identity-platform/id-token-claims-reference; which of its claims an agent's user has is inferred).
 */
export async function idToken(
  minting: Minting,
  { client, user, signIn }: Delegation,
  nonce?: string,
): Promise<string> {
  const claims = {
    aud: client.appId,
    iss: minting.issuer.v2,
    ...validity(minting.nowMs, delegatedLifetimeSeconds(minting)),
    aio: internalState(minting),
    name: user.displayName,
    ...(nonce !== undefined && { nonce }),
    oid: user.id,
    preferred_username: user.userPrincipalName,
    rh: resourceHint(minting, client),
    sid: signIn.sessionId,
    sub: await pairwiseSubject(minting, user.id, client.appId),
    tid: minting.tenant.id,
    uti: uniqueTokenId(minting),
    ver: '2.0',
  }
  const form = { accessTokenVersion: 2, hashedNonce: false } as const
  return (await signToken(minting, form, claims)).token
}
