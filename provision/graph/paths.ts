/** The subtypes of Agent ID, in the spelling of the v1.0 reference. */
const types = {
  blueprint: 'microsoft.graph.agentIdentityBlueprint',
  principal: 'microsoft.graph.agentIdentityBlueprintPrincipal',
  agentIdentity: 'microsoft.graph.agentIdentity',
  agentUser: 'microsoft.graph.agentUser',
} as const

export type ObjectKind = keyof typeof types

/** The label of a kind in progress lines. */
export const labels: Readonly<Record<ObjectKind, string>> = {
  blueprint: 'blueprint',
  principal: 'principal',
  agentIdentity: 'agent',
  agentUser: 'agent user',
}

const collections: Readonly<Record<ObjectKind, string>> = {
  blueprint: '/v1.0/applications',
  principal: '/v1.0/servicePrincipals',
  agentIdentity: '/v1.0/servicePrincipals',
  // The reference has agent users in beta only (agentuser-post.md).
  agentUser: '/beta/users',
}

/** The collection in which Graph lists objects of a kind. */
export const collectionOf = (kind: ObjectKind): string => `${collections[kind]}/${types[kind]}`

/** Where Graph creates an object of a kind. The body names the type of an agent user. */
export const creationPathOf = (kind: ObjectKind): string =>
  kind === 'agentUser' ? collections[kind] : collectionOf(kind)

/** One object. */
export const objectPath = (kind: ObjectKind, id: string): string => {
  const path = `${collections[kind]}/${encodeURIComponent(id)}`
  return kind === 'agentUser' ? path : `${path}/${types[kind]}`
}

/** What distinguishes one object of a kind from another. A user has no `appId`. */
export const identifyingProperties = (kind: ObjectKind): string =>
  kind === 'agentUser' ? 'id,displayName' : 'id,appId,displayName'

/** A string literal of OData: a quote is doubled (OData URL conventions, 5.1.1.6.1). */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A query string with `%20` for a space: OData services need not read `+` as one. */
export const query = (options: Readonly<Record<string, string>>): string =>
  `?${Object.entries(options)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`

/** What soft-deleted objects of a kind are in the list of deleted items. */
const deletedTypes: Readonly<Record<ObjectKind, string>> = {
  blueprint: 'microsoft.graph.application',
  principal: 'microsoft.graph.servicePrincipal',
  agentIdentity: 'microsoft.graph.servicePrincipal',
  agentUser: 'microsoft.graph.user',
}

export const deletedItemPath = (id: string): string =>
  `/v1.0/directory/deletedItems/${encodeURIComponent(id)}`

export const deletedItemsOf = (kind: ObjectKind): string =>
  `/v1.0/directory/deletedItems/${deletedTypes[kind]}`
