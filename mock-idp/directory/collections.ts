import type { Application } from './application.ts'
import type { DeletedObject } from './deleted-object.ts'
import type { PermissionGrant } from './permission-grant.ts'
import type { Group, User } from './person.ts'
import type { ManagedIdentity, Principal } from './principal.ts'
import type { Resource } from './resource.ts'

/** What a tenant keeps, each under the key by which requests ask for it. */
export type Collections = {
  /** By application id. */
  readonly applications: Application
  /** By client id. */
  readonly principals: Principal
  /** By client id. */
  readonly managedIdentities: ManagedIdentity
  /** By application id. */
  readonly resources: Resource
  /** By object id, as all that follow. */
  readonly users: User
  readonly groups: Group
  readonly permissionGrants: PermissionGrant
  readonly deletedObjects: DeletedObject
}

export type CollectionName = keyof Collections

export const collectionNames: readonly CollectionName[] = [
  'applications',
  'principals',
  'managedIdentities',
  'resources',
  'users',
  'groups',
  'permissionGrants',
  'deletedObjects',
]

/** The objects of a tenant by collection and key. */
export type Objects = {
  readonly [Name in CollectionName]: ReadonlyMap<string, Collections[Name]>
}

/** One object put under its key, or removed where `value` is undefined. */
export type Change = {
  readonly [Name in CollectionName]: {
    readonly collection: Name
    readonly key: string
    readonly value: Collections[Name] | undefined
  }
}[CollectionName]
