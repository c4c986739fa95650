import type { CompleteTenantDescription, TenantDescription } from './description.ts'

type Application = NonNullable<TenantDescription['blueprints']>[number]
type Principal = NonNullable<Application['principal']>

/**
 * Fills in the defaults of a description that needs no validation: the seed and its copies.
 * What people write goes through `parseDirectory`, which loads the schema and says what is wrong.
 */
export function complete(described: TenantDescription): CompleteTenantDescription {
  return {
    ...described,
    domains: described.domains ?? [],
    cloud: described.cloud ?? 'public',
    regionScope: described.regionScope ?? 'NA',
    blueprints: (described.blueprints ?? []).map(application),
    guestBlueprints: (described.guestBlueprints ?? []).map((one) => ({
      ...one,
      principal: principal(one.principal),
    })),
    agentIdentities: (described.agentIdentities ?? []).map((one) => ({
      ...withRoles(one),
      ...responsible(one),
    })),
    managedIdentities: (described.managedIdentities ?? []).map((one) => ({
      ...withRoles(one),
      systemAssigned: one.systemAssigned ?? false,
      federatedCredentials: one.federatedCredentials ?? [],
    })),
    applications: (described.applications ?? []).map(application),
    resources: (described.resources ?? []).map((one) => ({
      ...one,
      identifierUris: one.identifierUris ?? [],
      appRoles: one.appRoles ?? [],
      enabled: one.enabled ?? true,
      accessTokenVersion: one.accessTokenVersion ?? 2,
      optionalClaims: one.optionalClaims ?? [],
      assignmentRequired: one.assignmentRequired ?? false,
      hashedNonce: one.hashedNonce ?? false,
    })),
    users: (described.users ?? []).map((one) => ({
      ...one,
      enabled: one.enabled ?? true,
      sponsors: one.sponsors ?? [],
      directoryRoles: one.directoryRoles ?? [],
    })),
    groups: (described.groups ?? []).map((one) => ({
      ...one,
      kind: one.kind ?? 'security',
      members: one.members ?? [],
    })),
    permissionGrants: described.permissionGrants ?? [],
    blueprintsHaveOwnObjectIds: described.blueprintsHaveOwnObjectIds ?? false,
    ...access(described),
    issuers: described.issuers ?? [],
    relaxedRules: described.relaxedRules ?? [],
  }
}

function access({ accessPolicies = [], checksResourceParameterAlways = false }: TenantDescription) {
  const policies = accessPolicies.map((one) => ({ ...one, principals: one.principals ?? [] }))
  return { accessPolicies: policies, checksResourceParameterAlways }
}

function application(described: Application): CompleteTenantDescription['blueprints'][number] {
  return {
    ...described,
    signInAudience: described.signInAudience ?? 'AzureADMyOrg',
    enabled: described.enabled ?? true,
    identifierUris: described.identifierUris ?? [],
    ...responsible(described),
    secrets: described.secrets ?? [],
    certificates: described.certificates ?? [],
    federatedCredentials: described.federatedCredentials ?? [],
    scopes: described.scopes ?? [],
    redirectUris: {
      web: described.redirectUris?.web ?? [],
      spa: described.redirectUris?.spa ?? [],
      publicClient: described.redirectUris?.publicClient ?? [],
    },
    requiredResources: (described.requiredResources ?? []).map((one) => ({
      resource: one.resource,
      scopeIds: one.scopeIds ?? [],
    })),
    preAuthorizedApplications: described.preAuthorizedApplications ?? [],
    idTokensFromAuthorize: described.idTokensFromAuthorize ?? false,
    inheritablePermissions: (described.inheritablePermissions ?? []).map((one) => ({
      resource: one.resource,
      scopes: one.scopes ?? 'none',
      roles: one.roles ?? 'none',
    })),
    principal: described.principal ? principal(described.principal) : null,
  }
}

function responsible({ owners, sponsors }: Pick<Application, 'owners' | 'sponsors'>) {
  return { owners: owners ?? [], sponsors: sponsors ?? [] }
}

function principal(described: Principal) {
  return withRoles(described)
}

function withRoles<Described extends Pick<Principal, 'enabled' | 'appRoles'>>(
  described: Described,
) {
  return { ...described, enabled: described.enabled ?? true, appRoles: described.appRoles ?? [] }
}
