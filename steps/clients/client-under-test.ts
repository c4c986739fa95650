/** How the blueprint of a client under test proves itself: `configure` of the adapter protocol. */
export type ClientCredential =
  | { readonly type: 'secret'; readonly value: string }
  | {
      readonly type: 'certificate'
      readonly certificatePem: string
      readonly privateKeyPem: string
    }
  | { readonly type: 'assertionFile'; readonly file: string }
  | {
      readonly type: 'managedIdentity'
      readonly source: 'appService' | 'imds'
      readonly endpoint: string
      readonly header?: string
    }

/** What a client under test is told before it acts. */
export type ClientSetup = {
  readonly authorityHost: string
  readonly tenantId: string
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
  readonly forceRefresh?: boolean
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

export type ClientUnderTest = {
  readonly name: string
  readonly acquire: (wanted: Acquisition) => Promise<Outcome>
  /** All that the client wrote: events, logs. Searched for secrets. */
  readonly said: () => string
  readonly close: () => Promise<void>
}

export type NewClient = (setup: ClientSetup) => Promise<ClientUnderTest>
