import type { User } from '../directory/person.ts'
import type { ClientType } from '../directory/redirect-uris.ts'
import { graphAppId } from '../directory/resource.ts'
import { isGuardedContinuously } from '../tokens/client-capabilities.ts'
import { delegatedClaims } from '../tokens/delegated-claims.ts'
import { delegatedLifetimeSeconds } from '../tokens/delegated-lifetime.ts'
import type { Delegation, SignIn } from '../tokens/delegation.ts'
import { idToken } from '../tokens/id-token.ts'
import type { Minting } from '../tokens/minting.ts'
import { newRefreshToken, type RefreshGrant } from '../tokens/refresh-tokens.ts'
import { mintingAt, type World } from '../world.ts'
import type { Proof } from './authenticate-client/proof.ts'
import { attemptOfUser, enforceAccessPolicies, satisfying } from './enforce-access-policies.ts'
import type { Client } from './find-client.ts'
import type { Grant, MoreMembers } from './grant.ts'
import type { TokenRequest } from './parse-request.ts'
import type { RequestedScopes } from './resolve-scopes.ts'
import type { TenantSession } from './session.ts'

/** What was decided about a request that is about a user. */
export type Delegated = {
  readonly tokenKind: RefreshGrant['tokenKind']
  readonly client: Client
  readonly proof: Proof
  readonly user: User
  readonly scopes: readonly string[]
  readonly requested: RequestedScopes
  readonly signIn: SignIn
  /** Of the authorize request, for the id_token. */
  readonly nonce?: string | undefined
  readonly clientType?: ClientType | undefined
  /** When the refresh token was first issued that this request renews. Default: now. */
  readonly firstIssuedMs?: number | undefined
  /** A token on behalf of somebody does not outlive what it was got with. Default: no limit. */
  readonly latestExpirySeconds?: number | undefined
}

/**
 * The token, and with it a refresh token, an id_token and `client_info` where the request asks for them.
 * @throws {Refusal} under an ACCESS-POLICY rule
 */
export function delegatedGrant(
  asked: Delegated,
  request: TokenRequest,
  session: TenantSession,
  world: World,
): Grant {
  const { capabilities, authenticationContexts: contexts } = request.claims
  const signIn = satisfying(asked.signIn, contexts)
  const decided = { ...asked, signIn }
  const {
    tokenKind,
    user,
    requested: { target },
  } = decided
  const attempt = attemptOfUser(user, target.resource, signIn.authenticationContexts)
  enforceAccessPolicies(attempt, signIn.methods, session)
  const isLong = isGuardedContinuously(target.resource, capabilities)
  const lifetimeSeconds = lifetimeOf(decided, isLong, session, world)
  const delegation = { ...delegationOf(decided), capabilities }
  return {
    tokenKind,
    target,
    lifetimeSeconds,
    claims: (minting) => delegatedClaims(minting, target, delegation, lifetimeSeconds),
    more: (minting) => moreMembers(decided, delegation, request, minting, world),
  }
}

function lifetimeOf(
  { latestExpirySeconds = Number.POSITIVE_INFINITY }: Delegated,
  isLong: boolean,
  session: TenantSession,
  world: World,
): number {
  const nowSeconds = Math.floor(session.nowMs / 1000)
  const usual = delegatedLifetimeSeconds(mintingAt(session, world), isLong)
  return Math.min(usual, latestExpirySeconds - nowSeconds)
}

/** Graph's tokens name the permissions of OpenID Connect in any case, asked for or not (captured). */
const alwaysOfGraph = ['openid', 'profile', 'email']

function openIdScopes({ target }: RequestedScopes): readonly string[] {
  return target.resource.appId === graphAppId ? alwaysOfGraph : []
}

/**
 * The `scope` of the answer. Who asks for `.default` finds it at the end (captured), which is how a client finds the
 * token in its cache when it asks for `.default` again.
 */
function answeredScope({ scopes, requested }: Delegated): string {
  const { target, isDefault } = requested
  const granted = isDefault ? [...scopes, '.default'] : scopes
  const named = granted.map((scope) => scopeAsRequested(scope, target))
  return [...openIdScopes(requested), ...named].join(' ')
}

function delegationOf({ client, proof, user, scopes, requested, signIn }: Delegated): Delegation {
  const { principal } = client
  return {
    client: {
      appId: principal.appId,
      displayName: principal.displayName,
      credential: proof.credential,
      blueprintAppId: client.kind === 'agentIdentity' ? client.principal.blueprintAppId : undefined,
    },
    user,
    scopes: [...openIdScopes(requested), ...scopes],
    signIn,
  }
}

/** Who asks for `User.Read` is answered so (documented: the sample answer of the device code and code flows). */
function scopeAsRequested(scope: string, { requestedAs }: RequestedScopes['target']): string {
  return requestedAs === graphAppId ? scope : `${requestedAs}/${scope}`
}

async function moreMembers(
  decided: Delegated,
  delegation: Delegation,
  { parameters }: TokenRequest,
  minting: Minting,
  world: World,
): Promise<MoreMembers> {
  const { tokenKind, client, user, requested, signIn, nonce, clientType } = decided
  const { target, openId, permissions, isDefault } = requested
  const clientAppId = client.principal.appId
  const keepRefreshToken = () => {
    const token = newRefreshToken(minting.tenant.id, minting)
    world.facilitiesOf(minting.tenant.id).refreshTokens.keep(token, {
      tokenKind,
      clientAppId,
      userId: user.id,
      resourceName: target.requestedAs,
      permissions,
      isDefault,
      signIn,
      clientType,
      issuedMs: minting.nowMs,
      firstIssuedMs: decided.firstIssuedMs ?? minting.nowMs,
    })
    return token
  }
  return {
    scope: answeredScope(decided),
    ...(openId.has('offline_access') && { refresh_token: keepRefreshToken() }),
    ...(openId.has('openid') && {
      id_token: await idToken(minting, delegation, nonce === undefined ? {} : { nonce }),
    }),
    ...(parameters.get('client_info') === '1' && {
      client_info: minting.platform.encodeText(
        JSON.stringify({ uid: user.id, utid: minting.tenant.id }),
      ),
    }),
  }
}
