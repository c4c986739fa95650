import { enforce } from '../../answers/enforce.ts'
import { claimsSatisfy, parseClaimsExpression } from '../../directory/claims-expression.ts'
import { clouds } from '../../directory/clouds.ts'
import type { FederatedCredential } from '../../directory/credential.ts'
import { exchangeAppId } from '../../directory/resource.ts'
import { federatedCredentialRules as rules } from '../../rules/federated-credential.ts'
import { parseAgentSubject } from '../../tokens/agent-subject.ts'
import { isFederationDerived } from '../../tokens/opaque-claims.ts'
import type { World } from '../../world.ts'
import { credentialsOf } from '../credentials-of.ts'
import type { Client } from '../find-client.ts'
import type { TenantSession } from '../session.ts'
import type { Assertion } from './assertion.ts'
import { checkSignature } from './issuer-keys.ts'
import type { Proof } from './proof.ts'
import { validityFacts } from './validity-facts.ts'

/** A token of another issuer, or of a managed identity of this tenant. */
export async function provedByFederatedCredential(
  assertion: Assertion,
  client: Client,
  session: TenantSession,
  world: World,
): Promise<Proof> {
  const { examination } = session
  const facts = {
    ...matchFacts(assertion, client, session, world),
    ...entraTokenFacts(assertion, session, world),
  }
  enforce(rules.issuer, facts, examination)
  const signature = await checkSignature(assertion, session, world)
  enforce(rules.documents, { areUsable: signature.documentsAreUsable }, examination)
  enforce(rules.signature, signature, examination)
  enforce(rules.claims, facts, examination)
  enforce(rules.time, validityFacts(assertion, session), examination)
  return { kind: 'federatedCredential', credential: '2' }
}

function matchFacts(assertion: Assertion, client: Client, session: TenantSession, world: World) {
  const { issuer, subject, audiences } = assertion
  const { federatedCredentials } = credentialsOf(client)
  const issuerName = (name: string) => world.issuerNames.tenantOf(name) ?? name
  const ofIssuer = federatedCredentials.filter(
    (one) => issuerName(one.issuer) === issuerName(issuer),
  )
  const { exchangeUri } = clouds[session.tenant.cloud]
  const forAudience = ofIssuer.filter((one) => namesAudience(one, assertion, exchangeUri))
  const inLowerCase = subject.toLowerCase()
  return {
    clientId: client.principal.appId,
    clientName: client.principal.displayName,
    issuer,
    subject,
    audience: audiences.join(' '),
    hasFederatedCredentials: federatedCredentials.length > 0,
    isT1: parseAgentSubject(subject) !== undefined,
    issuerMatches: ofIssuer.length > 0,
    audienceMatches: forAudience.length > 0,
    subjectMatches: forAudience.some((one) => fits(one, assertion)),
    subjectMatchesIgnoringCase: forAudience.some(
      (one) => one.subject?.toLowerCase() === inLowerCase,
    ),
    hasExpression: forAudience.some((one) => one.claimsMatchingExpression !== undefined),
  }
}

function fits(
  { subject: named, claimsMatchingExpression }: FederatedCredential,
  { subject, claims }: Assertion,
): boolean {
  if (claimsMatchingExpression === undefined) return named === subject
  const conditions = parseClaimsExpression(claimsMatchingExpression.value)
  return conditions !== undefined && claimsSatisfy(claims, conditions)
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
    isFederationDerived: isFederationDerived(claims),
  }
}
