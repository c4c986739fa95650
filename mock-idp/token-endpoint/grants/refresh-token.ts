import { enforce } from '../../answers/enforce.ts'
import { refreshTokenRules } from '../../rules/refresh-token.ts'
import { refreshSessionRules } from '../../rules/user-state.ts'
import type { World } from '../../world.ts'
import type { Proof } from '../authenticate-client/proof.ts'
import { requireCredential } from '../authenticate-client/public-client.ts'
import { delegatedGrant } from '../delegated-grant.ts'
import type { Client } from '../find-client.ts'
import type { TokenRequest } from '../parse-request.ts'
import { consentedScopes, resolveScopes } from '../resolve-scopes.ts'
import { checkResourceParameterIfStrict } from '../resource-parameter.ts'
import type { TenantSession } from '../session.ts'
import type { Grant, GrantFlow } from './grant.ts'

/**
 * New tokens without the user: an agent identity proves itself with a fresh T1, an ordinary client as ever. The old
 * refresh token stays usable, as Entra's do.
 */
export const refreshToken: GrantFlow = { isForPublicClients: true, decide }

function decide(
  request: TokenRequest,
  client: Client,
  proof: Proof,
  session: TenantSession,
  world: World,
): Grant {
  requireCredential(client, proof, session)
  const { tenant, nowMs, examination } = session
  const { refreshTokenSeconds } = world.facilitiesOf(tenant.id).lifetimes.current()
  const token = request.parameters.get('refresh_token')
  const kept = world.facilitiesOf(tenant.id).refreshTokens.find(token ?? '')
  const user = tenant.users.get(kept?.userId ?? '')
  enforce(
    refreshTokenRules,
    {
      hasToken: Boolean(token),
      isKnown: kept !== undefined,
      isOfClient: kept?.clientAppId === client.principal.appId,
      isUnusedTooLong: nowMs - (kept?.issuedMs ?? 0) > refreshTokenSeconds * 1000,
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
  const { signIn, tokenKind } = kept
  return delegatedGrant(
    { tokenKind, client, proof, user, scopes, requested, signIn },
    request,
    session,
    world,
  )
}

/** What the first request asked for. */
function scopeOf({
  resourceName,
  permissions,
}: {
  readonly resourceName: string
  readonly permissions: readonly string[]
}): string {
  const names = permissions.length === 0 ? ['.default'] : permissions
  return names.map((name) => `${resourceName}/${name}`).join(' ')
}
