import type { Principal } from '../../directory/principal.ts'
import type { Resource } from '../../directory/resource.ts'
import { rolesOf, scopesOf } from './permission-names.ts'
import { dateTime, type Entity } from './property-table.ts'

/** A principal with what it is as a resource; some are one of the two alone. */
export type ServicePrincipal = {
  readonly principal: Principal | undefined
  readonly resource: Resource | undefined
}

const types = {
  blueprint: 'microsoft.graph.agentIdentityBlueprintPrincipal',
  agentIdentity: 'microsoft.graph.agentIdentity',
  application: 'microsoft.graph.servicePrincipal',
  managedIdentity: 'microsoft.graph.servicePrincipal',
} as const

const servicePrincipalTypes = {
  blueprint: 'Application',
  agentIdentity: 'ServiceIdentity',
  application: 'Application',
  managedIdentity: 'ManagedIdentity',
} as const

const kindOf = ({ principal }: ServicePrincipal) => principal?.kind ?? 'application'
const isAgent = (one: ServicePrincipal) => kindOf(one) === 'agentIdentity'
const appIdOf = ({ principal, resource }: ServicePrincipal) => principal?.appId ?? resource?.appId
const detail = (name: string, otherwise: unknown) => (one: ServicePrincipal) =>
  one.principal?.details[name] ?? otherwise

/** Microsoft's own applications belong to a tenant of Microsoft. */
const microsoftTenant = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a'

/** `microsoft.graph.servicePrincipal` and what Agent ID derives of it. */
export const servicePrincipalEntity: Entity<ServicePrincipal> = {
  name: 'ServicePrincipal',
  typeName: 'microsoft.graph.servicePrincipal',
  typeOf: (one) => types[kindOf(one)],
  properties: {
    id: ({ principal, resource }) => principal?.id ?? resource?.principalId,
    deletedDateTime: () => null,
    accountEnabled: ({ principal, resource }) => principal?.enabled ?? resource?.enabled,
    agentIdentityBlueprintId: ({ principal }) =>
      principal?.kind === 'agentIdentity' ? principal.blueprintAppId : undefined,
    alternativeNames: detail('alternativeNames', []),
    appDescription: () => null,
    appDisplayName: (one) => (isAgent(one) ? null : nameOf(one)),
    appId: appIdOf,
    appOwnerOrganizationId: (one, { id }) => {
      if (isAgent(one)) return null
      return one.principal === undefined ? microsoftTenant : id
    },
    appRoleAssignmentRequired: ({ resource }) => resource?.assignmentRequired ?? false,
    createdByAppId: ({ principal }) => principal?.createdBy?.appId ?? null,
    createdDateTime: ({ principal }, { createdMs }) => dateTime(principal?.createdMs ?? createdMs),
    description: detail('description', null),
    disabledByMicrosoftStatus: () => null,
    displayName: nameOf,
    homepage: detail('homepage', null),
    notes: detail('notes', null),
    publisherName: (_, { displayName }) => displayName,
    servicePrincipalNames: (one) => [appIdOf(one), ...(one.resource?.identifierUris ?? [])],
    servicePrincipalType: (one) => servicePrincipalTypes[kindOf(one)],
    signInAudience: () => 'AzureADMyOrg',
    tags: detail('tags', []),
    appRoles: ({ resource }) => (resource ? rolesOf(resource) : []),
    info: detail('info', null),
    oauth2PermissionScopes: ({ resource }) => (resource ? scopesOf(resource) : []),
    publishedPermissionScopes: ({ resource }) => (resource ? scopesOf(resource) : []),
    keyCredentials: () => [],
    passwordCredentials: () => [],
    verifiedPublisher: () => ({
      displayName: null,
      verifiedPublisherId: null,
      addedDateTime: null,
    }),
  },
}

function nameOf({ principal, resource }: ServicePrincipal) {
  return principal?.displayName ?? resource?.displayName
}
