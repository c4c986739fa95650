import type { ClientType } from '../directory/redirect-uris.ts'
import type { SignIn } from './delegation.ts'
import { type MarkedKind, type Marking, markedText, tenantMarkedIn } from './tenant-mark.ts'

/** What an authorization code stands for, and what it is bound to. */
export type CodeGrant = {
  readonly clientAppId: string
  readonly redirectUri: string
  readonly clientType: ClientType
  readonly userId: string
  /** As the authorize request asked. */
  readonly scope: string
  readonly nonce: string | undefined
  readonly challenge: CodeChallenge | undefined
  readonly signIn: SignIn
  readonly issuedMs: number
}

/** RFC 7636. */
export type CodeChallenge = { readonly method: 'S256' | 'plain'; readonly value: string }

/** A code as it is found: who has it redeems it once. */
export type KeptCode = { readonly grant: CodeGrant; readonly isRedeemed: boolean }

/** The authorization codes of one tenant. */
export type AuthorizationCodes = {
  readonly keep: (code: string, grant: CodeGrant) => void
  readonly find: (code: string) => KeptCode | undefined
  readonly redeem: (code: string) => void
  readonly clear: () => void
}

/** The oldest go first: codes that nobody redeems do not fill the memory. */
const mostKept = 10_000

export function createAuthorizationCodes(): AuthorizationCodes {
  const kept = new Map<string, KeptCode>()
  return {
    keep: (code, grant) => {
      kept.set(code, { grant, isRedeemed: false })
      const [oldest] = kept.keys()
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    },
    find: (code) => kept.get(code),
    redeem: (code) => {
      const found = kept.get(code)
      if (found) kept.set(code, { ...found, isRedeemed: true })
    },
    clear: () => kept.clear(),
  }
}

/** Those of Entra begin so too (third-party). */
const codeKind: MarkedKind = { prefix: '1.A', byteCount: 80 }

/** Opaque to clients; the mock knows by it which tenant issued it. */
export function newAuthorizationCode(tenantId: string, marking: Marking): string {
  return markedText(codeKind, tenantId, marking)
}

/** The tenant that a code names. Undefined for what looks like no code. */
export function tenantOfCode(code: string): string | undefined {
  return tenantMarkedIn(codeKind, code)
}
