import { enforce } from '../../answers/enforce.ts'
import { refreshTokenRules } from '../../rules/refresh-token.ts'
import { refreshSessionRules } from '../../rules/user-state.ts'
import type { RefreshGrant } from '../../tokens/refresh-tokens.ts'
import type { World } from '../../world.ts'
import { proveByType } from '../authenticate-client/client-type.ts'
import type { Proof } from '../authenticate-client/proof.ts'
import { requireCredential } from '../authenticate-client/public-client.ts'
import { delegatedGrant } from '../delegated-grant.ts'
import type { Client } from '../find-client.ts'
import type { Grant, GrantFlow } from '../grant.ts'
import type { TokenRequest } from '../parse-request.ts'
import { consentedScopes, resolveScopes } from '../resolve-scopes.ts'
import { checkResourceParameterIfStrict } from '../resource-parameter.ts'
import type { TenantSession } from '../session.ts'

/** A single-page application signs its people in again after a day (learn.microsoft.com/entra/identity-platform/refresh-tokens). */
const longestInBrowserMs = 86_400_000

/**
 * New tokens without the user: an agent identity proves itself with a fresh T1, an ordinary client as ever. The old
 * refresh token stays usable, as Entra's do.
 */
export const refreshToken: GrantFlow = { prove, decide }

/** An ordinary client proves itself as it did for the first tokens; a fresh T1 proves an agent identity. */
function prove(
  request: TokenRequest,
  client: Client,
  session: TenantSession,
  world: World,
): Promise<Proof> {
  const kept = keptGrant(request, session, world)
  const isOwn = kept?.clientAppId === client.principal.appId
  return proveByType(isOwn ? kept.clientType : undefined, request, client, session, world)
}

function keptGrant({ parameters }: TokenRequest, { tenant }: TenantSession, world: World) {
  return world.facilitiesOf(tenant.id).refreshTokens.find(parameters.get('refresh_token') ?? '')
}

function decide(
  request: TokenRequest,
  client: Client,
  proof: Proof,
  session: TenantSession,
  world: World,
): Grant {
  const { tenant, nowMs, examination } = session
  const { refreshTokenSeconds } = world.facilitiesOf(tenant.id).lifetimes.current()
  const token = request.parameters.get('refresh_token')
  const kept = keptGrant(request, session, world)
  if (kept?.clientType === undefined) requireCredential(client, proof, session)
  const user = tenant.users.get(kept?.userId ?? '')
  enforce(
    refreshTokenRules,
    {
      hasToken: Boolean(token),
      isKnown: kept !== undefined,
      isOfClient: kept?.clientAppId === client.principal.appId,
      isUnusedTooLong: nowMs - (kept?.issuedMs ?? 0) > refreshTokenSeconds * 1000,
      isOverInBrowser:
        kept?.clientType === 'spa' && nowMs - kept.firstIssuedMs > longestInBrowserMs,
      userFound: user !== undefined,
      userEnabled: user?.enabled ?? false,
    },
    examination,
  )
  if (!kept || !user) throw new TypeError('no refresh token')
  const isRevoked = kept.issuedMs < (user.sessionsValidFromMs ?? 0)
  enforce(refreshSessionRules, { isRevoked }, examination)
  const requested = resolveScopes(`${request.scope || scopeOf(kept)} offline_access`, session)
  const { resource } = requested.target
  checkResourceParameterIfStrict(request.parameters.get('resource'), resource, session)
  const scopes = consentedScopes(requested, client, user, session)
  const { signIn, tokenKind, clientType, firstIssuedMs } = kept
  return delegatedGrant(
    {
      tokenKind,
      client,
      proof,
      user,
      scopes,
      requested,
      signIn,
      clientType,
      firstIssuedMs,
    },
    request,
    session,
    world,
  )
}

/** What the first request asked for. */
function scopeOf({
  resourceName,
  permissions,
  isDefault,
}: Pick<RefreshGrant, 'resourceName' | 'permissions' | 'isDefault'>): string {
  const names = isDefault ? ['.default'] : permissions
  return names.map((name) => `${resourceName}/${name}`).join(' ')
}
