import type { User } from '../../directory/person.ts'
import type { Tenant } from '../../directory/tenant.ts'

/** By object id or user principal name. */
export function findUser({ users }: Tenant, idOrName: string): User | undefined {
  const wanted = idOrName.toLowerCase()
  const isNamed = ({ userPrincipalName }: User) => userPrincipalName.toLowerCase() === wanted
  return users.get(wanted) ?? (wanted.includes('@') ? [...users.values()].find(isNamed) : undefined)
}
