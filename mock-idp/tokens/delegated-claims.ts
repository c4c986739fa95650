import { graphAppId } from '../directory/resource.ts'
import type { Target } from './app-only-claims.ts'
import { capabilityClaims } from './client-capabilities.ts'
import { delegatedAgentClaims, requestedDelegatedClaims } from './delegated-agent-claims.ts'
import type { Delegation } from './delegation.ts'
import { validity } from './lifetimes.ts'
import type { Claims, Minting } from './minting.ts'
import { footprint, internalState, resourceHint, uniqueTokenId } from './opaque-claims.ts'
import { pairwiseSubject } from './pairwise-subject.ts'

/**
 * A token with which a client acts for a user: Tc, on-behalf-of, agent user, and those of ordinary applications.
 * Microsoft Graph gets every claim; another resource gets what it lists as optional claims
 * (captured: joetanx/mslab entra/agent-id/auth-flows.md; for custom APIs github.com/AzureAD/microsoft-identity-web 3882).
 */
export async function delegatedClaims(
  minting: Minting,
  target: Target,
  delegation: Delegation,
  lifetimeSeconds: number,
): Promise<Claims> {
  const { resource, requestedAs } = target
  const { client, user, scopes, signIn, capabilities } = delegation
  const isV2 = resource.accessTokenVersion === 2
  const common = {
    aud: isV2 ? resource.appId : requestedAs,
    iss: isV2 ? minting.issuer.v2 : minting.issuer.v1,
    ...validity(minting.nowMs, lifetimeSeconds),
    aio: internalState(minting),
    ...(isV2
      ? { azp: client.appId, azpacr: client.credential }
      : { appid: client.appId, appidacr: client.credential }),
    name: user.displayName,
    oid: user.id,
    ...(isV2
      ? { preferred_username: user.userPrincipalName }
      : { unique_name: user.userPrincipalName, upn: user.userPrincipalName }),
    rh: resourceHint(minting, resource),
    scp: scopes.join(' '),
    sid: signIn.sessionId,
    sub: await pairwiseSubject(minting, user.id, resource.appId),
    tid: minting.tenant.id,
    uti: uniqueTokenId(minting),
    ver: isV2 ? '2.0' : '1.0',
    xms_ftd: footprint(minting),
  }
  if (!isV2) Object.assign(common, signInClaims(delegation))
  Object.assign(common, steppedUpClaims(delegation), capabilityClaims(resource, capabilities))
  if (resource.appId !== graphAppId) {
    const wanted = requestedDelegatedClaims(minting, delegation, resource.optionalClaims)
    return Object.assign(common, wanted)
  }
  const subjectAtClient = await pairwiseSubject(minting, user.id, client.appId)
  return Object.assign(common, graphUserClaims(minting, delegation, subjectAtClient))
}

/** What version 1 tokens say of the sign-in. An agent's user never signed in: `acr` is 0, and there is no `amr`. */
function signInClaims({ signIn: { methods, ipAddress } }: Delegation): Claims {
  return {
    acr: methods.length > 0 ? '1' : '0',
    ...(methods.length > 0 && { amr: methods }),
    ipaddr: ipAddress,
  }
}

/** `acrs` of Graph's tokens, as captured. */
const signedIn = ['p1']
const neverSignedIn = ['p1', 'urn:user:registersecurityinfo']

/** The authentication contexts that a step-up satisfied, in every token that goes back to it. */
function steppedUpClaims({ signIn: { authenticationContexts = [] } }: Delegation): Claims {
  return authenticationContexts.length > 0 ? { acrs: authenticationContexts } : {}
}

/** The role template that every user's token names (MicrosoftDocs/entra-docs permissions-reference.md). */
const ordinaryUser = 'b79fbf4d-3ef9-4689-8143-76b194e85509'

function graphUserClaims(
  minting: Minting,
  delegation: Delegation,
  subjectAtClient: string,
): Claims {
  const { client, signIn } = delegation
  const hasSignedIn = signIn.methods.length > 0
  const contexts = signIn.authenticationContexts ?? []
  return {
    acct: 0,
    acrs: [...(hasSignedIn ? signedIn : neverSignedIn), ...contexts],
    app_displayname: client.displayName,
    platf: '3',
    puid: puidOf(delegation),
    tenant_region_scope: minting.tenant.regionScope,
    wids: [ordinaryUser],
    ...delegatedAgentClaims(minting, delegation),
    xms_st: { sub: subjectAtClient },
    xms_tcdt: Math.floor(minting.tenant.createdMs / 1000),
  }
}

/** `puid`: 16 hexadecimal digits, the same for a user in every token. */
function puidOf({ user }: Delegation): string {
  return `1003${user.id.replaceAll('-', '').slice(-12).toUpperCase()}`
}
