import { derivedGuid, guidOfText } from './derived-guid.ts'
import type { CompleteTenantDescription } from './description.ts'
import type { PermissionGrant } from './permission-grant.ts'

type Described = CompleteTenantDescription

/** A description names clients and resources by their application ids; grants hold object ids. */
export function buildPermissionGrants(described: Described): PermissionGrant[] {
  const principals = principalIds(described)
  const resourceIdOf = (appId: string) =>
    described.resources.find((one) => one.appId === appId)?.principalId ??
    principals.get(appId) ??
    derivedGuid(appId, described.tenantId)
  return described.permissionGrants.map(({ client, resource, user, scope }) => ({
    id: derivedGuid(client, guidOfText(`${resource} ${user ?? ''}`)).replaceAll('-', ''),
    clientId: principals.get(client) ?? client,
    consentType: user === undefined ? 'AllPrincipals' : 'Principal',
    principalId: user ?? null,
    resourceId: resourceIdOf(resource),
    scope,
    startTime: undefined,
    expiryTime: undefined,
  }))
}

/** By application id. */
function principalIds(described: Described): ReadonlyMap<string, string> {
  const homed = [...described.blueprints, ...described.applications, ...described.guestBlueprints]
  return new Map(
    homed.flatMap(({ appId, principal }) => (principal ? [[appId, principal.id] as const] : [])),
  )
}
