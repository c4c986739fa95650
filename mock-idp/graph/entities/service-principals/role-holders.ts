import type { Change } from '../../../directory/collections.ts'
import type { Group, User } from '../../../directory/person.ts'
import type { AppRoleAssignment, Principal } from '../../../directory/principal.ts'
import type { MemberType } from '../../../directory/resource.ts'
import type { Tenant } from '../../../directory/tenant.ts'
import { findPrincipalById, findUser } from '../../call/find-objects.ts'
import { principalChanges } from '../../write/changes.ts'

/** Who can be assigned a role: a principal, a user, or a group. */
export type Holder = {
  readonly id: string
  readonly displayName: string
  readonly appRoles: readonly AppRoleAssignment[]
  readonly principalType: 'ServicePrincipal' | 'User' | 'Group'
  readonly memberType: MemberType
  readonly isAgent: boolean
  readonly withRoles: (appRoles: readonly AppRoleAssignment[]) => readonly Change[]
}

/** A principal by object or client id, a user by id or name, a group by id. */
export function findHolder(tenant: Tenant, id: string): Holder | undefined {
  const principal = findPrincipalById(tenant, id)
  if (principal) return principalHolder(tenant, principal)
  const user = findUser(tenant, id)
  if (user) return userHolder(user)
  const group = tenant.groups.get(id.toLowerCase())
  return group && groupHolder(group)
}

export function everyHolder(tenant: Tenant): readonly Holder[] {
  const principals = [...tenant.principals.values(), ...tenant.managedIdentities.values()]
  return [
    ...principals.map((one) => principalHolder(tenant, one)),
    ...[...tenant.users.values()].map(userHolder),
    ...[...tenant.groups.values()].map(groupHolder),
  ]
}

export function principalHolder(tenant: Tenant, principal: Principal): Holder {
  const { id, displayName, appRoles } = principal
  return {
    id,
    displayName,
    appRoles,
    principalType: 'ServicePrincipal',
    memberType: 'Application',
    isAgent: principal.kind === 'agentIdentity',
    withRoles: (roles) => principalChanges(tenant, { ...principal, appRoles: roles }),
  }
}

export function userHolder(user: User): Holder {
  const { id, displayName, appRoles = [] } = user
  return {
    id,
    displayName,
    appRoles,
    principalType: 'User',
    memberType: 'User',
    isAgent: false,
    withRoles: (roles) => [{ collection: 'users', key: id, value: { ...user, appRoles: roles } }],
  }
}

export function groupHolder(group: Group): Holder {
  const { id, displayName, appRoles = [] } = group
  return {
    id,
    displayName,
    appRoles,
    principalType: 'Group',
    memberType: 'User',
    isAgent: false,
    withRoles: (roles) => [{ collection: 'groups', key: id, value: { ...group, appRoles: roles } }],
  }
}
