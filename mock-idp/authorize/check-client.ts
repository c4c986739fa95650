import { enforce } from '../answers/enforce.ts'
import type { Application } from '../directory/application.ts'
import { authorizeRules } from '../rules/authorize.ts'
import type { TenantExchange } from '../sign-in/browser.ts'
import type { Client } from '../token-endpoint/find-client.ts'
import type { World } from '../world.ts'
import type { ReturnAddress } from './return-address.ts'

/** Whose redirect URIs count: those of an agent identity are its blueprint's (documented). */
export function registrationOf(client: Client): Application | undefined {
  if (client.kind === 'managedIdentity') return undefined
  return client.kind === 'agentIdentity' ? client.blueprint : client.application
}

/** @throws {Refusal} under AUTHORIZE-CLIENT-AGENTIC or CONSENT-AGENT-INTERACTIVE */
export function checkClient(
  client: Client,
  parameters: ReadonlyMap<string, string>,
  { tenant, examination }: TenantExchange,
  world: World,
): void {
  const { agentConsent } = world.facilitiesOf(tenant.id).signInSettings.current()
  enforce(
    authorizeRules.client,
    {
      isAgent: client.kind === 'agentIdentity',
      isBlueprint: client.kind === 'blueprint',
      asksForTokens: parameters.get('response_type') !== 'none',
      agentsMayAsk: agentConsent === 'page',
    },
    examination,
  )
}

/** @throws {Refusal} under AUTHORIZE-REDIRECT-PRESENT or AUTHORIZE-REDIRECT */
export function checkRedirect(
  returning: ReturnAddress | undefined,
  client: Client,
  parameters: ReadonlyMap<string, string>,
  { examination }: Pick<TenantExchange, 'examination'>,
): ReturnAddress {
  enforce(
    authorizeRules.redirect,
    {
      clientId: client.principal.appId,
      redirectUri: parameters.get('redirect_uri'),
      isRegistered: returning !== undefined,
    },
    examination,
  )
  if (!returning) throw new TypeError('no return address')
  return returning
}
