import { enforce } from '../answers/enforce.ts'
import { type User, userCalled } from '../directory/person.ts'
import { signInRules } from '../rules/sign-in.ts'
import type { TenantExchange } from './browser.ts'

/** By object id or user principal name. */
export type Claimed = { readonly userName: string; readonly knowsPassword: boolean }

/**
 * Somebody who may sign in.
 * @throws {Refusal} under LOGIN-USER-KNOWN, LOGIN-AGENT-USER, LOGIN-PASSWORD or LOGIN-USER-ENABLED
 */
export function identifyPerson(
  { userName, knowsPassword }: Claimed,
  { tenant, examination }: Pick<TenantExchange, 'tenant' | 'examination'>,
): User {
  const user = userCalled(userName.trim(), tenant)
  enforce(
    signInRules.person,
    {
      userName,
      tenantName: tenant.displayName,
      userFound: user !== undefined,
      userEnabled: user?.enabled ?? false,
      hasCredentials: user?.identityParentId === undefined,
      passwordMatches: knowsPassword,
    },
    examination,
  )
  if (!user) throw new TypeError('no user')
  return user
}
