import type { TokenIdentity } from './cache-key.ts'
import type { IssuedToken } from './issued-token.ts'
import type { Ports } from './ports.ts'

/** A token, with what is known of it. */
export type AcquiredToken = IssuedToken & {
  /** Whether the token came from this client's cache. */
  readonly source: 'cache' | 'identity-provider'
  readonly tokenType: 'Bearer'
  readonly tenantId: string
  readonly agentIdentityId: string
  readonly scope: string
}

type Found = { readonly token: IssuedToken; readonly source: AcquiredToken['source'] }

/** Tells of a token, and makes of it what the caller gets. */
export type Announce = (identity: TokenIdentity, found: Found) => AcquiredToken

export const createAnnounce =
  ({ onEvent }: Pick<Ports, 'onEvent'>): Announce =>
  ({ step, tenantId, agentIdentityId, scope }, { token, source }) => {
    const { expiresAtMs, checked } = token
    const facts = { tenantId, agentIdentityId, scope, source, expiresAtMs, checked }
    onEvent({ type: 'token-acquired', step, ...facts })
    return { ...facts, token: token.token, tokenType: 'Bearer' }
  }
