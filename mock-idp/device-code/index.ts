import { enforce } from '../answers/enforce.ts'
import type { Answer, Endpoint, Exchange } from '../exchange/endpoint.ts'
import { tenantForDevice } from '../home-tenant/index.ts'
import { deviceCodeRules } from '../rules/device-code.ts'
import { requestRules } from '../rules/request.ts'
import { findClient } from '../token-endpoint/find-client.ts'
import { findTenant } from '../token-endpoint/find-tenant.ts'
import { checkForm } from '../token-endpoint/parse-request.ts'
import { headersFor, respondRefused } from '../token-endpoint/respond.ts'
import type { TenantSession } from '../token-endpoint/session.ts'
import { deviceCodeSeconds } from '../tokens/device-codes.ts'
import { newDeviceCode, newUserCode } from '../tokens/new-device-code.ts'
import type { World } from '../world.ts'

/** Seconds between two requests of a device that waits. */
const intervalSeconds = 5

/** `POST /{tenant}/oauth2/v2.0/devicecode`: a device without a browser asks for a code that its user types elsewhere. */
export const deviceCodeEndpoint: Endpoint = {
  kind: 'deviceCode',
  reads: 'form',
  viewer: 'sts',
  findTenant: tenantForDevice,
  decide: answerDevice,
  refuse: respondRefused,
}

/** The order of the lines is the order of enforcement. */
function answerDevice(opened: Exchange, world: World): Answer {
  checkForm(opened)
  const session = findTenant(opened)
  const { clientId, scope } = parametersOf(session)
  const client = findClient(clientId, session, world)
  const isAgentic = client.kind === 'blueprint' || client.kind === 'agentIdentity'
  enforce(deviceCodeRules.client, { isAgentic }, session.examination)
  const [deviceCode, userCode] = [newDeviceCode(session.tenant.id, world), newUserCode(world)]
  const clientAppId = client.principal.appId
  const reference = world.random.guid()
  const asked = { userCode, reference, clientAppId, scope, issuedMs: session.nowMs }
  const { deviceCodes } = world.facilitiesOf(session.tenant.id)
  deviceCodes.keep(deviceCode, { ...asked, state: { kind: 'pending' } })
  return respond(deviceCode, userCode, session)
}

function parametersOf({ request, examination }: TenantSession) {
  const { parameters } = request.form
  const [clientId, scope] = [parameters.get('client_id'), parameters.get('scope')]
  const facts = { grantType: undefined, clientId, scope, knownGrant: true, needsScope: true }
  enforce(requestRules.parameters.filter(isAboutDevices), facts, examination)
  return { clientId: (clientId ?? '').toLowerCase(), scope: scope ?? '' }
}

/** A device names no grant type yet. */
function isAboutDevices({ id }: { readonly id: string }): boolean {
  return id === 'REQ-CLIENT-ID' || id === 'REQ-SCOPE'
}

/** In the order of public captures. There is no `verification_uri_complete`, as documented. */
function respond(deviceCode: string, userCode: string, session: TenantSession): Answer {
  const page = `${session.origin}/${session.tenant.id}/oauth2/deviceauth`
  const body = {
    user_code: userCode,
    device_code: deviceCode,
    verification_uri: page,
    expires_in: deviceCodeSeconds,
    interval: intervalSeconds,
    message: `To sign in, use a web browser to open the page ${page} and enter the code ${userCode} to authenticate.`,
  }
  return { status: 200, headers: headersFor(session), body: JSON.stringify(body) }
}
