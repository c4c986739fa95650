import { createJournal, type Journal } from '../journal/journal.ts'
import { createKeyRing, type KeyRing } from '../keys/key-ring.ts'
import type { SigningKey } from '../keys/signing-key.ts'
import { createTenantClock, type TenantClock } from '../ports/clock.ts'
import { type AuthorizationCodes, createAuthorizationCodes } from '../tokens/authorization-codes.ts'
import { type BrowserSessions, createBrowserSessions } from '../tokens/browser-sessions.ts'
import { createDeviceCodes, type DeviceCodes } from '../tokens/device-codes.ts'
import { createRefreshTokens, type RefreshTokens } from '../tokens/refresh-tokens.ts'
import { createSignInSettings, type SignInSettingsStore } from '../tokens/sign-in-settings.ts'
import { createSignIns, type SignIns } from '../tokens/sign-ins.ts'
import { createTenantLifetimes, type TenantLifetimes } from '../tokens/tenant-lifetimes.ts'
import { type Chaos, createChaos } from './chaos/index.ts'
import { createFaults, type Faults } from './faults/index.ts'
import { createTenantLag, type TenantLag } from './lag/index.ts'

/** What belongs to one tenant alone, besides its objects. */
export type Sandbox = {
  readonly clock: TenantClock
  readonly keys: KeyRing
  readonly journal: Journal
  readonly faults: Faults
  readonly lifetimes: TenantLifetimes
  readonly chaos: Chaos
  readonly lag: TenantLag
  readonly refreshTokens: RefreshTokens
  readonly signIns: SignIns
  readonly authorizationCodes: AuthorizationCodes
  readonly browserSessions: BrowserSessions
  readonly signInSettings: SignInSettingsStore
  readonly deviceCodes: DeviceCodes
}

export type Sandboxes = {
  readonly open: (tenantId: string) => void
  readonly of: (tenantId: string) => Sandbox
  readonly close: (tenantId: string) => void
  /** The keys with which any tenant signs. */
  readonly everyKey: () => readonly SigningKey[]
}

type Parts = {
  readonly signingKeys: readonly SigningKey[]
  readonly realNowMs: () => number
  readonly openJournal: () => Journal
}

/** Most tenants of a mock with many are never asked: each part is made when somebody first needs it. */
class LazySandbox implements Sandbox {
  readonly #parts: Parts
  #clock: TenantClock | undefined
  #keys: KeyRing | undefined
  #journal: Journal | undefined
  #faults: Faults | undefined
  #lifetimes: TenantLifetimes | undefined
  #chaos: Chaos | undefined
  #lag: TenantLag | undefined
  #refreshTokens: RefreshTokens | undefined
  #signIns: SignIns | undefined
  #authorizationCodes: AuthorizationCodes | undefined
  #browserSessions: BrowserSessions | undefined
  #signInSettings: SignInSettingsStore | undefined
  #deviceCodes: DeviceCodes | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  get clock() {
    this.#clock ??= createTenantClock(this.#parts.realNowMs)
    return this.#clock
  }

  get keys() {
    this.#keys ??= createKeyRing(this.#parts.signingKeys)
    return this.#keys
  }

  get journal() {
    this.#journal ??= this.#parts.openJournal()
    return this.#journal
  }

  /** Of a tenant that was never asked: none. */
  get addedKeys() {
    return this.#keys?.added() ?? []
  }

  get faults() {
    this.#faults ??= createFaults()
    return this.#faults
  }

  get lifetimes() {
    this.#lifetimes ??= createTenantLifetimes()
    return this.#lifetimes
  }

  get chaos() {
    this.#chaos ??= createChaos()
    return this.#chaos
  }

  get lag() {
    this.#lag ??= createTenantLag(() => this.clock.nowMs())
    return this.#lag
  }

  get refreshTokens() {
    this.#refreshTokens ??= createRefreshTokens()
    return this.#refreshTokens
  }

  get signIns() {
    this.#signIns ??= createSignIns()
    return this.#signIns
  }

  get authorizationCodes() {
    this.#authorizationCodes ??= createAuthorizationCodes()
    return this.#authorizationCodes
  }

  get browserSessions() {
    this.#browserSessions ??= createBrowserSessions()
    return this.#browserSessions
  }

  get signInSettings() {
    this.#signInSettings ??= createSignInSettings()
    return this.#signInSettings
  }

  get deviceCodes() {
    this.#deviceCodes ??= createDeviceCodes()
    return this.#deviceCodes
  }
}

export function createSandboxes(
  signingKeys: readonly SigningKey[],
  realNowMs: () => number,
  openJournal: () => Journal = () => createJournal(),
): Sandboxes {
  const parts = { signingKeys, realNowMs, openJournal }
  const sandboxes = new Map<string, LazySandbox | undefined>()
  const of = (tenantId: string) => {
    const known = sandboxes.get(tenantId)
    if (known) return known
    if (!sandboxes.has(tenantId)) throw new TypeError(`no tenant ${tenantId}`)
    const made = new LazySandbox(parts)
    sandboxes.set(tenantId, made)
    return made
  }
  return {
    of,
    everyKey: () => {
      const added = [...sandboxes.values()].flatMap((one) => one?.addedKeys ?? [])
      // Chaos gives the shared key the same other names in every tenant.
      const byName = new Map([...signingKeys, ...added].map((key) => [key.kid, key]))
      return [...byName.values()]
    },
    open: (tenantId) => void sandboxes.set(tenantId, undefined),
    close: (tenantId) => {
      // What its journal keeps counts among what all journals may keep.
      sandboxes.get(tenantId)?.journal.clear()
      sandboxes.delete(tenantId)
    },
  }
}
