import { enforce } from '../../answers/enforce.ts'
import type { User } from '../../directory/person.ts'
import { graphAppId } from '../../directory/resource.ts'
import { findResource } from '../../directory/tenant.ts'
import { isAssigned } from '../../directory/user-assignment.ts'
import { onBehalfOfRules } from '../../rules/on-behalf-of.ts'
import { userAssignmentRules, userSessionRules } from '../../rules/user-state.ts'
import type { SignIn } from '../../tokens/delegation.ts'
import { backdatedSeconds } from '../../tokens/lifetimes.ts'
import type { World } from '../../world.ts'
import type { Assertion } from '../authenticate-client/assertion.ts'
import { checkTokenSignature } from '../authenticate-client/issuer-keys.ts'
import type { Proof } from '../authenticate-client/proof.ts'
import { validityFacts } from '../authenticate-client/validity-facts.ts'
import { delegatedGrant } from '../delegated-grant.ts'
import type { Client } from '../find-client.ts'
import type { Grant, GrantFlow } from '../grant.ts'
import type { TokenRequest } from '../parse-request.ts'
import { readToken } from '../read-token.ts'
import { consentedScopes, resolveScopes } from '../resolve-scopes.ts'
import { checkResourceParameterIfStrict } from '../resource-parameter.ts'
import type { TenantSession } from '../session.ts'

/**
 * Whoever was called with a user's token, Tc, gets one for the next resource: an agent identity with a Tc for its
 * blueprint, an ordinary application with one for itself
 * (MicrosoftDocs/entra-docs docs/agent-id/agent-on-behalf-of-oauth-flow.md).
 */
export const onBehalfOf: GrantFlow = {
  admit: ({ kind, principal: { appId: clientId } }, { examination }) =>
    enforce(onBehalfOfRules.client, { isBlueprint: kind === 'blueprint', clientId }, examination),
  decide,
}

async function decide(
  request: TokenRequest,
  client: Client,
  proof: Proof,
  session: TenantSession,
  world: World,
): Promise<Grant> {
  const { examination } = session
  const jwt = request.parameters.get('assertion')
  const use = request.parameters.get('requested_token_use')
  enforce(onBehalfOfRules.request, { use, hasAssertion: Boolean(jwt) }, examination)
  const token = readToken(jwt ?? '', world.platform)
  enforce(
    onBehalfOfRules.form,
    { isJwt: token !== undefined, isIdToken: token !== undefined && isIdToken(token) },
    examination,
  )
  if (!token) throw new TypeError('the token of the user cannot be read')
  await checkOrigin(token, client, session, world)
  enforce(onBehalfOfRules.time, validityFacts(token, session), examination)
  const user = userOf(token, client, session)
  const requested = resolveScopes(request.scope, session)
  const { resource } = requested.target
  checkResourceParameterIfStrict(request.parameters.get('resource'), resource, session)
  checkAssignment(user, client, session)
  const scopes = consentedScopes(requested, client, user, session)
  return delegatedGrant(
    {
      tokenKind: 'on-behalf-of',
      client,
      proof,
      user,
      scopes,
      requested,
      signIn: signInOf(token, session, world),
      latestExpirySeconds: token.expiresSeconds,
    },
    request,
    session,
    world,
  )
}

/** Only access tokens name the client that they were issued to. */
function isIdToken({ claims: { azp, appid } }: Assertion): boolean {
  return azp === undefined && appid === undefined
}

async function checkOrigin(
  token: Assertion,
  client: Client,
  session: TenantSession,
  world: World,
): Promise<void> {
  const { tenant } = session
  const [audience = ''] = token.audiences
  const expected = expectedAudience(client)
  const { keyFound, signatureValid } = await checkTokenSignature(token, world)
  enforce(
    onBehalfOfRules.origin,
    {
      isForGraph: findResource(tenant, audience)?.appId === graphAppId,
      keyFound,
      signatureValid,
      issuerIsThisTenant: world.issuerNames.tenantOfTokens(token.issuer) === tenant.id,
      audience,
      expectedAudience: `api://${expected}`,
      audienceIsExpected:
        audience === expected || findResource(tenant, audience)?.appId === expected,
    },
    session.examination,
  )
}

/** Users call the blueprint, and one of its agent identities answers. */
function expectedAudience(client: Client): string {
  return client.kind === 'agentIdentity' ? client.principal.blueprintAppId : client.principal.appId
}

function userOf({ claims }: Assertion, client: Client, session: TenantSession): User {
  const { tenant, examination } = session
  const { oid, scp, upn, preferred_username: name } = claims
  const clientId = client.principal.appId
  enforce(onBehalfOfRules.subject, { clientId, isAboutUser: typeof scp === 'string' }, examination)
  const user = tenant.users.get(String(oid).toLowerCase())
  enforce(
    onBehalfOfRules.user,
    {
      userName: String(upn ?? name ?? oid),
      tenantName: tenant.displayName,
      userFound: user !== undefined,
      userEnabled: user?.enabled ?? false,
    },
    examination,
  )
  if (!user) throw new TypeError('no user')
  const issuedMs = (Number(claims.iat) + backdatedSeconds) * 1000
  // Claims count whole seconds.
  const isRevoked = !(issuedMs + 999 >= (user.sessionsValidFromMs ?? 0))
  enforce(userSessionRules, { isRevoked }, examination)
  return user
}

/** `acrs` holds other words besides authentication contexts. */
function isContext(value: unknown): value is string {
  return typeof value === 'string' && /^c[1-9]\d?$/.test(value)
}

/** What the user called is the application that decides who may use it, also by its agent identities. */
function checkAssignment(user: User, client: Client, { tenant, examination }: TenantSession): void {
  const appId = expectedAudience(client)
  const called = findResource(tenant, appId)
  enforce(
    userAssignmentRules,
    {
      appId,
      appName: called?.displayName ?? appId,
      userName: user.userPrincipalName,
      assignmentMissing: (called?.assignmentRequired ?? false) && !isAssigned(user, appId, tenant),
    },
    examination,
  )
}

/** Version 2 tokens do not say how somebody signed in: the tenant remembers. */
function signInOf({ claims }: Assertion, { tenant }: TenantSession, world: World): SignIn {
  const sessionId = typeof claims.sid === 'string' ? claims.sid : world.random.guid()
  const known = world.facilitiesOf(tenant.id).signIns.find(sessionId)
  const methods = Array.isArray(claims.amr) ? claims.amr.map(String) : ['pwd']
  const authenticationContexts = Array.isArray(claims.acrs) ? claims.acrs.filter(isContext) : []
  return known ?? { sessionId, methods, ipAddress: '127.0.0.1', authenticationContexts }
}
