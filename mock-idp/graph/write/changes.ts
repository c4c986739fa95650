import { isJsonObject } from '../../../wire/json-object.ts'
import type { Application } from '../../directory/application.ts'
import type { Change } from '../../directory/collections.ts'
import type { ApplicationPrincipal, Principal } from '../../directory/principal.ts'
import type { AppRole, Resource } from '../../directory/resource.ts'
import type { Tenant } from '../../directory/tenant.ts'
import type { GraphTenant } from '../call/graph-tenant.ts'

/** An application, and what follows from it: the name of its principal, and the resource that they are. */
export function applicationChanges(tenant: Tenant, application: Application): readonly Change[] {
  const { appId, displayName } = application
  const put: Change = { collection: 'applications', key: appId, value: application }
  const before = tenant.applications.get(appId)
  const principal = tenant.principals.get(appId)
  if (!principal || (before && looksAlike(before, application))) return [put]
  const isRenamed = before?.displayName !== displayName
  const after = isRenamed ? { ...principal, displayName } : principal
  return [put, ...principalChanges(tenant, after, application)]
}

/** Whether nothing differs that principals and resources are made of. */
function looksAlike(one: Application, other: Application): boolean {
  return (
    one.displayName === other.displayName &&
    one.identifierUris === other.identifierUris &&
    one.details.appRoles === other.details.appRoles &&
    one.details.api === other.details.api
  )
}

/** A principal, and the resource that it is together with its application. */
export function principalChanges(
  tenant: Tenant,
  principal: Principal,
  application: Application | undefined = tenant.applications.get(principal.appId),
): readonly Change[] {
  const { appId } = principal
  if (principal.kind === 'managedIdentity') {
    return [{ collection: 'managedIdentities', key: appId, value: principal }]
  }
  const put: Change = { collection: 'principals', key: appId, value: principal }
  if (principal.kind === 'agentIdentity') return [put]
  const resource = resourceOf(tenant, application, principal)
  return resource ? [put, { collection: 'resources', key: appId, value: resource }] : [put]
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

/** The tenant with the resources that changes will make, to show what is made. */
export function withResources(tenant: GraphTenant, changes: readonly Change[]): GraphTenant {
  const resources = new Map(tenant.resources)
  for (const one of changes) {
    if (one.collection === 'resources' && one.value) resources.set(one.key, one.value)
  }
  return { ...tenant, resources }
}

type Deleting = { readonly tenant: Tenant; readonly nowMs: number }

/** An application goes to the deleted items, and with it what it is in its own tenant. Its agent identities stay. */
export function deleteApplication(
  { tenant, nowMs }: Deleting,
  application: Application,
): readonly Change[] {
  const { id, appId } = application
  const principal = tenant.principals.get(appId)
  return [
    { collection: 'applications', key: appId, value: undefined },
    {
      collection: 'deletedObjects',
      key: id,
      value: { deletedMs: nowMs, collection: 'applications', object: application },
    },
    ...(principal ? deletePrincipal({ tenant, nowMs }, principal) : []),
  ]
}

/** A principal goes to the deleted items, an agent identity too. */
export function deletePrincipal(
  { tenant, nowMs }: Deleting,
  principal: Principal,
): readonly Change[] {
  return [
    ...withoutPrincipal(tenant, principal),
    {
      collection: 'deletedObjects',
      key: principal.id,
      value: { deletedMs: nowMs, collection: 'principals', object: principal },
    },
  ]
}

/**
 * The resource that tokens are issued for where an application has an application ID URI or roles of its own.
 * Without either its scope does not resolve (MicrosoftDocs/entra-docs docs/agent-id/create-blueprint.md).
 */
function resourceOf(
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
  return isJsonObject(api) && api.requestedAccessTokenVersion === 1 ? 1 : 2
}

function rolesIn(appRoles: unknown): Resource['appRoles'] {
  if (!Array.isArray(appRoles)) return []
  return appRoles.filter(isJsonObject).flatMap((role) => {
    const { id, value, displayName, isEnabled } = role
    if (typeof id !== 'string' || typeof value !== 'string' || isEnabled === false) return []
    const name = typeof displayName === 'string' ? displayName : value
    return [{ id: id.toLowerCase(), value, displayName: name, ...membersIn(role) }]
  })
}

function membersIn({
  allowedMemberTypes: types,
}: Readonly<Record<string, unknown>>): Pick<AppRole, 'allowedMemberTypes'> {
  if (!Array.isArray(types)) return {}
  return { allowedMemberTypes: types.filter((one) => one === 'User' || one === 'Application') }
}
