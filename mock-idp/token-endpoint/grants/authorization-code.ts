import { enforce } from '../../answers/enforce.ts'
import { findRedirectUri } from '../../directory/redirect-uris.ts'
import { authorizationCodeRules } from '../../rules/authorization-code.ts'
import { authorizeRules } from '../../rules/authorize.ts'
import {
  type CodeChallenge,
  type KeptCode,
  tenantOfCode,
} from '../../tokens/authorization-codes.ts'
import type { World } from '../../world.ts'
import { proveByType } from '../authenticate-client/client-type.ts'
import type { Proof } from '../authenticate-client/proof.ts'
import { delegatedGrant } from '../delegated-grant.ts'
import type { Client } from '../find-client.ts'
import type { Grant, GrantFlow } from '../grant.ts'
import type { TokenRequest } from '../parse-request.ts'
import { consentedScopes, resolveScopes } from '../resolve-scopes.ts'
import { checkResourceParameter } from '../resource-parameter.ts'
import type { TenantSession } from '../session.ts'

/** Ten minutes (learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow). */
const lifetimeMs = 600_000

/** A client that sent a person to the authorize endpoint gets the tokens of that person. */
export const authorizationCode: GrantFlow = { admit: refuseAgents, prove, decide }

/** An agent identity sends nobody to sign in, and so has no code. */
function refuseAgents({ kind }: Client, { examination }: TenantSession): void {
  if (kind !== 'agentIdentity') return
  const facts = { isAgent: true, isBlueprint: false, asksForTokens: true, agentsMayAsk: false }
  enforce(authorizeRules.client, facts, examination)
}

/** The redirect URI says of what type the client is: that of the code, or the one that the request names. */
function prove(
  request: TokenRequest,
  client: Client,
  session: TenantSession,
  world: World,
): Promise<Proof> {
  const { parameters } = request
  const kept = keptCode(request, session, world)
  const named =
    'application' in client
      ? findRedirectUri(client.application, parameters.get('redirect_uri') ?? '')
      : undefined
  const own = kept?.grant.clientAppId === client.principal.appId ? kept.grant : named
  return proveByType(own?.clientType, request, client, session, world)
}

async function decide(
  request: TokenRequest,
  client: Client,
  proof: Proof,
  session: TenantSession,
  world: World,
): Promise<Grant> {
  const verifier = request.parameters.get('code_verifier')
  const hashed = verifier ? await world.platform.sha256(verifier) : ''
  // From here to the redemption nothing waits: of requests at the same time, one finds the code unredeemed.
  const kept = keptCode(request, session, world)
  checkCode(kept, hashed, request, client, session, world)
  const { tenant } = session
  const { grant } = kept ?? {}
  const user = tenant.users.get(grant?.userId ?? '')
  if (!grant || !user) throw new TypeError('no authorization code')
  const requested = resolveScopes(request.scope || grant.scope, session)
  checkResourceParameter(request.parameters.get('resource'), requested.target.resource, session)
  const scopes = consentedScopes(requested, client, user, session)
  // A second redemption is refused and revokes nothing: Entra tells the client to use the refresh token that it has
  // (learn.microsoft.com/entra/identity-platform/reference-breaking-changes; RFC 6749 section 4.1.2 only asks for it).
  world.facilitiesOf(tenant.id).authorizationCodes.redeem(codeIn(request))
  const { signIn, nonce, clientType } = grant
  return delegatedGrant(
    { tokenKind: 'user', client, proof, user, scopes, requested, signIn, nonce, clientType },
    request,
    session,
    world,
  )
}

function codeIn({ parameters }: TokenRequest): string {
  return parameters.get('code') ?? ''
}

function keptCode(
  request: TokenRequest,
  { tenant }: TenantSession,
  { facilitiesOf }: World,
): KeptCode | undefined {
  return facilitiesOf(tenant.id).authorizationCodes.find(codeIn(request))
}

function checkCode(
  kept: KeptCode | undefined,
  hashed: string,
  request: TokenRequest,
  client: Client,
  { tenant, nowMs, examination }: TenantSession,
  { directory }: World,
): void {
  const { parameters } = request
  const { grant, isRedeemed = false } = kept ?? {}
  const [code, redirectUri, verifier] = [
    codeIn(request),
    parameters.get('redirect_uri'),
    parameters.get('code_verifier'),
  ]
  const issuer = kept ? undefined : directory.findTenant(tenantOfCode(code) ?? '')
  const user = tenant.users.get(grant?.userId ?? '')
  enforce(
    authorizationCodeRules,
    {
      hasCode: code !== '',
      hasRedirectUri: Boolean(redirectUri),
      isKnown: kept !== undefined,
      isOfOtherTenant: issuer !== undefined && issuer.id !== tenant.id,
      isOfClient: grant?.clientAppId === client.principal.appId,
      isRedeemed,
      isExpired: nowMs - (grant?.issuedMs ?? nowMs) >= lifetimeMs,
      redirectMatches: grant?.redirectUri === redirectUri,
      hasChallenge: grant?.challenge !== undefined,
      hasVerifier: Boolean(verifier),
      verifierMatches: isAnswered(grant?.challenge, verifier, hashed),
      needsChallenge: grant?.clientType === 'spa',
      userFound: user !== undefined,
      userEnabled: user?.enabled ?? false,
    },
    examination,
  )
}

function isAnswered(
  challenge: CodeChallenge | undefined,
  verifier: string | undefined,
  hashed: string,
): boolean {
  if (!challenge) return false
  return challenge.value === (challenge.method === 'S256' ? hashed : verifier)
}
