import { enforce } from '../../answers/enforce.ts'
import { clouds } from '../../directory/clouds.ts'
import type { FederatedCredential } from '../../directory/credential.ts'
import { exchangeAppId } from '../../directory/resource.ts'
import { federatedCredentialRules as rules } from '../../rules/federated-credential.ts'
import type { World } from '../../world.ts'
import type { Client } from '../find-client.ts'
import type { TenantSession } from '../session.ts'
import type { Assertion } from './assertion.ts'
import { checkSignature } from './issuer-keys.ts'
import type { Proof } from './proof.ts'
import { validityFacts } from './validity-facts.ts'

type FederatedClient = Exclude<Client, { kind: 'agentIdentity' }>

/** A token of another issuer, or of a managed identity of this tenant. */
export async function provedByFederatedCredential(
  assertion: Assertion,
  { application }: FederatedClient,
  session: TenantSession,
  world: World,
): Promise<Proof> {
  const { examination } = session
  const configured = application.federatedCredentials
  const issuerName = (issuer: string) => world.issuerNames.tenantOf(issuer) ?? issuer
  const ofIssuer = configured.filter(
    ({ issuer }) => issuerName(issuer) === issuerName(assertion.issuer),
  )
  const { exchangeUri } = clouds[session.tenant.cloud]
  const forAudience = ofIssuer.filter((one) => namesAudience(one, assertion, exchangeUri))
  const facts = {
    clientId: application.appId,
    clientName: application.displayName,
    issuer: assertion.issuer,
    subject: assertion.subject,
    audience: assertion.audiences.join(' '),
    hasFederatedCredentials: configured.length > 0,
    issuerMatches: ofIssuer.length > 0,
    audienceMatches: forAudience.length > 0,
    subjectMatches: forAudience.some(({ subject }) => subject === assertion.subject),
    subjectMatchesIgnoringCase: forAudience.some(
      ({ subject }) => subject?.toLowerCase() === assertion.subject.toLowerCase(),
    ),
    ...entraTokenFacts(assertion, session, world),
  }
  enforce(rules.issuer, facts, examination)
  enforce(rules.signature, await checkSignature(assertion, session, world), examination)
  enforce(rules.claims, facts, examination)
  enforce(rules.time, validityFacts(assertion, session), examination)
  return { kind: 'federatedCredential', credential: '2' }
}

/** A version 2 token of Entra names the exchange by its application id, a credential by its URI. */
function namesAudience(
  { audience }: FederatedCredential,
  { audiences }: Assertion,
  exchangeUri: string,
): boolean {
  const isExchange = audience.toLowerCase() === exchangeUri.toLowerCase()
  return audiences.includes(audience) || (isExchange && audiences.includes(exchangeAppId))
}

function entraTokenFacts({ issuer, claims }: Assertion, { tenant }: TenantSession, world: World) {
  const named = claims.azp ?? claims.appid
  const client = typeof named === 'string' ? tenant.managedIdentities.get(named) : undefined
  return {
    isEntraToken: world.issuerNames.tenantOf(issuer) !== undefined,
    isAppOnly: claims.idtyp === 'app' && claims.scp === undefined,
    isManagedIdentity: client !== undefined,
  }
}
