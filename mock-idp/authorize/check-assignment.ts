import { enforce } from '../answers/enforce.ts'
import type { User } from '../directory/person.ts'
import type { Tenant } from '../directory/tenant.ts'
import { authorizePersonRules } from '../rules/authorize-person.ts'
import type { TenantExchange } from '../sign-in/browser.ts'

/** @throws {Refusal} under AUTHORIZE-ASSIGNED, for the client and for the resource */
export function checkAssignment(
  appIds: readonly string[],
  user: User,
  { tenant, examination }: Pick<TenantExchange, 'tenant' | 'examination'>,
): void {
  const missing = appIds.find(
    (appId) => requiresAssignment(appId, tenant) && !isAssigned(appId, user, tenant),
  )
  enforce(
    authorizePersonRules.assignment,
    {
      appId: missing ?? '',
      appName: tenant.principals.get(missing ?? '')?.displayName ?? missing ?? '',
      userName: user.userPrincipalName,
      assignmentMissing: missing !== undefined,
    },
    examination,
  )
}

function requiresAssignment(appId: string, { principals, resources }: Tenant): boolean {
  return (
    resources.get(appId)?.assignmentRequired ??
    principals.get(appId)?.details.appRoleAssignmentRequired === true
  )
}

/** Itself, or through a group whose member it is. */
function isAssigned(appId: string, user: User, { groups }: Tenant): boolean {
  const holders = [user, ...[...groups.values()].filter(({ members }) => members.includes(user.id))]
  return holders.some(({ appRoles = [] }) =>
    appRoles.some(({ resourceAppId }) => resourceAppId === appId),
  )
}
