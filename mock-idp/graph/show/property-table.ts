import type { GraphTenant } from '../call/graph-tenant.ts'
import { type EdmType, type Shape, typedAccessor } from '../odata/index.ts'

/** A property of an entity: how it is read from an object of the directory. */
export type Read<T> = (object: T, tenant: GraphTenant) => unknown

/** What an entity is to those who ask: its properties by name, in the order in which they are shown. */
export type Entity<T> = {
  /** The type of all, such as `microsoft.graph.servicePrincipal`. */
  readonly typeName: string
  /** The type of one, such as `microsoft.graph.agentIdentity`. */
  readonly typeOf: (object: T) => string
  readonly properties: Readonly<Record<string, Read<T>>>
  /** How properties are shown that say more where they are selected. */
  readonly selected?: Readonly<Record<string, Read<T>>>
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
      'addIns',
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
      'notificationEmailAddresses',
      'oauth2PermissionScopes',
      'optionalClaims',
      'passwordCredentials',
      'publicClient',
      'publishedPermissionScopes',
      'replyUrls',
      'requiredResourceAccess',
      'resourceSpecificApplicationPermissions',
      'samlSingleSignOnSettings',
      'servicePrincipalNames',
      'spa',
      'tags',
      'verifiedPublisher',
      'web',
    ].map((name) => [name, undefined]),
  ),
}

const names = new WeakMap<object, ReadonlyMap<string, string>>()

/** The names of an entity's properties by their lower-case spelling: tools send them in any letter case. */
function namesOf({ properties }: Pick<Entity<never>, 'properties'>): ReadonlyMap<string, string> {
  const found =
    names.get(properties) ??
    new Map(Object.keys(properties).map((name) => [name.toLowerCase(), name]))
  names.set(properties, found)
  return found
}

/** A path such as `displayName` or `api/preAuthorizedApplications` with its first name as the entity spells it. */
export function canonicalName<T>(entity: Entity<T>, path: string): string {
  const [head = '', ...rest] = path.split('/')
  return [namesOf(entity).get(head.toLowerCase()) ?? head, ...rest].join('/')
}

/** How a query reads the objects of an entity. */
export function shapeOf<T>(entity: Entity<T>, tenant: GraphTenant): Shape<T> {
  const { typeName, typeOf, properties } = entity
  return {
    typeName,
    accessorFor: (property) => {
      if (property.toLowerCase() === '@odata.type') return (object) => `#${typeOf(object)}`
      const name = namesOf(entity).get(property.toLowerCase())
      const read = name === undefined ? undefined : properties[name]
      if (name === undefined || read === undefined) return undefined
      const type = Object.hasOwn(types, name) ? types[name] : 'Edm.String'
      const accessor = (object: T) => read(object, tenant)
      return type === undefined ? accessor : typedAccessor(type, accessor)
    },
  }
}

/** An object with every property, and its type: it stands among objects of other types. */
export function showAll<T>(entity: Entity<T>, object: T, tenant: GraphTenant): ShownObject {
  return { '@odata.type': `#${entity.typeOf(object)}`, ...showSome(entity, object, tenant) }
}

type ShownObject = Readonly<Record<string, unknown>>

/** An object with every property, or with those selected. Its type is named where it is a derived one. */
export function showSome<T>(
  entity: Entity<T>,
  object: T,
  tenant: GraphTenant,
  { only }: { readonly only?: ReadonlySet<string> } = {},
): ShownObject {
  const { typeName, properties, selected } = entity
  const type = entity.typeOf(object)
  const shown: Record<string, unknown> = type === typeName ? {} : { '@odata.type': `#${type}` }
  for (const name of only ?? Object.keys(properties)) {
    const read = (only && selected?.[name]) ?? properties[name]
    if (read) shown[name] = read(object, tenant)
  }
  return shown
}

/** ISO 8601, as Microsoft Graph writes it: without milliseconds where there are none. */
export function dateTime(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}
