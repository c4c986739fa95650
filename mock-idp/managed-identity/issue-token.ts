import { rolesFor } from '../directory/principal.ts'
import type { AppParty, Target } from '../tokens/app-only-claims.ts'
import { managedIdentityTokenSeconds, validity } from '../tokens/lifetimes.ts'
import { managedIdentityTokenClaims } from '../tokens/managed-identity-token.ts'
import { type SignedToken, signToken } from '../tokens/sign-token.ts'
import { mintingAt, type World } from '../world.ts'
import type { FoundIdentity } from './read-call.ts'

type Order = FoundIdentity & {
  readonly target: Target
  readonly origin: string
  readonly traceId: string
}

/** A token of a managed identity. Times are in seconds since 1970. */
export type IssuedToken = SignedToken & {
  readonly clientId: string
  readonly resource: string
  readonly notBeforeSeconds: number
  readonly expiresSeconds: number
}

export async function issueToken(
  { tenant, identity, target, origin, traceId }: Order,
  world: World,
): Promise<IssuedToken> {
  const nowMs = world.facilitiesOf(tenant.id).clock.nowMs()
  const minting = mintingAt({ tenant, origin, nowMs, traceId }, world)
  const party: AppParty = {
    appId: identity.appId,
    oid: identity.id,
    sub: identity.id,
    displayName: identity.displayName,
    credential: '2',
    roles: rolesFor(identity, target.resource.appId),
  }
  const { token, claims } = await signToken(
    minting,
    target.resource,
    managedIdentityTokenClaims(minting, target, party),
  )
  const { nbf, exp } = validity(nowMs, managedIdentityTokenSeconds)
  return {
    token,
    claims,
    clientId: identity.appId,
    resource: target.requestedAs,
    notBeforeSeconds: nbf,
    expiresSeconds: exp,
  }
}
