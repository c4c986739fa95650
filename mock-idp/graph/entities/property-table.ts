import type { Tenant } from '../../directory/tenant.ts'
import { type EdmType, type Shape, typedAccessor } from '../odata/index.ts'

/** A property of an entity: how it is read from an object of the directory. */
export type Read<T> = (object: T, tenant: Tenant) => unknown

/** What an entity is to those who ask: its properties by name, in the order in which they are shown. */
export type Entity<T> = {
  /** The type of all, such as `microsoft.graph.servicePrincipal`. */
  readonly typeName: string
  /** The type of one, such as `microsoft.graph.agentIdentity`. */
  readonly typeOf: (object: T) => string
  /** The name in error messages, such as `Application`. */
  readonly name: string
  readonly properties: Readonly<Record<string, Read<T>>>
  /** Those that are shown only where they are selected. */
  readonly onSelect?: readonly string[]
}

/** Properties that are no texts; undefined for structures and lists. */
const types: Readonly<Record<string, EdmType | undefined>> = {
  accountEnabled: 'Edm.Boolean',
  appRoleAssignmentRequired: 'Edm.Boolean',
  isAssignableToRole: 'Edm.Boolean',
  isFallbackPublicClient: 'Edm.Boolean',
  mailEnabled: 'Edm.Boolean',
  securityEnabled: 'Edm.Boolean',
  createdDateTime: 'Edm.DateTimeOffset',
  deletedDateTime: 'Edm.DateTimeOffset',
  ...Object.fromEntries(
    [
      'alternativeNames',
      'api',
      'appRoles',
      'assignedLicenses',
      'businessPhones',
      'groupTypes',
      'identifierUris',
      'identityParent',
      'info',
      'keyCredentials',
      'managerApplications',
      'oauth2PermissionScopes',
      'optionalClaims',
      'passwordCredentials',
      'publicClient',
      'publishedPermissionScopes',
      'requiredResourceAccess',
      'servicePrincipalNames',
      'spa',
      'tags',
      'verifiedPublisher',
      'web',
    ].map((name) => [name, undefined]),
  ),
}

/** How a query reads the objects of an entity. Names are found in any letter case, as tools send them. */
export function shapeOf<T>(
  { name: _, typeName, typeOf, properties }: Entity<T>,
  tenant: Tenant,
): Shape<T> {
  const names = new Map(Object.keys(properties).map((name) => [name.toLowerCase(), name]))
  return {
    typeName,
    accessorFor: (property) => {
      if (property.toLowerCase() === '@odata.type') return (object) => `#${typeOf(object)}`
      const name = names.get(property.toLowerCase())
      const read = name === undefined ? undefined : properties[name]
      if (name === undefined || read === undefined) return undefined
      const type = Object.hasOwn(types, name) ? types[name] : 'Edm.String'
      const accessor = (object: T) => read(object, tenant)
      return type === undefined ? accessor : typedAccessor(type, accessor)
    },
  }
}

/**
 * An object with every property that is shown without being selected. Its type is named where it is a derived one,
 * or where the list holds several (`isMixed`).
 */
export function showAll<T>(
  entity: Entity<T>,
  object: T,
  tenant: Tenant,
  isMixed = false,
): Readonly<Record<string, unknown>> {
  const type = entity.typeOf(object)
  const shown = Object.entries(entity.properties).filter(
    ([name]) => !entity.onSelect?.includes(name),
  )
  return Object.fromEntries([
    ...(isMixed || type !== entity.typeName ? [['@odata.type', `#${type}`]] : []),
    ...shown.map(([name, read]) => [name, read(object, tenant)]),
  ])
}

/** ISO 8601, as Microsoft Graph writes it: without milliseconds where there are none. */
export function dateTime(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}
