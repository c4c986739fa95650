import { describeAccessPolicy } from './build-access-policies.ts'
import {
  describeAgentIdentity,
  describeApplication,
  describeGuest,
  describeManagedIdentity,
  describePermissionGrants,
  describeResources,
  describeUser,
  iso,
} from './describe-objects.ts'
import type { CompleteTenantDescription } from './description.ts'
import type { Tenant } from './tenant.ts'

/** A tenant as it is now, whoever made its objects. What only Microsoft Graph keeps is left out. */
export function describeTenant(tenant: Tenant): CompleteTenantDescription {
  const { id, displayName, domains, cloud, regionScope, createdMs, identityHeader } = tenant
  const applications = [...tenant.applications.values()]
  const principals = [...tenant.principals.values()]
  return {
    tenantId: id,
    displayName,
    domains: [...domains],
    cloud,
    regionScope,
    createdDateTime: iso(createdMs),
    ...(identityHeader !== id && { identityHeader }),
    blueprints: applications.flatMap((one) => describeApplication('blueprint', one, tenant)),
    guestBlueprints: principals.flatMap((one) => describeGuest(one, tenant)),
    agentIdentities: principals.flatMap(describeAgentIdentity),
    managedIdentities: [...tenant.managedIdentities.values()].map(describeManagedIdentity),
    applications: applications.flatMap((one) => describeApplication('application', one, tenant)),
    users: [...tenant.users.values()].map(describeUser),
    groups: [...tenant.groups.values()].map((one) => ({
      id: one.id,
      displayName: one.displayName,
      kind: one.kind,
      members: [...one.members],
    })),
    permissionGrants: describePermissionGrants(tenant),
    resources: describeResources(tenant),
    blueprintsHaveOwnObjectIds: tenant.blueprintsHaveOwnObjectIds,
    accessPolicies: tenant.accessPolicies.map(describeAccessPolicy),
    checksResourceParameterAlways: tenant.checksResourceParameterAlways,
    issuers: [...tenant.issuers.values()].map(({ issuer, jwks }) => ({
      issuer,
      ...(jwks && { jwks: { keys: [...jwks.keys] } }),
    })),
    relaxedRules: [...tenant.relaxedRules],
  }
}
