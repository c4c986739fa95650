import type { AppParty, Target } from '../tokens/app-only-claims.ts'
import { managedIdentityTokenSeconds } from '../tokens/lifetimes.ts'
import { managedIdentityTokenClaims } from '../tokens/managed-identity-token.ts'
import { type SignedToken, signToken } from '../tokens/sign-token.ts'
import type { World } from '../world.ts'
import type { FoundIdentity } from './find-identity.ts'

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
  { facilitiesOf, platform, random, issuerNames, tamper }: World,
): Promise<IssuedToken> {
  const { clock, keys } = facilitiesOf(tenant.id)
  const nowMs = clock.nowMs()
  const issuer = issuerNames.issuersOf(origin, tenant.id)
  const common = { tenant, keys, platform, random, nowMs, traceId, issuer }
  const minting = { ...common, ...(tamper && { tamper }) }
  const party: AppParty = {
    appId: identity.appId,
    oid: identity.id,
    sub: identity.id,
    displayName: identity.displayName,
    credential: '2',
    roles: identity.appRoles
      .filter(({ resourceAppId }) => resourceAppId === target.resource.appId)
      .map(({ role }) => role),
  }
  const { token, claims } = await signToken(
    minting,
    target.resource,
    managedIdentityTokenClaims(minting, target, party),
  )
  const nowSeconds = Math.floor(nowMs / 1000)
  return {
    token,
    claims,
    clientId: identity.appId,
    resource: target.requestedAs,
    notBeforeSeconds: nowSeconds - 300,
    expiresSeconds: nowSeconds + managedIdentityTokenSeconds,
  }
}
