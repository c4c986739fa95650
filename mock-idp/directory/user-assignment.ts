import type { User } from './person.ts'
import type { Tenant } from './tenant.ts'

/** Whether a user was assigned to an application, or is a direct member of a group that was, with or without a role. */
export function isAssigned(user: User, appId: string, { groups }: Pick<Tenant, 'groups'>): boolean {
  const names = (one: { readonly resourceAppId: string }) => one.resourceAppId === appId
  const ofGroups = [...groups.values()]
    .filter(({ members }) => members.includes(user.id))
    .flatMap(({ appRoles = [] }) => appRoles)
  return [...(user.appRoles ?? []), ...ofGroups].some(names)
}
