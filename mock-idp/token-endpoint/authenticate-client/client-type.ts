import { enforce } from '../../answers/enforce.ts'
import { type ClientType, redirectUrisOf } from '../../directory/redirect-uris.ts'
import { clientTypeRules } from '../../rules/client-type.ts'
import {
  confidentialClientHasCredential,
  publicClientHasNoCredential,
} from '../../rules/public-client.ts'
import type { World } from '../../world.ts'
import type { Client } from '../find-client.ts'
import type { TokenRequest } from '../parse-request.ts'
import type { TenantSession } from '../session.ts'
import { authenticateClient } from './index.ts'
import type { Proof } from './proof.ts'
import { noProof } from './public-client.ts'

/**
 * The proof of a client that a person came back to: the kind of its redirect URI decides whether it has a credential
 * (github.com/Azure/azure-sdk-for-go/issues/22386). Undefined: nobody came back to it.
 * @throws {Refusal} under CRED-PUBLIC, CRED-ORIGIN-SPA, CRED-SPA-ORIGIN or CRED-CONFIDENTIAL, or a rule of its credential
 */
export async function proveByType(
  clientType: ClientType | undefined,
  request: TokenRequest,
  client: Client,
  session: TenantSession,
  world: World,
): Promise<Proof> {
  const hasOrigin = session.request.header('origin') !== undefined
  const { examination } = session
  if (clientType === undefined) {
    enforce(clientTypeRules, { isSpa: hasOrigin && mayBeSpa(client), hasOrigin }, examination)
    return authenticateClient(request, client, session, world, { isForPublicClients: true })
  }
  const isPublic = clientType !== 'web'
  const hasCredential = request.secrets.length > 0 || request.assertion !== undefined
  enforce([publicClientHasNoCredential], { isPublic, hasCredential }, examination)
  enforce(clientTypeRules, { isSpa: clientType === 'spa', hasOrigin }, examination)
  enforce([confidentialClientHasCredential], { isPublic, hasCredential }, examination)
  return isPublic ? noProof : authenticateClient(request, client, session, world)
}

/** Where nothing shows from where the client asks, one that has an address in a browser may ask from there. */
function mayBeSpa(client: Client): boolean {
  if (!('application' in client)) return false
  return redirectUrisOf(client.application).some(({ clientType }) => clientType === 'spa')
}
