/** One request as the journal keeps it. Secrets, assertions and signatures are masked before it gets here. */
export type JournalEntry = {
  /** Counts up from 1 within a tenant. */
  readonly sequence: number
  /** The tenant that was asked; undefined where the path names none that exists. */
  readonly tenantId: string | undefined
  readonly endpoint: EndpointName
  /** Time on the tenant's clock, ISO 8601. */
  readonly time: string
  readonly method: string
  /** As in the Host header, for example `login.microsoftonline.com`. */
  readonly host: string
  readonly path: string
  /** Of the URL. */
  readonly query: Parameters
  readonly httpStatus: number
  readonly traceId: string
  readonly correlationId: string
  readonly userAgent: string | undefined
  readonly contentType: string | undefined
  /** Of the form, in the order in which they were sent; of a managed identity request, those of the URL. */
  readonly parameters: Parameters
  /** Names given more than once in the form. Their first value is shown. */
  readonly repeatedParameters: readonly string[]
  /** Every credential that the request presents, in body or Authorization header; a repeated one counts twice. */
  readonly credentials: readonly PresentedCredential[]
  /** The client id of HTTP Basic. */
  readonly basicClientId: string | undefined
  /** Names of query parameters that hold a secret, assertion or token, by name or by shape. */
  readonly credentialsInUrl: readonly string[]
  /** Header and claims of the client assertion, if there was one. */
  readonly assertion: AssertionView | undefined
  /** How far the request got: what the last rule it met is about, or `issued`. */
  readonly stage: ReachedStage
  readonly rulesLookedAt: readonly string[]
  readonly outcome: JournalOutcome
  /** What a fault did to the real answer, in words. */
  readonly fault?: string | undefined
  /** `expires_in` of the answer, in seconds, where a token was issued. */
  readonly expiresIn: number | undefined
}

/** Names and values; what is secret by its name or its shape is masked. */
type Parameters = Readonly<Record<string, string>>

/** What a request was for. `keys` is a key set, `instance` is instance discovery, `graph` is Microsoft Graph. */
export type EndpointName =
  | 'token'
  | 'managedIdentity'
  | 'discovery'
  | 'keys'
  | 'instance'
  | 'graph'
  | 'unknown'

export type PresentedCredential = 'client_secret' | 'client_assertion' | 'basic'

/** The stages of the token endpoint, in their order. `answered`: a document, a key set, instance discovery. */
export type ReachedStage =
  | 'request'
  | 'tenant'
  | 'client'
  | 'credential'
  | 'resource'
  | 'fmi_path'
  | 'issued'
  | 'answered'

export type AssertionView = { readonly header: unknown; readonly claims: unknown }

export type JournalOutcome =
  | { readonly issued: string; readonly claims: Readonly<Record<string, unknown>> }
  | {
      readonly refused: string
      readonly error: string
      readonly aadsts: number | undefined
    }
  | { readonly answered: EndpointName }
  /** The status that a fault answered with, 0 for a connection closed without an answer. */
  | { readonly fault: number; readonly description: string }

/** What the journal keeps of a fault that a request met. */
export type MetFault = {
  /** In words, such as `answered 429 with Retry-After: 7`. */
  readonly description: string
  /** The status that replaced the real answer, 0 where there was none. Absent: the real answer was sent. */
  readonly replacedBy: number | undefined
}

/** An entry that is written out only when somebody reads it. */
export type JournalRecord = () => Omit<JournalEntry, 'sequence'>

/** The last requests of one tenant, or of none. */
export type Journal = {
  /** @param arrival counts the requests of all journals of a mock, so that they can be merged */
  readonly add: (record: JournalRecord, arrival?: number) => void
  /** Oldest first. */
  readonly entries: () => readonly JournalEntry[]
  readonly arrivals: () => readonly Arrival[]
  readonly clear: () => void
}

export type Arrival = { readonly arrival: number; readonly entry: JournalEntry }

type Kept = { readonly record: JournalRecord; readonly arrival: number }

/** @param capacity how many requests are kept; older ones are dropped, and the sequence shows the gap */
export function createJournal(capacity = 500): Journal {
  let kept: Kept[] = []
  let added = 0
  const arrivals = () => {
    const count = Math.min(added, capacity)
    return Array.from({ length: count }, (_, i) => added - count + i).flatMap((at) => {
      const one = kept[at % capacity]
      return one ? [{ arrival: one.arrival, entry: { sequence: at + 1, ...one.record() } }] : []
    })
  }
  return {
    add: (record, arrival = 0) => {
      kept[added % capacity] = { record, arrival }
      added += 1
    },
    arrivals,
    entries: () => arrivals().map(({ entry }) => entry),
    clear: () => {
      kept = []
      added = 0
    },
  }
}
