import { enforce } from '../../answers/enforce.ts'
import { isGuid } from '../../directory/guid.ts'
import { inheritedRoles } from '../../directory/inherited-roles.ts'
import { rolesFor } from '../../directory/principal.ts'
import { exchangeAppId, graphAppId } from '../../directory/resource.ts'
import { fmiPathRules } from '../../rules/fmi-path.ts'
import { resourceRules } from '../../rules/resource.ts'
import type { AppParty, Target } from '../../tokens/app-only-claims.ts'
import { blueprintTokenClaims } from '../../tokens/blueprint-token.ts'
import { capabilityClaims } from '../../tokens/client-capabilities.ts'
import { federationDerived } from '../../tokens/opaque-claims.ts'
import { resourceTokenClaims } from '../../tokens/resource-token.ts'
import { t1Claims } from '../../tokens/t1.ts'
import { t2Claims } from '../../tokens/t2.ts'
import type { Proof } from '../authenticate-client/proof.ts'
import { enforceAccessPolicies } from '../enforce-access-policies.ts'
import type { Client } from '../find-client.ts'
import type { Grant } from '../grant.ts'
import type { TokenRequest } from '../parse-request.ts'
import { resolveResource } from '../resolve-resource.ts'
import { checkResourceParameterIfStrict } from '../resource-parameter.ts'
import type { TenantSession } from '../session.ts'

/**
 * Tokens without a user: T1 for a blueprint, T2 and resource tokens for an agent identity,
 * Graph tokens for a blueprint, any for an ordinary application.
 * @throws {Refusal} under a SCOPE, RESOURCE or FMI rule
 */
export function clientCredentials(
  request: TokenRequest,
  client: Client,
  proof: Proof,
  session: TenantSession,
): Grant {
  const target = resolveResource(request.scope, session)
  const { parameters } = request
  checkResourceParameterIfStrict(parameters.get('resource'), target.resource, session)
  const party = partyOf(client, target, proof)
  enforceAccess(request, client, target, party.roles, session)
  enforceFmiPath(request, client, target, session)
  enforceAgentPolicies(request, client, target, session)
  return grantFor(request, client, target, party)
}

function grantFor(request: TokenRequest, client: Client, target: Target, party: AppParty): Grant {
  const { fmiPath } = request
  const isExchange = target.resource.appId === exchangeAppId
  const capable = capabilityClaims(target.resource, request.claims.capabilities)
  if (client.kind === 'agentIdentity') {
    const { blueprintAppId } = client.principal
    if (isExchange) {
      return { tokenKind: 't2', target, claims: (m) => t2Claims(m, target, party, blueprintAppId) }
    }
    const actor = { isAgent: true, blueprintAppId }
    return {
      tokenKind: 'agent',
      target,
      claims: (m) => Object.assign(resourceTokenClaims(m, target, party, actor), capable),
    }
  }
  if (client.kind === 'blueprint') {
    if (isExchange && fmiPath) {
      return { tokenKind: 't1', target, claims: (m) => t1Claims(m, target, party, fmiPath) }
    }
    const { createdMs } = client.application
    return {
      tokenKind: 'blueprint',
      target,
      claims: (m) => blueprintTokenClaims(m, target, party, createdMs),
    }
  }
  const actor = { isAgent: false }
  if (client.kind === 'managedIdentity') {
    return {
      tokenKind: 'managed-identity',
      target,
      claims: (m) =>
        Object.assign(resourceTokenClaims(m, target, party, actor), federationDerived(m), {
          idtyp: 'app',
        }),
    }
  }
  return {
    tokenKind: 'application',
    target,
    claims: (m) => Object.assign(resourceTokenClaims(m, target, party, actor), capable),
  }
}

/** An agent identity can be blocked where it acts as itself; T1 and T2 are not for a resource. */
function enforceAgentPolicies(
  { claims: { authenticationContexts } }: TokenRequest,
  { kind, principal }: Client,
  { resource }: Target,
  session: TenantSession,
): void {
  const isConcerned = kind === 'agentIdentity' && resource.appId !== exchangeAppId
  const attempt = {
    subject: 'agents',
    principalId: principal.id,
    resourceAppId: resource.appId,
    authenticationContexts,
  } as const
  enforceAccessPolicies(isConcerned ? attempt : undefined, [], session)
}

function partyOf(client: Client, { resource }: Target, { credential }: Proof): AppParty {
  const { principal } = client
  return {
    appId: principal.appId,
    oid: principal.id,
    sub: principal.id,
    displayName: principal.displayName,
    credential,
    roles: rolesOf(client, resource.appId),
  }
}

function rolesOf(client: Client, resourceAppId: string): readonly string[] {
  const own = rolesFor(client.principal, resourceAppId)
  if (client.kind !== 'agentIdentity') return own
  const inherited = inheritedRoles(client.blueprint, client.blueprintPrincipal, resourceAppId)
  return inherited.length === 0 ? own : [...new Set([...own, ...inherited])]
}

function enforceAccess(
  { scope, fmiPath }: TokenRequest,
  { kind, principal }: Client,
  { resource }: Target,
  roles: readonly string[],
  { examination }: TenantSession,
): void {
  enforce(
    resourceRules.access,
    {
      clientId: principal.appId,
      clientName: principal.displayName,
      resourceAppId: resource.appId,
      resourceDisplayName: resource.displayName,
      isBlueprint: kind === 'blueprint',
      isExchange: resource.appId === exchangeAppId,
      isGraph: resource.appId === graphAppId,
      hasFmiPath: Boolean(fmiPath),
      assignmentMissing: resource.assignmentRequired && roles.length === 0,
      isItselfNamedByUri: resource.appId === principal.appId && !isGuid(scope.split('/')[0] ?? ''),
    },
    examination,
  )
}

function enforceFmiPath(
  { fmiPath }: TokenRequest,
  { kind, principal }: Client,
  { resource }: Target,
  { tenant, examination }: TenantSession,
): void {
  const path = fmiPath?.toLowerCase() ?? ''
  // A blueprint that names itself gets T1 (reported by one person, together with what comes of it: FIC-T1).
  const namesItself = path === principal.appId
  const named = tenant.principals.get(path)
  const agent = named?.kind === 'agentIdentity' ? named : undefined
  enforce(
    fmiPathRules,
    {
      fmiPath,
      tenantName: tenant.displayName,
      isBlueprint: kind === 'blueprint',
      isExchange: resource.appId === exchangeAppId,
      agentFound: agent !== undefined || namesItself,
      agentIsOwn: namesItself || agent?.blueprintAppId === principal.appId,
    },
    examination,
  )
}
