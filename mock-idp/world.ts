import type { JSONWebKeySet } from 'jose'
import type { Directory } from './directory/directory.ts'
import type { IssuerNames } from './http/issuer-names.ts'
import type { CryptoPlatform } from './keys/crypto-platform.ts'
import type { KeyRing } from './keys/key-ring.ts'
import type { TenantClock } from './ports/clock.ts'
import type { Random } from './ports/random.ts'
import type { Sleep } from './ports/sleep.ts'
import type { AuthorizationCodes } from './tokens/authorization-codes.ts'
import type { BrowserSessions } from './tokens/browser-sessions.ts'
import type { DeviceCodes } from './tokens/device-codes.ts'
import type { Forgeries } from './tokens/forgeries.ts'
import type { Claims, Minting } from './tokens/minting.ts'
import type { RefreshTokens } from './tokens/refresh-tokens.ts'
import type { SignInSettingsStore } from './tokens/sign-in-settings.ts'
import type { SignIns } from './tokens/sign-ins.ts'
import type { TenantLifetimes } from './tokens/tenant-lifetimes.ts'

/** What a tenant has besides its objects. */
export type TenantFacilities = {
  readonly clock: TenantClock
  readonly keys: KeyRing
  readonly lifetimes: Pick<TenantLifetimes, 'current' | 'chosen'>
  readonly refreshTokens: RefreshTokens
  readonly signIns: SignIns
  readonly authorizationCodes: AuthorizationCodes
  readonly browserSessions: BrowserSessions
  readonly signInSettings: SignInSettingsStore
  readonly deviceCodes: DeviceCodes
}

/** All that an answer depends on. It is passed in everywhere, and imported nowhere. */
export type World = {
  readonly directory: Directory
  readonly issuerNames: IssuerNames
  readonly platform: CryptoPlatform
  readonly random: Random
  readonly realNowMs: () => number
  readonly sleep: Sleep
  readonly facilitiesOf: (tenantId: string) => TenantFacilities
  /** The forged tokens that tests ordered. */
  readonly forgeries: Forgeries
  /** The keys of an external issuer that publishes them on loopback. Undefined: its documents cannot be used. */
  readonly fetchIssuerKeys: (issuer: string) => Promise<JSONWebKeySet | undefined>
  /** Rules that no tenant enforces: the switch by which the tests prove that every rule is needed. */
  readonly waivedRules: ReadonlySet<string>
  /** How tests break what tokens say. */
  readonly tamper?: (claims: Claims) => Claims
}

type Occasion = Pick<Minting, 'tenant' | 'nowMs' | 'traceId'> & { readonly origin: string }

/** What tokens are made from, for one request that a tenant answers under one origin. */
export function mintingAt({ tenant, origin, nowMs, traceId }: Occasion, world: World): Minting {
  const { platform, random, tamper } = world
  const { keys, lifetimes: set } = world.facilitiesOf(tenant.id)
  const lifetimes = set.current()
  const issuer = world.issuerNames.issuersOf(origin, tenant.id)
  const made = { tenant, keys, platform, random, nowMs, lifetimes, traceId, issuer }
  return tamper ? { ...made, tamper } : made
}
