import type { Details } from './details.ts'
import type { AppRoleAssignment } from './principal.ts'

/** A user of the directory, or the user account of an agent identity. */
export type User = {
  readonly id: string
  readonly displayName: string
  readonly userPrincipalName: string
  readonly enabled: boolean
  readonly createdMs: number
  /** The agent identity whose account this is; undefined for a person. */
  readonly identityParentId: string | undefined
  readonly sponsors: readonly string[]
  readonly managerId: string | undefined
  /** Names of directory roles, such as `Agent ID Administrator`. */
  readonly directoryRoles: readonly string[]
  /** Roles of resources; absent: none. */
  readonly appRoles?: readonly AppRoleAssignment[] | undefined
  /** What was issued before counts no more. Absent: nothing was revoked. */
  readonly sessionsValidFromMs?: number | undefined
  readonly details: Details
}

type Users = { readonly users: ReadonlyMap<string, User> }

/** By object id or user principal name, in any letter case. */
export function userCalled(name: string, tenant: Users): User | undefined {
  return tenant.users.get(name.toLowerCase()) ?? userNamed(name, tenant)
}

/** By user principal name, in any letter case. */
export function userNamed(name: string, { users }: Users): User | undefined {
  const wanted = name.toLowerCase()
  return [...users.values()].find((one) => one.userPrincipalName.toLowerCase() === wanted)
}

export type Group = {
  readonly id: string
  readonly displayName: string
  readonly kind: GroupKind
  readonly createdMs: number
  /** Object ids. */
  readonly members: readonly string[]
  readonly owners?: readonly string[] | undefined
  readonly appRoles?: readonly AppRoleAssignment[] | undefined
  readonly details: Details
}

/** `roleAssignable` is a security group to which directory roles can be assigned. */
export type GroupKind = 'microsoft365' | 'dynamic' | 'security' | 'roleAssignable'
