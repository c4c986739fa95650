import { derivedGuid, guidOfText } from '../../../directory/derived-guid.ts'
import { type GraphPermission, graphPermissions } from '../../../directory/graph-permissions.ts'
import { type AppRole, graphAppId, type Resource } from '../../../directory/resource.ts'

/** Access without a role: the documented id of the default role. */
const defaultRoleId = '00000000-0000-0000-0000-000000000000'

/** The id of a role that a principal was granted: as its resource wrote it down, or made of its value. */
export function roleIdOf(resource: Resource, value: string): string {
  if (value === '') return defaultRoleId
  const known = knownRoles(resource).find((role) => role.value === value)
  return known?.id ?? derivedGuid(resource.appId, guidOfText(value))
}

/** A role of a resource by its id; undefined for one that it does not have. */
export function roleOf(
  resource: Resource,
  id: string,
): Pick<AppRole, 'value' | 'allowedMemberTypes'> | undefined {
  if (id === defaultRoleId) return { value: '', allowedMemberTypes: ['User', 'Application'] }
  return knownRoles(resource).find((role) => role.id === id.toLowerCase())
}

function knownRoles({ appId, appRoles }: Resource): readonly AppRole[] {
  return appId === graphAppId ? graphNames().roles : appRoles
}

/**
 * Permissions that exist (microsoft-graph-devx-content permissions.json) and whose ids no page read for this shows.
 * Tools look ids up by name; these are made here.
 */
const withoutPublishedId = [
  'AgentIdentity.UpdateSponsors.All',
  'AgentIdentityBlueprint.UpdateAuthProperties.All',
  'AgentIdentityBlueprint.UpdateSponsors.All',
].map(
  (name): GraphPermission => ({
    name,
    scopeId: guidOfText(`scope ${name}`),
    roleId: guidOfText(`role ${name}`),
    type: 'Admin',
  }),
)

type GraphNames = {
  readonly roles: readonly AppRole[]
  readonly scopes: readonly { readonly id: string; readonly value: string; readonly type: string }[]
}
let names: GraphNames | undefined

function graphNames(): GraphNames {
  const permissions = [...graphPermissions(), ...withoutPublishedId]
  names ??= {
    roles: permissions.flatMap(({ name: value, roleId: id }) =>
      id === undefined ? [] : [{ id, value, displayName: value }],
    ),
    scopes: permissions.flatMap(({ name: value, scopeId: id, type }) =>
      id === undefined ? [] : [{ id, value, type }],
    ),
  }
  return names
}

/** `appRoles` of the principal of a resource. */
export function rolesOf(resource: Resource) {
  return knownRoles(resource).map(({ id, value, displayName, ...role }) => ({
    allowedMemberTypes: role.allowedMemberTypes ?? ['Application'],
    description: role.description ?? displayName,
    displayName,
    id,
    isEnabled: true,
    origin: 'Application',
    value,
  }))
}

/** `oauth2PermissionScopes` of the principal of a resource. */
export function scopesOf({ appId }: Resource) {
  if (appId !== graphAppId) return []
  return graphNames().scopes.map(({ id, value, type }) => ({
    adminConsentDescription: value,
    adminConsentDisplayName: value,
    id,
    isEnabled: true,
    type,
    userConsentDescription: null,
    userConsentDisplayName: null,
    value,
  }))
}
