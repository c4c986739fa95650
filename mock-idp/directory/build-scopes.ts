import type { InheritablePermission } from './application.ts'
import { derivedGuid, guidOfText } from './derived-guid.ts'
import type { CompleteTenantDescription } from './description.ts'
import { type Details, noDetails } from './details.ts'

type DescribedApplication = CompleteTenantDescription['blueprints'][number]

/** What Microsoft Graph keeps of an application for sign-ins: what it publishes, asks for, and where people come back to. */
export function signInDetails(described: DescribedApplication): Details {
  const { scopes, preAuthorizedApplications, requiredResources } = described
  const { web, spa, publicClient } = described.redirectUris
  const idTokens = described.idTokensFromAuthorize
  const details = {
    ...((scopes.length > 0 || preAuthorizedApplications.length > 0) && { api: apiOf(described) }),
    ...((web.length > 0 || idTokens) && { web: webOf(web, idTokens) }),
    ...(spa.length > 0 && { spa: { redirectUris: spa } }),
    ...(publicClient.length > 0 && { publicClient: { redirectUris: publicClient } }),
    ...(described.isFallbackPublicClient && { isFallbackPublicClient: true }),
    ...(requiredResources.length > 0 && {
      requiredResourceAccess: requiredResources.map(({ resource, scopeIds }) => ({
        resourceAppId: resource,
        resourceAccess: scopeIds.map((id) => ({ id, type: 'Scope' })),
      })),
    }),
  }
  return Object.keys(details).length === 0 ? noDetails : details
}

function webOf(redirectUris: readonly string[], enableIdTokenIssuance: boolean) {
  return {
    homePageUrl: null,
    logoutUrl: null,
    redirectUris,
    implicitGrantSettings: { enableAccessTokenIssuance: false, enableIdTokenIssuance },
  }
}

function apiOf({ appId, scopes, preAuthorizedApplications }: DescribedApplication) {
  const oauth2PermissionScopes = scopes.map(({ id, value, displayName = value }) => ({
    adminConsentDescription: displayName,
    adminConsentDisplayName: displayName,
    id: id ?? scopeIdOf(appId, value),
    isEnabled: true,
    type: 'User',
    userConsentDescription: displayName,
    userConsentDisplayName: displayName,
    value,
  }))
  if (preAuthorizedApplications.length === 0) return { oauth2PermissionScopes }
  return {
    oauth2PermissionScopes,
    preAuthorizedApplications: preAuthorizedApplications.map(({ appId: client, scopeIds }) => ({
      appId: client,
      delegatedPermissionIds: scopeIds,
    })),
  }
}

/** The id of a scope that a description gives none. */
export function scopeIdOf(appId: string, value: string): string {
  return derivedGuid(appId, guidOfText(value))
}

export function inheritablePermission({
  resource,
  scopes,
  roles,
}: DescribedApplication['inheritablePermissions'][number]): InheritablePermission {
  const inheritableScopes =
    typeof scopes === 'string' ? { kind: kinds[scopes] } : ({ kind: 'enumerated', scopes } as const)
  return { resourceAppId: resource, inheritableScopes, inheritableRoles: { kind: kinds[roles] } }
}

const kinds = { all: 'allAllowed', none: 'none' } as const
