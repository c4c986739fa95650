import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { type Claims, isAgent, isOfBlueprint, said } from '../token-kinds.ts'
import type { BrokenProvider } from './broken-provider.ts'
import { otherThanFirst, previous } from './seen-tokens.ts'

type Test = (claims: Claims) => boolean

const rolesOf = ({ roles }: Claims) => (Array.isArray(roles) ? (roles as readonly string[]) : [])

function withRoles(is: Test, change: (roles: readonly string[]) => readonly string[]) {
  return said(is, (claims) => {
    const roles = change(rolesOf(claims))
    return { roles: roles.length > 0 ? roles : undefined }
  })
}

/** Every role that any client of the tenant has shown. */
function pooled(is: Test): InProcessOptions {
  const seen = new Map<unknown, Set<string>>()
  return said(is, (claims) => {
    const pool = seen.get(claims.tid) ?? new Set()
    for (const role of rolesOf(claims)) pool.add(role)
    seen.set(claims.tid, pool)
    return pool.size > 0 ? { roles: [...pool] } : {}
  })
}

/** What the client that the tenant served first has, in the tokens of all others. */
function ofTheFirst(is: Test): InProcessOptions {
  const first = new Map<unknown, readonly string[]>()
  return said(is, (claims) => {
    const known = first.get(claims.tid) ?? rolesOf(claims)
    first.set(claims.tid, known)
    return { roles: known.length > 0 ? known : undefined }
  })
}

const inUpperCase = (roles: readonly string[]) => roles.map((role) => role.toUpperCase())

/** Roles of another client or resource, and roles that are missing, in tokens for Microsoft Graph. */
export const rolesOfOthersShown: readonly BrokenProvider[] = [
  [
    'gives each agent identity the roles in the token before',
    said(isAgent, previous(isAgent, 'roles')),
  ],
  ['gives every agent identity the roles of the first', ofTheFirst(isAgent)],
  ['gives every agent identity the roles of all', pooled(isAgent)],
  ['gives agent identities no roles', withRoles(isAgent, () => [])],
  ['gives a second agent identity a role', withRoles(otherThanFirst(isAgent), () => ['Mail.Send'])],
  ['gives agent identities one role more', withRoles(isAgent, (roles) => [...roles, 'Mail.Send'])],
  [
    'gives agent identities the roles that they have on an API',
    withRoles(isAgent, (roles) => [...roles, 'Orders.Read']),
  ],
  [
    'names roles by their ids',
    withRoles(isAgent, (roles) => roles.map(() => 'df021288-bdef-4463-88db-98f22de89214')),
  ],
  ['names roles in upper case', withRoles(isAgent, inUpperCase)],
  [
    'gives blueprints the roles of agent identities',
    withRoles(isOfBlueprint, (roles) => [...roles, 'User.Read.All']),
  ],
].map(([name, options]) => ({
  name: name as string,
  breaks: ['TOKEN-ROLES'],
  options: options as InProcessOptions,
}))
