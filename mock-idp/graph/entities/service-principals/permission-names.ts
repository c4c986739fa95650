import { derivedGuid, guidOfText } from '../../../directory/derived-guid.ts'
import { type AppRole, graphAppId, type Resource } from '../../../directory/resource.ts'
import { graphPermissions } from './graph-permissions.ts'

/** Access without a role: the documented id of the default role. */
const defaultRoleId = '00000000-0000-0000-0000-000000000000'

/** The id of a role that a principal was granted: as its resource wrote it down, or made of its value. */
export function roleIdOf(resource: Resource, value: string): string {
  if (value === '') return defaultRoleId
  const known = knownRoles(resource).find((role) => role.value === value)
  return known?.id ?? derivedGuid(resource.appId, guidOfText(value))
}

/** The value of a role of a resource by its id; undefined for one that it does not have. */
export function roleValueOf(resource: Resource, id: string): string | undefined {
  if (id === defaultRoleId) return ''
  return knownRoles(resource).find((role) => role.id === id.toLowerCase())?.value
}

function knownRoles({ appId, appRoles }: Resource): readonly AppRole[] {
  return appId === graphAppId ? graphRoles : appRoles
}

/**
 * Permissions that exist (microsoft-graph-devx-content permissions.json) and whose ids no page read for this shows.
 * Tools look ids up by name; these are made here.
 */
const withoutPublishedId = [
  'AgentIdentity.UpdateSponsors.All',
  'AgentIdentityBlueprint.UpdateAuthProperties.All',
  'AgentIdentityBlueprint.UpdateSponsors.All',
].map((name) => [name, guidOfText(`scope ${name}`), guidOfText(`role ${name}`)] as const)

const permissions = [...graphPermissions, ...withoutPublishedId]

const graphRoles: readonly AppRole[] = permissions.flatMap(([value, , id]) =>
  id === undefined ? [] : [{ id, value, displayName: value }],
)

const graphScopes = permissions.flatMap(([value, id]) => (id === undefined ? [] : [{ id, value }]))

/** `appRoles` of the principal of a resource. */
export function rolesOf(resource: Resource) {
  return knownRoles(resource).map(({ id, value, displayName }) => ({
    allowedMemberTypes: ['Application'],
    description: displayName,
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
  return graphScopes.map(({ id, value }) => ({
    adminConsentDescription: value,
    adminConsentDisplayName: value,
    id,
    isEnabled: true,
    type: 'Admin',
    userConsentDescription: null,
    userConsentDisplayName: null,
    value,
  }))
}
