import { guidBytes, guidFromBytes } from '../directory/guid.ts'
import type { ClientType } from '../directory/redirect-uris.ts'
import type { CryptoPlatform } from '../keys/crypto-platform.ts'
import type { Random } from '../ports/random.ts'
import type { SignIn } from './delegation.ts'

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

type Making = {
  readonly platform: Pick<CryptoPlatform, 'encodeBytes'>
  readonly random: Pick<Random, 'bytes'>
}

const prefix = '1.A'

/** Opaque to clients; the mock knows by it which tenant issued it. Those of Entra begin so too (third-party). */
export function newAuthorizationCode(tenantId: string, { platform, random }: Making): string {
  const bytes = new Uint8Array(80)
  bytes.set(guidBytes(tenantId), 0)
  bytes.set(random.bytes(64), 16)
  return `${prefix}${platform.encodeBytes(bytes)}`
}

/** The tenant that a code names. Undefined for what looks like no code. */
export function tenantOfCode(code: string): string | undefined {
  if (!/^1\.A[\w-]{107}$/.test(code)) return undefined
  const bytes = atob(code.slice(prefix.length).replaceAll('-', '+').replaceAll('_', '/'))
  return guidFromBytes(Uint8Array.from(bytes.slice(0, 16), (letter) => letter.charCodeAt(0)))
}
