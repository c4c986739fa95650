import { isJsonObject } from '../../wire/json-object.ts'
import type { Application } from './application.ts'
import { publishedScopes } from './published-scopes.ts'
import type { Tenant } from './tenant.ts'

/** What a registration asks for in advance: `requiredResourceAccess` of Microsoft Graph. */
export type RequiredResource = {
  readonly resourceAppId: string
  /** Ids of the delegated permissions. */
  readonly scopeIds: readonly string[]
  /** Ids of the roles of the client itself. */
  readonly roleIds: readonly string[]
}

export function requiredResources({
  details: { requiredResourceAccess: written },
}: Pick<Application, 'details'>): readonly RequiredResource[] {
  if (!Array.isArray(written)) return []
  return written.filter(isJsonObject).flatMap(({ resourceAppId, resourceAccess }) => {
    if (typeof resourceAppId !== 'string') return []
    const access = Array.isArray(resourceAccess) ? resourceAccess.filter(isJsonObject) : []
    const idsOf = (wanted: 'Scope' | 'Role') =>
      access.flatMap(({ id, type }) =>
        typeof id === 'string' && type === wanted ? [id.toLowerCase()] : [],
      )
    const [scopeIds, roleIds] = [idsOf('Scope'), idsOf('Role')]
    return [{ resourceAppId: resourceAppId.toLowerCase(), scopeIds, roleIds }]
  })
}

/** Clients that have permissions of an application without anybody's consent. */
export type PreAuthorized = { readonly appId: string; readonly scopeIds: readonly string[] }

/** `api.preAuthorizedApplications` of Microsoft Graph; beta calls the ids `permissionIds`. */
export function preAuthorizedApplications({
  details: { api },
}: Pick<Application, 'details'>): readonly PreAuthorized[] {
  const listed = isJsonObject(api) ? api.preAuthorizedApplications : undefined
  if (!Array.isArray(listed)) return []
  return listed.filter(isJsonObject).flatMap(({ appId, delegatedPermissionIds, permissionIds }) => {
    const ids = delegatedPermissionIds ?? permissionIds
    if (typeof appId !== 'string' || !Array.isArray(ids)) return []
    return [{ appId: appId.toLowerCase(), scopeIds: ids.filter((id) => typeof id === 'string') }]
  })
}

/** The permissions of a resource that a client has in advance. */
export function preAuthorizedScopes(
  { applications }: Pick<Tenant, 'applications'>,
  clientAppId: string,
  resourceAppId: string,
): readonly string[] {
  const resource = applications.get(resourceAppId)
  if (!resource) return []
  const ids = preAuthorizedApplications(resource)
    .filter(({ appId }) => appId === clientAppId)
    .flatMap(({ scopeIds }) => scopeIds)
  return publishedScopes(resource).flatMap(({ id, value }) => (ids.includes(id) ? [value] : []))
}

/** Whether an authorize request may bring an id_token (`web.implicitGrantSettings`). */
export function mayGetIdTokens({ details: { web } }: Pick<Application, 'details'>): boolean {
  const settings = isJsonObject(web) ? web.implicitGrantSettings : undefined
  return isJsonObject(settings) && settings.enableIdTokenIssuance === true
}
