import type { Capabilities } from './capabilities.ts'

/** How the blueprint of a client under test proves itself: `configure` of the adapter protocol. */
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

/** What a client under test is told before it acts. */
export type ClientSetup = {
  /** Origin of the identity provider, over https. */
  readonly authorityHost: string
  /** The same over plain http, where the target listens on it. */
  readonly httpUrl: string | undefined
  /** PEM file of the authority that clients are told to trust. Absent: the target has no port. */
  readonly caFile: string | undefined
  readonly tenantId: string
  readonly cloud: Cloud
  readonly blueprintClientId: string
  readonly credential: ClientCredential
  /** For clients in this process: the way to the target, and a time in which nobody waits. */
  readonly request: (path: string, init?: RequestInit) => Promise<Response>
  readonly nowMs: () => number
  readonly passTime: (seconds: number) => Promise<void>
}

export type Acquisition = {
  readonly agentIdentity: string
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
}

/** What a client answers: a token, or why there is none. */
export type Outcome =
  | { readonly token: string; readonly error?: undefined }
  | { readonly token?: undefined; readonly error: ClientError }

/** A program that is judged. One is made for a run, and configured anew for each scenario. */
export type ClientUnderTest = {
  readonly name: string
  readonly version: string
  readonly language: string | undefined
  readonly capabilities: Capabilities
  /** How many scenarios may use it at once. */
  readonly maxParallel: number
  /** Its time is the scenario's own (a client in this process), so that nobody needs to wait. */
  readonly hasVirtualTime: boolean
  /** @throws {AdapterFailure} if the program breaks the adapter protocol */
  readonly configure: (setup: ClientSetup) => Promise<ConfiguredClient>
  readonly close: () => Promise<void>
}

/** A client in one scenario. */
export type ConfiguredClient = {
  /** @throws {AdapterFailure} if the program breaks the adapter protocol */
  readonly acquire: (wanted: Acquisition) => Promise<Outcome>
  /** The same program told another setup, with whatever it keeps in the process. */
  readonly reconfigure: (setup: ClientSetup) => Promise<void>
  /** All that the client wrote in this scenario: events, logs. Searched for secrets. */
  readonly said: () => Promise<string>
  /** Hosts that it asked besides the identity provider, where that could be seen. */
  readonly strangeHosts: () => readonly string[]
  /** Ends its part in the scenario; the program may go on. */
  readonly close: () => Promise<void>
}

/** The program that is judged broke the adapter protocol, so nothing can be said of the client. */
export class AdapterFailure extends Error {
  override readonly name = 'AdapterFailure'
}
