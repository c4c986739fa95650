import type { ClientType } from '../directory/redirect-uris.ts'
import type { SignIn } from './delegation.ts'
import { type MarkedKind, type Marking, markedText, tenantMarkedIn } from './tenant-mark.ts'

/** What a refresh token stands for. */
export type RefreshGrant = {
  /** Of the tokens that it brings. */
  readonly tokenKind: 'on-behalf-of' | 'agent-user' | 'user'
  readonly clientAppId: string
  readonly userId: string
  readonly resourceName: string
  readonly permissions: readonly string[]
  /** Whether it stands for all that was granted (`.default`), rather than for nothing of the resource. */
  readonly isDefault: boolean
  /** Of an ordinary client. Undefined for an agent identity. */
  readonly clientType?: ClientType | undefined
  /** When the first of its family was issued. */
  readonly firstIssuedMs: number
  readonly signIn: SignIn
  readonly issuedMs: number
}

/** The refresh tokens of one tenant. */
export type RefreshTokens = {
  readonly keep: (token: string, grant: RefreshGrant) => void
  readonly find: (token: string) => RefreshGrant | undefined
  readonly clear: () => void
}

/** The oldest go first: a client that never uses them does not fill the memory. */
const mostKept = 10_000

export function createRefreshTokens(): RefreshTokens {
  const kept = new Map<string, RefreshGrant>()
  return {
    keep: (token, grant) => {
      kept.set(token, grant)
      const [oldest] = kept.keys()
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    },
    find: (token) => kept.get(token),
    clear: () => kept.clear(),
  }
}

/** Those of Entra begin so too (third-party). */
const refreshTokenKind: MarkedKind = { prefix: '1.A', byteCount: 96 }

/** Opaque to clients, and no JWT. */
export function newRefreshToken(tenantId: string, marking: Marking): string {
  return markedText(refreshTokenKind, tenantId, marking)
}

/** The tenant that a refresh token names. Undefined for what looks like none. */
export function tenantOfRefreshToken(token: string): string | undefined {
  return tenantMarkedIn(refreshTokenKind, token)
}
