import type { Application } from '../../../directory/application.ts'
import type { Principal } from '../../../directory/principal.ts'
import { exchangeAppId, graphAppId, type Resource } from '../../../directory/resource.ts'
import type { Tenant } from '../../../directory/tenant.ts'
import type { GraphTenant } from '../../call/graph-tenant.ts'
import { dateTime, type Entity } from '../../show/property-table.ts'
import { noUrls, unverified } from '../applications/application.ts'
import { mirrored, mirroredRoles, mirroredScopes, mirroredWeb, replyUrlsOf } from './mirrored.ts'
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

/** The application that a principal mirrors. That of a guest is registered in another tenant. */
function applicationOf(
  { appId }: ServicePrincipal,
  { id, applications, directory }: GraphTenant,
): Application | undefined {
  const own = applications.get(appId)
  if (own) return own
  const found = directory.findApplication(appId)
  return found?.homeTenantId === id ? undefined : found
}

const mirror =
  (name: string, otherwise: unknown = null, own: string = name) =>
  (one: ServicePrincipal, tenant: GraphTenant) =>
    mirrored(applicationOf(one, tenant), own, otherwise)

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
    appDescription: mirror('appDescription', null, 'description'),
    appDisplayName: (one, tenant) =>
      isAgent(one) ? null : (applicationOf(one, tenant)?.displayName ?? one.displayName),
    appId: ({ appId }) => appId,
    applicationTemplateId: mirror('applicationTemplateId'),
    appOwnerOrganizationId: (one, tenant) => {
      if (isAgent(one)) return null
      if (firstParty.includes(one.appId)) return microsoftTenant
      return applicationOf(one, tenant)?.homeTenantId ?? (isResource(one) ? tenant.id : null)
    },
    appRoleAssignmentRequired: (one, tenant) =>
      resourceOf(one, tenant)?.assignmentRequired ??
      detail('appRoleAssignmentRequired', false)(one),
    createdByAppId: (one) => (isResource(one) ? null : (one.createdBy?.appId ?? null)),
    createdDateTime: (one, tenant) => dateTime((isResource(one) ? tenant : one).createdMs),
    description: detail('description', null),
    disabledByMicrosoftStatus: () => null,
    displayName: ({ displayName }) => displayName,
    homepage: (one, tenant) =>
      detail('homepage', mirroredWeb(applicationOf(one, tenant), 'homePageUrl'))(one),
    loginUrl: () => null,
    logoutUrl: (one, tenant) => mirroredWeb(applicationOf(one, tenant), 'logoutUrl'),
    notes: detail('notes', null),
    notificationEmailAddresses: () => [],
    preferredSingleSignOnMode: () => null,
    preferredTokenSigningKeyThumbprint: () => null,
    publisherName: (one, tenant) => {
      const home = applicationOf(one, tenant)?.homeTenantId ?? tenant.id
      return (tenant.directory.findTenant(home) ?? tenant).displayName
    },
    replyUrls: (one, tenant) => replyUrlsOf(applicationOf(one, tenant)),
    servicePrincipalNames: (one, tenant) => [
      one.appId,
      ...((applicationOf(one, tenant) ?? resourceOf(one, tenant))?.identifierUris ?? []),
    ],
    servicePrincipalType: (one) => servicePrincipalTypes[kindOf(one)],
    signInAudience: (one, tenant) => applicationOf(one, tenant)?.signInAudience ?? null,
    tags: detail('tags', []),
    tokenEncryptionKeyId: mirror('tokenEncryptionKeyId'),
    samlSingleSignOnSettings: () => null,
    addIns: () => [],
    appRoles: rolesIn,
    info: (one, tenant) => ({
      ...noUrls,
      ...(mirror('info', {})(one, tenant) as object),
      ...(detail('info', {})(one) as object),
    }),
    oauth2PermissionScopes: scopesIn,
    publishedPermissionScopes: scopesIn,
    resourceSpecificApplicationPermissions: () => [],
    keyCredentials: () => [],
    passwordCredentials: () => [],
    verifiedPublisher: mirror('verifiedPublisher', unverified),
  },
}

function rolesIn(one: ServicePrincipal, tenant: GraphTenant) {
  const application = applicationOf(one, tenant)
  if (application?.details.appRoles !== undefined) return mirroredRoles(application)
  const resource = resourceOf(one, tenant)
  return resource ? rolesOf(resource) : []
}

function scopesIn(one: ServicePrincipal, tenant: GraphTenant) {
  const application = applicationOf(one, tenant)
  if (application?.details.api !== undefined) return mirroredScopes(application)
  const resource = resourceOf(one, tenant)
  return resource ? scopesOf(resource) : []
}
