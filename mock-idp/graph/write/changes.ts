import type { Application } from '../../directory/application.ts'
import type { Change } from '../../directory/collections.ts'
import type { ApplicationPrincipal, Principal } from '../../directory/principal.ts'
import type { Resource } from '../../directory/resource.ts'
import type { Tenant } from '../../directory/tenant.ts'

/** An application, and what follows from it: the name of its principal, and the resource it is. */
export function applicationChanges(tenant: Tenant, application: Application): readonly Change[] {
  const { appId, displayName } = application
  const principal = tenant.principals.get(appId)
  const put: Change = { collection: 'applications', key: appId, value: application }
  if (principal?.kind !== 'blueprint' && principal?.kind !== 'application') return [put]
  const renamed = { ...principal, displayName }
  return [put, ...principalChanges(tenant, renamed, application)]
}

/** A principal of an application, and the resource that they are together. */
export function principalChanges(
  tenant: Tenant,
  principal: ApplicationPrincipal,
  application: Application | undefined,
): readonly Change[] {
  const { appId } = principal
  const resource = application && resourceOf(tenant, application, principal)
  return [
    { collection: 'principals', key: appId, value: principal },
    ...(resource ? [{ collection: 'resources', key: appId, value: resource } as const] : []),
  ]
}

/** Takes a principal away, and with it the resource that it is. */
export function withoutPrincipal(tenant: Tenant, principal: Principal): readonly Change[] {
  const { appId } = principal
  const collection = principal.kind === 'managedIdentity' ? 'managedIdentities' : 'principals'
  const isResource = tenant.resources.get(appId)?.principalId === principal.id
  return [
    { collection, key: appId, value: undefined },
    ...(isResource ? [{ collection: 'resources', key: appId, value: undefined } as const] : []),
  ]
}

/**
 * A resource that tokens are issued for: one with an application ID URI or roles of its own. Without either
 * its scope does not resolve (MicrosoftDocs/entra-docs docs/agent-id/create-blueprint.md).
 */
function resourceOf(
  tenant: Tenant,
  { appId, displayName, identifierUris, details }: Application,
  principal: ApplicationPrincipal,
): Resource | undefined {
  const known = tenant.resources.get(appId)
  const appRoles = rolesIn(details.appRoles)
  if (!known && identifierUris.length === 0 && appRoles.length === 0) return undefined
  const version = (details.api as { requestedAccessTokenVersion?: unknown } | undefined)
    ?.requestedAccessTokenVersion
  return {
    optionalClaims: [],
    assignmentRequired: false,
    hashedNonce: false,
    ...known,
    appId,
    principalId: principal.id,
    displayName,
    identifierUris,
    appRoles,
    enabled: principal.enabled,
    accessTokenVersion: version === 1 ? 1 : 2,
  }
}

function rolesIn(appRoles: unknown): Resource['appRoles'] {
  if (!Array.isArray(appRoles)) return []
  return appRoles.flatMap(({ id, value, displayName, isEnabled }) =>
    typeof id === 'string' && typeof value === 'string' && isEnabled !== false
      ? [{ id: id.toLowerCase(), value, displayName: String(displayName ?? value) }]
      : [],
  )
}
