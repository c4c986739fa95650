import type {
  ClockChange,
  Fault,
  GraphTokenRequest,
  JournalEntry,
  LifetimesChange,
  TenantDescription,
  TokenOrder,
} from '../../mock-idp/index.ts'
import type { Directory } from '../cast/directory.ts'
import type { Send } from '../requests/wire-request.ts'

export type TargetKind = 'in-process' | 'server' | 'live'

/** The identity provider under test. */
export type Target = {
  readonly kind: TargetKind
  readonly authorityHost: string
  /** The same identity provider over plain http, and the PEM file to trust. Absent: it has no port. */
  readonly httpUrl?: string | undefined
  readonly caFile?: string | undefined
  readonly request: Send
  /** Resolves the names used in the features, for one scenario. */
  readonly openDirectory: () => Directory
  /** Control over a mock. Absent: a real tenant. */
  readonly power?: Power
  /** Waits until the target is ready. */
  readonly prepare: (report: (progress: string) => void) => Promise<void>
  readonly close: () => Promise<void>
}

/** Resolves the argument of a target's `request` to a whole URL. */
export function urlAt(authorityHost: string, path: string): string {
  return /^https?:\/\//.test(path) ? path : `${authorityHost}${path}`
}

/** The caller of Microsoft Graph, and its permissions. */
export type GraphTokenChoice = Omit<GraphTokenRequest, 'tenantId' | 'origin'>

/** A token about whom, for what, and how it departs from a good one. */
export type TokenChoice = Omit<TokenOrder, 'tenantId' | 'origin'>

/** How long directory reads, directory writes and the token endpoint do not see a change. */
export type LagChange = {
  readonly [viewer in 'read' | 'write' | 'sts']?: {
    readonly requests?: number
    readonly ms?: number
  }
}

/** Members of `PUT /_mock/sign-in`. */
export type SignInChange = Readonly<Record<string, unknown>>

/** The control API of a mock. Every method names the tenant by its id. */
export type Power = {
  readonly createTenant: (description: TenantDescription) => Promise<void>
  /** Replaces the objects; clock, keys and journal stay. */
  readonly replaceTenant: (description: TenantDescription) => Promise<void>
  readonly removeTenant: (tenantId: string) => Promise<void>
  readonly journal: (tenantId: string) => Promise<readonly JournalEntry[]>
  /** The requests of every tenant, including those to unknown tenants. */
  readonly requestsOfClient: (clientId: string) => Promise<readonly JournalEntry[]>
  readonly setClock: (tenantId: string, change: ClockChange) => Promise<void>
  readonly addFault: (tenantId: string, fault: Fault) => Promise<void>
  readonly clearFaults: (tenantId: string) => Promise<void>
  /** In seconds; omitted members stay as they are. */
  readonly setLifetimes: (tenantId: string, change: LifetimesChange) => Promise<void>
  /** Varies details that a client must not depend on. Null: none. */
  readonly setChaos: (tenantId: string, seed: number | null) => Promise<void>
  /** How people sign in; omitted members stay as they are. */
  readonly setSignIn: (tenantId: string, change: SignInChange) => Promise<void>
  readonly rotateKey: (tenantId: string) => Promise<void>
  readonly graphToken: (tenantId: string, choice: GraphTokenChoice) => Promise<string>
  /** A token as a client would obtain it, or a forged one. */
  readonly orderToken: (tenantId: string, choice: TokenChoice) => Promise<string>
  readonly setLag: (tenantId: string, change: LagChange) => Promise<void>
  readonly relax: (tenantId: string, ruleIds: readonly string[]) => Promise<void>
  readonly reset: (tenantId: string) => Promise<void>
}

/** The identity provider cannot be judged: it does not start, or it is unreachable. */
export class TargetUnreachable extends Error {
  override readonly name = 'TargetUnreachable'
}
