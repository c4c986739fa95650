import type { Tenant } from '../directory/tenant.ts'
import type { CryptoPlatform } from '../keys/crypto-platform.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import type { Random } from '../ports/random.ts'
import type { Lifetimes } from './lifetimes.ts'

/** Everything that a token is made from besides its subject and its resource. */
export type Minting = {
  readonly tenant: Tenant
  readonly keys: KeyRing
  readonly platform: CryptoPlatform
  readonly random: Random
  readonly nowMs: number
  readonly lifetimes: Lifetimes
  /** GUID of the request, of which `uti` is the other spelling. */
  readonly traceId: string
  readonly issuer: { readonly v1: string; readonly v2: string }
  /** How tests break what a token says. */
  readonly tamper?: (claims: Claims) => Claims
}

/** The payload of a token. */
export type Claims = Readonly<Record<string, unknown>>
