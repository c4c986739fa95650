import type { Application } from '../../directory/application.ts'
import type { Change } from '../../directory/collections.ts'
import type { Principal } from '../../directory/principal.ts'
import type { Tenant } from '../../directory/tenant.ts'
import { resourceOf } from './resource-of.ts'

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
export function withResources(tenant: Tenant, changes: readonly Change[]): Tenant {
  const resources = new Map(tenant.resources)
  for (const one of changes) {
    if (one.collection === 'resources' && one.value) resources.set(one.key, one.value)
  }
  return { ...tenant, resources }
}
