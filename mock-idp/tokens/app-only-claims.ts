import type { Resource } from '../directory/resource.ts'
import { validity } from './lifetimes.ts'
import type { Claims, Minting } from './minting.ts'
import { footprint, internalState, resourceHint, uniqueTokenId } from './opaque-claims.ts'

/** Who a token without a user speaks for. */
export type AppParty = {
  /** The client: `azp` or `appid`. */
  readonly appId: string
  /** The principal: `oid`. */
  readonly oid: string
  readonly sub: string
  readonly displayName: string
  /** How the client proved itself: `1` a secret, `2` an assertion; nothing: `0`. */
  readonly credential: '0' | '1' | '2'
  readonly roles: readonly string[]
}

/** The resource a token is for, and the name by which the request asked for it. */
export type Target = { readonly resource: Resource; readonly requestedAs: string }

/**
 * The claims of every app-only token, in the form its resource takes. Each kind of token assigns its own to them:
 * to spread 25 members into a new object takes 12 us, to assign to this one takes 3 us.
 */
export function appOnlyClaims(
  minting: Minting,
  { resource, requestedAs }: Target,
  party: AppParty,
  lifetimeSeconds = minting.lifetimes.agentTokenSeconds,
): Claims {
  const isV2 = resource.accessTokenVersion === 2
  return {
    aud: isV2 ? resource.appId : requestedAs,
    iss: isV2 ? minting.issuer.v2 : minting.issuer.v1,
    ...validity(minting.nowMs, lifetimeSeconds),
    aio: internalState(minting),
    ...(isV2
      ? { azp: party.appId, azpacr: party.credential }
      : { appid: party.appId, appidacr: party.credential, idp: minting.issuer.v1 }),
    oid: party.oid,
    rh: resourceHint(minting, resource),
    ...(party.roles.length > 0 && { roles: party.roles }),
    sub: party.sub,
    tid: minting.tenant.id,
    uti: uniqueTokenId(minting),
    ver: isV2 ? '2.0' : '1.0',
    xms_ftd: footprint(minting),
  }
}
