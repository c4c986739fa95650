import type { InheritablePermission } from './application.ts'
import { derivedGuid, guidOfText } from './derived-guid.ts'
import type { CompleteTenantDescription } from './description.ts'
import type { Details } from './details.ts'

type DescribedApplication = CompleteTenantDescription['blueprints'][number]

/** Scopes as Microsoft Graph keeps them of an application: `api.oauth2PermissionScopes`. */
export function detailsWithScopes({ appId, scopes }: DescribedApplication): Details {
  const oauth2PermissionScopes = scopes.map(({ id, value, displayName = value }) => ({
    adminConsentDescription: displayName,
    adminConsentDisplayName: displayName,
    id: id ?? derivedGuid(appId, guidOfText(value)),
    isEnabled: true,
    type: 'User',
    userConsentDescription: displayName,
    userConsentDisplayName: displayName,
    value,
  }))
  return { api: { oauth2PermissionScopes } }
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
