import type { Application } from '../../directory/application.ts'
import { type Group, type User, userCalled } from '../../directory/person.ts'
import type { Principal } from '../../directory/principal.ts'
import type { Resource } from '../../directory/resource.ts'
import type { Tenant } from '../../directory/tenant.ts'

/** What stands in a slot for an id may be an object id or a client id, in any letter case: tools send both. */

export function findApplicationById(tenant: Tenant, id: string): Application | undefined {
  const found = findIn(tenant.applications, tenant, id)
  return found && isNamed(id, found.id, found.appId) ? found : undefined
}

/** A principal of an application, an agent identity, or a managed identity. */
export function findPrincipalById(tenant: Tenant, id: string): Principal | undefined {
  const found: Principal | undefined =
    findIn(tenant.principals, tenant, id) ?? findIn(tenant.managedIdentities, tenant, id)
  return found && isNamed(id, found.id, found.appId) ? found : undefined
}

export function findResourceById(tenant: Tenant, id: string): Resource | undefined {
  const found = findIn(tenant.resources, tenant, id)
  return found && isNamed(id, found.principalId, found.appId) ? found : undefined
}

function findIn<Value>(
  objects: ReadonlyMap<string, Value>,
  { keysByObjectId }: Tenant,
  id: string,
): Value | undefined {
  const key = id.toLowerCase()
  return objects.get(keysByObjectId.get(key) ?? key) ?? objects.get(key)
}

function isNamed(id: string, ...names: readonly string[]): boolean {
  return names.includes(id.toLowerCase())
}

export type DirectoryObject =
  | { readonly kind: 'user'; readonly object: User }
  | { readonly kind: 'group'; readonly object: Group }
  | { readonly kind: 'servicePrincipal'; readonly object: Principal }
  | { readonly kind: 'application'; readonly object: Application }

/** Anything with this object id. */
export function findDirectoryObject(tenant: Tenant, id: string): DirectoryObject | undefined {
  const key = id.toLowerCase()
  const user = tenant.users.get(key)
  if (user) return { kind: 'user', object: user }
  const group = tenant.groups.get(key)
  if (group) return { kind: 'group', object: group }
  const principal = findPrincipalById(tenant, key)
  if (principal?.id === key) return { kind: 'servicePrincipal', object: principal }
  const application = findApplicationById(tenant, key)
  return application?.id === key ? { kind: 'application', object: application } : undefined
}

/** By object id or user principal name. */
export function findUser(tenant: Tenant, idOrName: string): User | undefined {
  const isName = idOrName.includes('@')
  return isName ? userCalled(idOrName, tenant) : tenant.users.get(idOrName.toLowerCase())
}
