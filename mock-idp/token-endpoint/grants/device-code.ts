import { enforce } from '../../answers/enforce.ts'
import type { User } from '../../directory/person.ts'
import { deviceCodeRules } from '../../rules/device-code.ts'
import { type DeviceSignIn, hasExpired } from '../../tokens/device-codes.ts'
import type { World } from '../../world.ts'
import type { Proof } from '../authenticate-client/proof.ts'
import { requireCredential } from '../authenticate-client/public-client.ts'
import { delegatedGrant } from '../delegated-grant.ts'
import type { Client } from '../find-client.ts'
import type { Grant, GrantFlow } from '../grant.ts'
import type { TokenRequest } from '../parse-request.ts'
import { consentedScopes, resolveScopes } from '../resolve-scopes.ts'
import type { TenantSession } from '../session.ts'

/**
 * A device without a browser asks again and again, until its user has signed in elsewhere
 * (RFC 8628; learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code).
 */
export const deviceCode: GrantFlow = {
  isForPublicClients: true,
  admit: ({ kind }, { examination }) => {
    if (kind === 'blueprint' || kind === 'agentIdentity') {
      enforce(deviceCodeRules.client, { isAgentic: true }, examination)
    }
  },
  decide,
}

function decide(
  request: TokenRequest,
  client: Client,
  proof: Proof,
  session: TenantSession,
  world: World,
): Grant {
  const { deviceCodes } = world.facilitiesOf(session.tenant.id)
  const code = request.parameters.get('device_code') ?? ''
  const known = deviceCodes.find(code)
  checkCode(code, known, client, session)
  if (known?.state.kind !== 'approved') throw new TypeError('no approved sign-in')
  // Entra says so only when the user has signed in (third-party: several issues tell of the error after the sign-in).
  requireCredential(client, proof, session)
  const user = userOf(known.state.userId, session)
  const { signIn } = known.state
  const asked = { ...request, scope: known.scope }
  const requested = resolveScopes(known.scope, session)
  const scopes = consentedScopes(requested, client, user, session)
  deviceCodes.setState(known.userCode, { kind: 'redeemed' })
  return delegatedGrant(
    { tokenKind: 'user', client, proof, user, scopes, requested, signIn },
    asked,
    session,
    world,
  )
}

function checkCode(
  code: string,
  known: DeviceSignIn | undefined,
  client: Client,
  { nowMs, examination }: TenantSession,
): void {
  enforce(
    deviceCodeRules.code,
    {
      hasCode: code !== '',
      isKnown: known !== undefined,
      isOfClient: known?.clientAppId === client.principal.appId,
      isRedeemed: known?.state.kind === 'redeemed',
      isDeclined: known?.state.kind === 'declined',
      hasExpired: known !== undefined && hasExpired(known, nowMs),
      isPending: known?.state.kind === 'pending',
    },
    examination,
  )
}

function userOf(userId: string, { tenant, examination }: TenantSession): User {
  const user = tenant.users.get(userId)
  const facts = { userFound: user !== undefined, userEnabled: user?.enabled ?? false }
  enforce(deviceCodeRules.user, facts, examination)
  if (!user) throw new TypeError('no user')
  return user
}
