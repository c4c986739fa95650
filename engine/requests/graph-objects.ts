import type { Directory } from '../cast/directory.ts'
import { idOfNobody } from '../cast/fill.ts'
import type { CastName } from '../cast/names.ts'

/** An object of the directory, by its kind and its name in the features. Without a name: nobody has it. */
export type ObjectName = {
  readonly kind: 'blueprint' | 'principal' | 'agent identity' | 'agent user'
  readonly name: CastName | undefined
}

/** Where an object is. Client ids are named as such, for an object id may differ from them. */
export function pathOf({ kind, name }: ObjectName, directory: Directory): string {
  const clientId = name === undefined ? idOfNobody : directory.clientId(name)
  switch (kind) {
    case 'blueprint':
      return `/applications(appId='${clientId}')`
    case 'principal':
      return `/servicePrincipals(appId='${clientId}')`
    case 'agent identity':
      return `/servicePrincipals/${clientId}`
    case 'agent user':
      return `/users/${clientId}`
  }
}

/** The path of an object as one of its own type. */
export function typedPathOf(object: ObjectName, directory: Directory): string {
  return `${pathOf(object, directory)}${casts[object.kind]}`
}

const casts: Readonly<Record<ObjectName['kind'], string>> = {
  blueprint: '/microsoft.graph.agentIdentityBlueprint',
  principal: '',
  'agent identity': '/microsoft.graph.agentIdentity',
  'agent user': '/microsoft.graph.agentUser',
}

/** Its id among the deleted objects, which know no client ids. */
export function objectIdOf({ kind, name }: ObjectName, directory: Directory): string {
  if (name === undefined) return idOfNobody
  if (kind === 'blueprint') return directory.applicationId(name)
  return kind === 'principal' ? directory.objectId(name, 'Contoso') : directory.clientId(name)
}

const listingPaths = {
  'the blueprints': '/applications/microsoft.graph.agentIdentityBlueprint',
  'the blueprint principals': '/servicePrincipals/microsoft.graph.agentIdentityBlueprintPrincipal',
  'the agent identities': '/servicePrincipals/microsoft.graph.agentIdentity',
  'the applications': '/applications',
  'the users': '/users',
  'the groups': '/groups',
  'the agent users': '/users/microsoft.graph.agentUser',
  'the deleted principals': '/directory/deletedItems/microsoft.graph.servicePrincipal',
  'the deleted groups': '/directory/deletedItems/microsoft.graph.group',
  'the permission grants': '/oauth2PermissionGrants',
  'the sign-ins': '/auditLogs/signIns',
  'the domains': '/domains',
  'the tenants': '/organization',
} as const

/** A collection, as the features call it. */
export type Listing = keyof typeof listingPaths

export const listings = Object.keys(listingPaths) as readonly Listing[]

export function listingPath(listing: Listing): string {
  return listingPaths[listing]
}
