import type { User } from '../directory/person.ts'
import type { Tenant } from '../directory/tenant.ts'

/** Somebody by object id or user principal name, in any letter case. */
export function findPerson(name: string, { users }: Tenant): User | undefined {
  const wanted = name.trim().toLowerCase()
  return (
    users.get(wanted) ??
    [...users.values()].find((one) => one.userPrincipalName.toLowerCase() === wanted)
  )
}
