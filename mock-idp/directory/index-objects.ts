import type { Change, CollectionName, Objects } from './collections.ts'
import type { Resource } from './resource.ts'
import type { Tenant, TenantProperties } from './tenant.ts'

/** A tenant whose further names are looked up in the objects it has. */
export function indexed(properties: TenantProperties, objects: Objects): Tenant {
  const resourcesByName = new Map<string, Resource>()
  const keysByObjectId = new Map<string, string>()
  for (const resource of objects.resources.values()) {
    for (const name of namesOf(resource)) resourcesByName.set(name, resource)
  }
  for (const name of collectionsWithOtherKeys) {
    for (const [key, object] of objects[name]) {
      const id = objectIdOf(name, object)
      if (id !== key) keysByObjectId.set(id, key)
    }
  }
  // Member by member: see build-tenant.ts.
  return {
    id: properties.id,
    displayName: properties.displayName,
    domains: properties.domains,
    cloud: properties.cloud,
    regionScope: properties.regionScope,
    createdMs: properties.createdMs,
    facet: properties.facet,
    identityHeader: properties.identityHeader,
    issuers: properties.issuers,
    relaxedRules: properties.relaxedRules,
    blueprintsHaveOwnObjectIds: properties.blueprintsHaveOwnObjectIds,
    accessPolicies: properties.accessPolicies,
    checksResourceParameterAlways: properties.checksResourceParameterAlways,
    applications: objects.applications,
    principals: objects.principals,
    managedIdentities: objects.managedIdentities,
    resources: objects.resources,
    users: objects.users,
    groups: objects.groups,
    permissionGrants: objects.permissionGrants,
    deletedObjects: objects.deletedObjects,
    resourcesByName,
    keysByObjectId,
  }
}

/** Changes the maps of a tenant. Nobody but the directory may: for all others they are read only. */
export function applyChange(tenant: Tenant, change: Change): void {
  const { collection, key, value } = change
  const objects = tenant[collection] as Map<string, unknown>
  forget(tenant, change, objects.get(key))
  if (value === undefined) {
    objects.delete(key)
    return
  }
  objects.set(key, value)
  if (collection === 'resources') {
    const names = tenant.resourcesByName as Map<string, Resource>
    for (const name of namesOf(value)) names.set(name, value)
  }
  const id = objectIdOf(collection, value)
  if (id !== key) (tenant.keysByObjectId as Map<string, string>).set(id, key)
}

function forget(tenant: Tenant, { collection, key }: Change, before: unknown): void {
  if (before === undefined) return
  if (collection === 'resources') {
    const names = tenant.resourcesByName as Map<string, Resource>
    for (const name of namesOf(before as Resource)) names.delete(name)
  }
  const id = objectIdOf(collection, before)
  if (tenant.keysByObjectId.get(id) === key) {
    ;(tenant.keysByObjectId as Map<string, string>).delete(id)
  }
}

const collectionsWithOtherKeys = [
  'applications',
  'principals',
  'managedIdentities',
  'resources',
] as const

function objectIdOf(collection: CollectionName, object: unknown): string {
  if (collection === 'resources') return (object as Resource).principalId
  if (collection === 'deletedObjects') return (object as { object: { id: string } }).object.id
  return (object as { id: string }).id
}

function namesOf({ appId, identifierUris }: Resource): string[] {
  return [appId, ...identifierUris].map((name) => name.toLowerCase())
}
