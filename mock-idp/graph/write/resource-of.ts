import type { Application } from '../../directory/application.ts'
import type { ApplicationPrincipal } from '../../directory/principal.ts'
import type { Resource } from '../../directory/resource.ts'
import type { Tenant } from '../../directory/tenant.ts'

/**
 * The resource that tokens are issued for where an application has an application ID URI or roles of its own.
 * Without either its scope does not resolve (MicrosoftDocs/entra-docs docs/agent-id/create-blueprint.md).
 */
export function resourceOf(
  tenant: Tenant,
  application: Application | undefined,
  principal: ApplicationPrincipal,
): Resource | undefined {
  const known = tenant.resources.get(principal.appId)
  const { id: principalId, enabled, appId } = principal
  const { appRoleAssignmentRequired: required } = principal.details
  const assignmentRequired =
    typeof required === 'boolean' ? required : (known?.assignmentRequired ?? false)
  const own = { principalId, enabled, assignmentRequired }
  if (!application) return known && { ...known, ...own }
  const { displayName, identifierUris, details } = application
  const appRoles = rolesIn(details.appRoles)
  if (!known && identifierUris.length === 0 && appRoles.length === 0) return undefined
  return {
    optionalClaims: [],
    hashedNonce: false,
    ...known,
    ...own,
    appId,
    displayName,
    identifierUris,
    appRoles,
    accessTokenVersion: versionIn(details.api),
  }
}

/** Version 2 unless the application says 1. */
function versionIn(api: unknown): Resource['accessTokenVersion'] {
  return isRecord(api) && api.requestedAccessTokenVersion === 1 ? 1 : 2
}

function rolesIn(appRoles: unknown): Resource['appRoles'] {
  if (!Array.isArray(appRoles)) return []
  return appRoles.filter(isRecord).flatMap(({ id, value, displayName, isEnabled }) => {
    if (typeof id !== 'string' || typeof value !== 'string' || isEnabled === false) return []
    const name = typeof displayName === 'string' ? displayName : value
    return [{ id: id.toLowerCase(), value, displayName: name }]
  })
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
