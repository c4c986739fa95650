import type { Application } from './application.ts'
import type { Tenant } from './tenant.ts'

/** Who asks for what of whom: object ids. */
export type DelegationParties = {
  /** The principal of the client. */
  readonly clientId: string
  readonly userId: string
  /** The principal of the resource. */
  readonly resourceId: string
}

/** What an agent identity takes over from its blueprint. */
export type Inheritance = {
  readonly blueprint: Pick<Application, 'inheritablePermissions'>
  /** The object id of the blueprint's principal. */
  readonly blueprintPrincipalId: string
  readonly resourceAppId: string
}

/**
 * The delegated permissions that a client has for a user at a resource: what was granted for every user, what was
 * granted for this one, and what an agent identity inherits from its blueprint. Inherited ones are computed when a
 * token is issued, and are no grant that Microsoft Graph shows
 * (MicrosoftDocs/entra-docs docs/agent-id/concept-inheritable-permissions.md; that all three add up is inferred).
 */
export function delegatedPermissions(
  tenant: Pick<Tenant, 'permissionGrants'>,
  parties: DelegationParties,
  inheritance?: Inheritance,
): ReadonlySet<string> {
  const own = [...tenant.permissionGrants.values()].filter(
    ({ clientId, resourceId, principalId, consentType }) =>
      clientId === parties.clientId &&
      resourceId === parties.resourceId &&
      (consentType === 'AllPrincipals' || principalId === parties.userId),
  )
  const scopes = own.flatMap(({ scope }) => scopesIn(scope))
  if (inheritance) scopes.push(...inheritedScopes(tenant, parties, inheritance))
  return new Set(scopes)
}

function inheritedScopes(
  { permissionGrants }: Pick<Tenant, 'permissionGrants'>,
  { resourceId }: DelegationParties,
  { blueprint, blueprintPrincipalId, resourceAppId }: Inheritance,
): readonly string[] {
  const entry = blueprint.inheritablePermissions.find((one) => one.resourceAppId === resourceAppId)
  const { inheritableScopes } = entry ?? {}
  if (!inheritableScopes || inheritableScopes.kind === 'none') return []
  const granted = [...permissionGrants.values()]
    .filter(
      (one) =>
        one.clientId === blueprintPrincipalId &&
        one.resourceId === resourceId &&
        one.consentType === 'AllPrincipals',
    )
    .flatMap(({ scope }) => scopesIn(scope))
  if (inheritableScopes.kind === 'allAllowed') return granted
  const { scopes } = inheritableScopes
  return granted.filter((scope) => scopes.includes(scope))
}

/** Scopes as a grant holds them: separated by spaces. */
export function scopesIn(text: string): readonly string[] {
  return text.split(/\s+/).filter((scope) => scope !== '')
}
