import type { User } from '../../directory/person.ts'
import type { Tenant } from '../../directory/tenant.ts'
import { findUser } from '../entities/find-user.ts'

export function hasUser({ users }: Tenant, parentId: string): boolean {
  return [...users.values()].some(({ identityParentId }) => identityParentId === parentId)
}

export function nameFacts(tenant: Tenant, upn: string, own: User | undefined) {
  const domain = upn.slice(upn.lastIndexOf('@') + 1).toLowerCase()
  const other = findUser(tenant, upn)
  return {
    domainIsVerified: tenant.domains.includes(domain),
    upnIsTaken: other !== undefined && other.id !== own?.id,
  }
}
