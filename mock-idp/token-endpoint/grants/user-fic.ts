import { enforce } from '../../answers/enforce.ts'
import { isGuid } from '../../directory/guid.ts'
import { type User, userNamed } from '../../directory/person.ts'
import { exchangeAppId } from '../../directory/resource.ts'
import { userFicRules } from '../../rules/user-fic.ts'
import type { SignIn } from '../../tokens/delegation.ts'
import type { World } from '../../world.ts'
import { type Assertion, readAssertion } from '../authenticate-client/assertion.ts'
import { checkSignature } from '../authenticate-client/issuer-keys.ts'
import type { Proof } from '../authenticate-client/proof.ts'
import { validityFacts } from '../authenticate-client/validity-facts.ts'
import { delegatedGrant } from '../delegated-grant.ts'
import type { Client } from '../find-client.ts'
import type { Grant, GrantFlow } from '../grant.ts'
import type { TokenRequest } from '../parse-request.ts'
import { consentedScopes, resolveScopes } from '../resolve-scopes.ts'
import { checkResourceParameterIfStrict } from '../resource-parameter.ts'
import type { TenantSession } from '../session.ts'

/**
 * An agent identity gets a token for its own user account: T1 proves the agent, T2 the right to act as the user
 * (MicrosoftDocs/entra-docs docs/agent-id/agent-user-oauth-flow.md).
 */
export const userFederatedCredential: GrantFlow = { decide }

async function decide(
  request: TokenRequest,
  client: Client,
  proof: Proof,
  session: TenantSession,
  world: World,
): Promise<Grant> {
  const { parameters } = request
  const [jwt, userId, userName] = [
    parameters.get('user_federated_identity_credential'),
    parameters.get('user_id'),
    parameters.get('username'),
  ]
  const { examination } = session
  enforce(
    userFicRules.request,
    {
      isAgentIdentity: client.kind === 'agentIdentity',
      hasCredential: Boolean(jwt),
      hasUser: Boolean(userId || userName),
    },
    examination,
  )
  const t2 = readAssertion(jwt ?? '', { isAgentIdentity: true }, session, world.platform)
  await checkT2(t2, client, session, world)
  const user = findUser({ userId, userName }, client, session)
  const requested = resolveScopes(request.scope, session)
  const { resource } = requested.target
  checkResourceParameterIfStrict(request.parameters.get('resource'), resource, session)
  const scopes = consentedScopes(requested, client, user, session)
  return delegatedGrant(
    { tokenKind: 'agent-user', client, proof, user, scopes, requested, signIn: noSignIn(world) },
    request,
    session,
    world,
  )
}

async function checkT2(
  t2: Assertion,
  client: Client,
  session: TenantSession,
  world: World,
): Promise<void> {
  const { examination, tenant } = session
  enforce(userFicRules.signature, await checkSignature(t2, session, world), examination)
  enforce(
    userFicRules.credential,
    {
      issuer: t2.issuer,
      audience: t2.audiences.join(' '),
      subject: t2.subject,
      issuerIsThisTenant: world.issuerNames.tenantOf(t2.issuer) === tenant.id,
      audienceIsExchange: t2.audiences.includes(exchangeAppId),
      // The subject of T1 is a path, that of T2 the object id of the agent identity.
      isOfClient: t2.subject === client.principal.id,
    },
    examination,
  )
  enforce(userFicRules.time, validityFacts(t2, session), examination)
}

type NamedUser = { readonly userId: string | undefined; readonly userName: string | undefined }

function findUser({ userId, userName }: NamedUser, client: Client, session: TenantSession): User {
  const { tenant, examination } = session
  enforce(userFicRules.userId, { userId, isGuid: isGuid(userId ?? '') }, examination)
  const user = userId ? tenant.users.get(userId.toLowerCase()) : userNamed(userName ?? '', tenant)
  enforce(
    userFicRules.user,
    {
      userName: userName ?? userId ?? '',
      tenantName: tenant.displayName,
      userFound: user !== undefined,
      isUserOfClient: user?.identityParentId === client.principal.id,
      userEnabled: user?.enabled ?? false,
    },
    examination,
  )
  if (!user) throw new TypeError('no user')
  return user
}

/** Nobody sat at a keyboard. */
function noSignIn({ random }: World): SignIn {
  return { sessionId: random.guid(), methods: [], ipAddress: '127.0.0.1' }
}
