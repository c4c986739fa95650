import type { Person } from './check-token.ts'
import { ClientConfigurationError } from './client-configuration-error.ts'
import { isGuid, requireGuid, requireText } from './ids.ts'

/** The user account of an agent identity: by object id, or by user principal name. Give one of them. */
export type AgentUser =
  | {
      /** Object id of the user: a GUID. */
      readonly oid: string
      readonly upn?: undefined
    }
  | {
      /** User principal name, such as `assistant@contoso.example`. */
      readonly upn: string
      readonly oid?: undefined
    }

export type NamedAgentUser = {
  readonly personKey: string
  readonly person: Person
  /** Entra answers AADSTS50000 to a user principal name in `user_id`. */
  readonly parameters: { readonly user_id: string } | { readonly username: string }
}

const requireUpn = (value: unknown): string => {
  const upn = requireText(value, 'user.upn').trim()
  const [name, domain, ...more] = upn.split('@')
  if (isGuid(upn.toLowerCase())) {
    throw new ClientConfigurationError('user.upn must not be an object id; pass it as user.oid')
  }
  if (!name || !domain || more.length > 0 || /\s/.test(upn)) {
    throw new ClientConfigurationError('user.upn must be a user principal name: name@domain')
  }
  return upn
}

/** @throws {ClientConfigurationError} It names no user, or one in two ways. */
export const readAgentUser = (user: AgentUser): NamedAgentUser => {
  const { oid, upn }: { readonly oid?: unknown; readonly upn?: unknown } = user ?? {}
  const named = [oid, upn].filter((value) => value !== undefined)
  if (named.length !== 1) {
    throw new ClientConfigurationError('user must have either oid or upn, and not both')
  }
  if (upn === undefined) {
    const id = requireGuid(oid, 'user.oid')
    return { personKey: `oid:${id}`, person: { oid: id }, parameters: { user_id: id } }
  }
  const username = requireUpn(upn)
  const name = username.toLowerCase()
  return { personKey: `upn:${name}`, person: { upn: name }, parameters: { username } }
}
