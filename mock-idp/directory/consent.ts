import type { Change } from './collections.ts'
import { scopesIn } from './delegated-permissions.ts'
import type { PermissionGrant } from './permission-grant.ts'
import type { User } from './person.ts'
import type { Tenant } from './tenant.ts'

/** Who agreed that which client may do what: object ids. */
export type Consent = {
  /** The principal of the client. */
  readonly clientId: string
  /** The principal of the resource. */
  readonly resourceId: string
  /** Undefined: an administrator agreed for every user. */
  readonly userId: string | undefined
  readonly scopes: readonly string[]
}

/** What a consent changes: one grant for each client, resource and user, which only grows. */
export function consentChanges(
  { permissionGrants }: Pick<Tenant, 'permissionGrants'>,
  { clientId, resourceId, userId, scopes }: Consent,
  newGuid: () => string,
): readonly Change[] {
  const principalId = userId ?? null
  const before = [...permissionGrants.values()].find(
    (one) =>
      one.clientId === clientId && one.resourceId === resourceId && one.principalId === principalId,
  )
  const granted = scopesIn(before?.scope ?? '')
  const missing = scopes.filter((scope) => !granted.includes(scope))
  if (missing.length === 0) return []
  const grant: PermissionGrant = {
    id: newGuid().replaceAll('-', ''),
    clientId,
    consentType: userId === undefined ? 'AllPrincipals' : 'Principal',
    principalId,
    resourceId,
    startTime: undefined,
    expiryTime: undefined,
    ...before,
    scope: [...granted, ...missing].join(' '),
  }
  return [{ collection: 'permissionGrants', key: grant.id, value: grant }]
}

/** Who may consent for everybody (learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent). */
const consentingRoles: readonly string[] = [
  'Global Administrator',
  'Privileged Role Administrator',
  'Cloud Application Administrator',
  'Application Administrator',
]

export function maySpeakForOrganization({ directoryRoles }: Pick<User, 'directoryRoles'>): boolean {
  return directoryRoles.some((role) => consentingRoles.includes(role))
}
