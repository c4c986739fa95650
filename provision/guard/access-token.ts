import { readJwt } from '../../wire/jwt.ts'

/** The claims of an access token that decide whether and how it can provision. */
export type AccessToken = {
  readonly tenantId: string | undefined
  /** A user is signed in, or an application for itself. */
  readonly isDelegated: boolean
  /** Scopes of a delegated token, roles of an application's. */
  readonly permissions: readonly string[]
}

/**
 * What the token says of itself, unverified: Graph verifies it. Microsoft calls access tokens for
 * Graph opaque, so expect undefined.
 */
export function readAccessToken(token: string): AccessToken | undefined {
  const claims = readJwt(token)?.claims
  if (claims === undefined) return undefined
  const { tid, scp, roles, idtyp } = claims
  const scopes = typeof scp === 'string' ? scp.split(' ').filter((scope) => scope !== '') : []
  const appRoles = Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : []
  return {
    tenantId: typeof tid === 'string' ? tid.toLowerCase() : undefined,
    isDelegated: idtyp === 'user' || (idtyp !== 'app' && scopes.length > 0),
    permissions: [...scopes, ...appRoles],
  }
}
