import type { Contact } from '../../judge/index.ts'
import type { Capabilities } from './capabilities.ts'

/** The credential of a client's blueprint, as in `configure` of the adapter protocol. */
export type ClientCredential =
  | { readonly type: 'secret'; readonly value: string }
  | {
      readonly type: 'certificate'
      /** The leaf first, then its chain. */
      readonly certificatePem: string
      readonly privateKeyPem: string
      readonly sendX5c?: boolean
    }
  | { readonly type: 'assertionFile'; readonly file: string }
  | {
      readonly type: 'managedIdentity'
      readonly source: 'appService' | 'imds'
      readonly endpoint: string
      readonly header?: string
      readonly clientId?: string
    }

export type Cloud = 'public' | 'usGovernment' | 'china'

/** Real sockets beside the identity provider, such as a server with a certificate of its own. */
export type Sockets = {
  readonly origins: readonly string[]
  /** PEM of the certificate authority that the client is told to trust. */
  readonly caPem: string
}

/** The configuration of a client under test. */
export type ClientSetup = {
  /** The https origin of the identity provider. */
  readonly authorityHost: string
  /** Its http origin, if the target listens on http. */
  readonly httpUrl: string | undefined
  /** PEM file of the certificate authority that clients must trust. Absent: the target has no port. */
  readonly caFile: string | undefined
  /** For clients in this process, whose other requests use no socket. */
  readonly sockets?: Sockets | undefined
  readonly tenantId: string
  readonly cloud: Cloud
  readonly blueprintClientId: string
  readonly credential: ClientCredential
  /** For clients in this process: how to reach the target, and a virtual clock. */
  readonly request: (path: string, init?: RequestInit) => Promise<Response>
  readonly nowMs: () => number
  readonly passTime: (seconds: number) => Promise<void>
}

/** Who a token is about: the agent itself, its own user, or the person who called it. */
export type Flow = Capabilities['flows'][number]

export type Acquisition = {
  /** Default: autonomous. */
  readonly flow?: Flow | undefined
  /** The agent user, by object id or by UPN. */
  readonly user?: { readonly oid: string } | { readonly upn: string } | undefined
  /** Tc, the token with which a person called the agent. */
  readonly userAssertion?: string | undefined
  /** The claims of a challenge, as JSON. */
  readonly claims?: string | undefined
  /** Null or undefined: the caller names none, as programs do whose variable holds nothing. */
  readonly agentIdentity: string | null | undefined
  readonly scope: string
  readonly tenantId?: string | undefined
  readonly forceRefresh?: boolean | undefined
}

export type ClientError = {
  readonly kind: 'server' | 'client' | 'timeout' | 'unsupported'
  readonly message: string
  readonly status?: number | undefined
  readonly code?: string | undefined
  readonly aadsts?: readonly number[] | undefined
  readonly correlationId?: string | undefined
  readonly suberror?: string | undefined
  /** The claims of a challenge, as JSON. */
  readonly claims?: string | undefined
  /** Whatever else it carries, such as its causes. */
  readonly details?: unknown
}

/** The answer of a client: a token, or an error. */
export type Outcome =
  | {
      readonly token: string
      /** When it expires, if the client says so: seconds since 1970. */
      readonly expiresOn?: number | undefined
      readonly error?: undefined
    }
  | { readonly token?: undefined; readonly error: ClientError }

/** The client that a run judges. It is configured anew for each scenario. */
export type ClientUnderTest = {
  readonly name: string
  readonly version: string
  readonly language: string | undefined
  readonly capabilities: Capabilities
  /** How many scenarios may use it at once. */
  readonly maxParallel: number
  /** Whether it uses the scenario's clock (a client in this process), so that no wait is real. */
  readonly hasVirtualTime: boolean
  /** @throws {AdapterFailure} if the program breaks the adapter protocol */
  readonly configure: (setup: ClientSetup) => Promise<ConfiguredClient>
  readonly close: () => Promise<void>
}

/** A client configured for one scenario. */
export type ConfiguredClient = {
  /** @throws {AdapterFailure} if the program breaks the adapter protocol */
  readonly acquire: (wanted: Acquisition) => Promise<Outcome>
  /** Gives the same process another setup; its state stays. */
  readonly reconfigure: (setup: ClientSetup) => Promise<void>
  /** Drops every cache. Resolves to false if the client refuses. Absent: it keeps nothing between calls. */
  readonly reset?: (() => Promise<boolean>) | undefined
  /** The client's events and logs in this scenario, to be searched for secrets. */
  readonly said: () => Promise<string>
  /** Other hosts that the client contacted, as far as that was visible. */
  readonly strangeHosts: () => readonly string[]
  /** The requests to them whose content was visible. Absent: none was. */
  readonly contacts?: () => readonly Contact[]
  /** Ends the scenario for this client; the program may keep running. */
  readonly close: () => Promise<void>
}

/** The adapter broke the protocol, so the client cannot be judged. */
export class AdapterFailure extends Error {
  override readonly name = 'AdapterFailure'
}
