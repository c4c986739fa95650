import { graphAppId } from '../directory/resource.ts'
import type { Tenant } from '../directory/tenant.ts'
import type { Target } from '../tokens/app-only-claims.ts'
import type { Minting } from '../tokens/minting.ts'
import { resourceTokenClaims } from '../tokens/resource-token.ts'
import { signToken } from '../tokens/sign-token.ts'
import { userTokenClaims } from '../tokens/user-token.ts'
import { mintingAt, type World } from '../world.ts'

/** The caller of Microsoft Graph, and its permissions. */
export type GraphTokenRequest = {
  readonly tenantId: string
  /** Where the token says it was issued. */
  readonly origin: string
  /** Object id of a user, for a delegated token. Default: the first administrator of agents. */
  readonly userId?: string | undefined
  /** Scopes of a delegated token. Default: all that provisioning needs. */
  readonly scopes?: readonly string[] | undefined
  /** Client id of a principal, for a token without a user. */
  readonly clientId?: string | undefined
  /** Roles of a token without a user. Default: none. */
  readonly roles?: readonly string[] | undefined
  /** The tenant that the issuer names, for a token that is refused. Default: its own. */
  readonly issuerTenantId?: string | undefined
  /** From now on; negative: expired already. Default: ten years. */
  readonly lifetimeSeconds?: number | undefined
}

/** "Microsoft Graph Command Line Tools", through which administrators work. */
const commandLineTools = {
  appId: '14d82eec-204b-4c2f-b7e8-296a70dab67e',
  displayName: 'Microsoft Graph Command Line Tools',
}
const tenYearsSeconds = 10 * 365 * 86_400

/** What an administrator needs to make, use and remove everything of an agent identity. */
export const provisioningScopes = [
  'AgentIdentity.ReadWrite.All',
  'AgentIdentityBlueprint.ReadWrite.All',
  'AgentIdentityBlueprintPrincipal.ReadWrite.All',
  'AgentIdUser.ReadWrite.All',
  'Application.ReadWrite.All',
  'AppRoleAssignment.ReadWrite.All',
  'AuditLog.Read.All',
  'DelegatedPermissionGrant.ReadWrite.All',
  'Domain.Read.All',
  'Group.Read.All',
  'Organization.Read.All',
  'User.Read.All',
] as const

/** Makes a token for Microsoft Graph on request; undefined if the tenant has no user or application for it. */
export async function mintGraphToken(
  request: GraphTokenRequest,
  world: World,
): Promise<string | undefined> {
  const tenant = world.directory.findTenant(request.tenantId)
  const resource = tenant?.resources.get(graphAppId)
  if (!tenant || !resource) return undefined
  const { clock } = world.facilitiesOf(tenant.id)
  const { origin, lifetimeSeconds = tenYearsSeconds } = request
  const traceId = world.random.guid()
  const usual = mintingAt({ tenant, origin, nowMs: clock.nowMs(), traceId }, world)
  const lifetimes = { ...usual.lifetimes, agentTokenSeconds: lifetimeSeconds }
  const issuer = world.issuerNames.issuersOf(origin, request.issuerTenantId ?? tenant.id)
  const minting = { ...usual, lifetimes, issuer }
  const target = { resource, requestedAs: resource.identifierUris[0] ?? graphAppId }
  const making = { tenant, minting, target, lifetimeSeconds }
  const claims = request.clientId
    ? clientClaims(making, request.clientId, request.roles ?? [])
    : userClaims(making, request.userId, request.scopes ?? provisioningScopes)
  return claims && (await signToken(minting, resource, claims)).token
}

type Making = {
  readonly tenant: Tenant
  readonly minting: Minting
  readonly target: Target
  readonly lifetimeSeconds: number
}

function clientClaims(
  { tenant, minting, target }: Making,
  clientId: string,
  roles: readonly string[],
) {
  const principal = tenant.principals.get(clientId.toLowerCase())
  if (!principal) return undefined
  const { appId, id, displayName } = principal
  const party = { appId, oid: id, sub: id, displayName, credential: '1', roles } as const
  return resourceTokenClaims(minting, target, party, {
    isAgent: principal.kind === 'agentIdentity',
  })
}

function userClaims(
  { tenant, minting, target, lifetimeSeconds }: Making,
  userId: string | undefined,
  scopes: readonly string[],
) {
  const user = userId ? tenant.users.get(userId.toLowerCase()) : administratorOf(tenant)
  return user && userTokenClaims(minting, target, user, commandLineTools, scopes, lifetimeSeconds)
}

function administratorOf({ users }: Tenant) {
  return [...users.values()].find(({ directoryRoles }) =>
    directoryRoles.includes('Agent ID Administrator'),
  )
}
