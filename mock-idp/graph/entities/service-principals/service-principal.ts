import type { Principal } from '../../../directory/principal.ts'
import { exchangeAppId, graphAppId, type Resource } from '../../../directory/resource.ts'
import type { Tenant } from '../../../directory/tenant.ts'
import { dateTime, type Entity } from '../../show/property-table.ts'
import { rolesOf, scopesOf } from './permission-names.ts'

/** A principal, or a resource that is no principal of an application here, such as Microsoft Graph. */
export type ServicePrincipal = Principal | Resource

/** What a principal is as a resource. An agent identity is none. */
function resourceOf(one: ServicePrincipal, { resources }: Tenant): Resource | undefined {
  if (isResource(one)) return one
  return one.kind === 'agentIdentity' ? undefined : resources.get(one.appId)
}

export function isResource(one: ServicePrincipal): one is Resource {
  return 'principalId' in one
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

const kindOf = (one: ServicePrincipal) => (isResource(one) ? 'application' : one.kind)
const isAgent = (one: ServicePrincipal) => kindOf(one) === 'agentIdentity'
const detail = (name: string, otherwise: unknown) => (one: ServicePrincipal) =>
  (isResource(one) ? undefined : one.details[name]) ?? otherwise

/** "Microsoft Services", the tenant that first-party applications belong to (public lists of first-party tenants). */
const microsoftTenant = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a'

const firstParty: readonly string[] = [graphAppId, exchangeAppId]

const unverified = { displayName: null, verifiedPublisherId: null, addedDateTime: null }

/** `microsoft.graph.servicePrincipal` and what Agent ID derives of it. */
export const servicePrincipalEntity: Entity<ServicePrincipal> = {
  typeName: 'microsoft.graph.servicePrincipal',
  typeOf: (one) => types[kindOf(one)],
  properties: {
    id: (one) => (isResource(one) ? one.principalId : one.id),
    deletedDateTime: () => null,
    accountEnabled: ({ enabled }) => enabled,
    agentIdentityBlueprintId: (one) => ('blueprintAppId' in one ? one.blueprintAppId : undefined),
    alternativeNames: detail('alternativeNames', []),
    appDescription: () => null,
    appDisplayName: (one) => (isAgent(one) ? null : one.displayName),
    appId: ({ appId }) => appId,
    appOwnerOrganizationId: (one, { id, applications }) => {
      if (isAgent(one)) return null
      if (firstParty.includes(one.appId)) return microsoftTenant
      return isResource(one) || applications.has(one.appId) ? id : null
    },
    appRoleAssignmentRequired: (one, tenant) =>
      resourceOf(one, tenant)?.assignmentRequired ??
      detail('appRoleAssignmentRequired', false)(one),
    createdByAppId: (one) => (isResource(one) ? null : (one.createdBy?.appId ?? null)),
    createdDateTime: (one, tenant) => dateTime((isResource(one) ? tenant : one).createdMs),
    description: detail('description', null),
    disabledByMicrosoftStatus: () => null,
    displayName: ({ displayName }) => displayName,
    homepage: detail('homepage', null),
    notes: detail('notes', null),
    publisherName: (_, { displayName }) => displayName,
    servicePrincipalNames: (one, tenant) => [
      one.appId,
      ...(resourceOf(one, tenant)?.identifierUris ?? []),
    ],
    servicePrincipalType: (one) => servicePrincipalTypes[kindOf(one)],
    signInAudience: ({ appId }, { applications }) =>
      applications.get(appId)?.signInAudience ?? null,
    tags: detail('tags', []),
    appRoles: (one, tenant) => rolesIn(resourceOf(one, tenant)),
    info: detail('info', null),
    oauth2PermissionScopes: (one, tenant) => scopesIn(resourceOf(one, tenant)),
    publishedPermissionScopes: (one, tenant) => scopesIn(resourceOf(one, tenant)),
    keyCredentials: () => [],
    passwordCredentials: () => [],
    verifiedPublisher: () => unverified,
  },
}

function rolesIn(resource: Resource | undefined) {
  return resource ? rolesOf(resource) : []
}

function scopesIn(resource: Resource | undefined) {
  return resource ? scopesOf(resource) : []
}
