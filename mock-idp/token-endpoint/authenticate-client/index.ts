import { enforce } from '../../answers/enforce.ts'
import { assertionRules } from '../../rules/assertion.ts'
import { credentialRules } from '../../rules/client-secret.ts'
import type { World } from '../../world.ts'
import type { Client } from '../find-client.ts'
import type { TokenRequest } from '../parse-request.ts'
import type { TenantSession } from '../session.ts'
import { isFederated, readAssertion } from './assertion.ts'
import { provedByCertificate } from './certificate.ts'
import { provedBySecret } from './client-secret.ts'
import { provedByFederatedCredential } from './federated-credential.ts'
import type { Proof } from './proof.ts'
import { noProof, refusePublicCredential } from './public-client.ts'
import { provedByT1 } from './t1.ts'

const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/**
 * Exactly one credential, and the way of each kind; none where the grant is one of public clients too.
 * @throws {Refusal} under a CRED, ASSERT, CERT, FIC or T1 rule
 */
export async function authenticateClient(
  request: TokenRequest,
  client: Client,
  session: TenantSession,
  world: World,
  { isForPublicClients = false }: { readonly isForPublicClients?: boolean } = {},
): Promise<Proof> {
  const { assertion: jwt, secrets, basicClientDiffers } = request
  const credentialCount = secrets.length + (jwt === undefined ? 0 : 1)
  // Only an ordinary application may be a public client; agents and blueprints never are.
  const isNeeded = !isForPublicClients || client.kind !== 'application'
  const count = { basicClientDiffers, credentialCount, isNeeded }
  enforce(credentialRules, count, session.examination)
  if (isForPublicClients) refusePublicCredential(client, credentialCount, session)
  if (credentialCount === 0) return noProof
  if (jwt === undefined) return provedBySecret(secrets[0] ?? '', client, session)

  const { assertionType } = request
  const type = { hasType: Boolean(assertionType), hasJwtBearerType: assertionType === jwtBearer }
  enforce(assertionRules.type, type, session.examination)
  const isAgentIdentity = client.kind === 'agentIdentity'
  const assertion = readAssertion(jwt, { isAgentIdentity }, session, world.platform)
  if (!isFederated(assertion.issuer)) return provedByCertificate(assertion, client, session)
  if (client.kind === 'agentIdentity') return provedByT1(assertion, client, session, world)
  return provedByFederatedCredential(assertion, client, session, world)
}
