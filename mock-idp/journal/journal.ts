import type { TokenLeg } from './leg.ts'

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
  /** Header and claims of the token in the Authorization header, if there was one. */
  readonly bearer?: AssertionView | undefined
  /** Of a token request: what it asks for. Absent: a token for a client secret, or a request of another endpoint. */
  readonly leg?: TokenLeg | undefined
  /** Header and claims of the token of the user (`assertion`) that an on-behalf-of request carries. */
  readonly userAssertion?: AssertionView | undefined
  /** Header and claims of T2 (`user_federated_identity_credential`) that a request for an agent user carries. */
  readonly userCredential?: AssertionView | undefined
  /** Which parameters, or `authorization`, carry a token that was ordered from the control API as a forgery. */
  readonly forgeries?: readonly string[] | undefined
  /** How far the request got: what the last rule it met is about, or `issued`. */
  readonly stage: ReachedStage
  readonly rulesLookedAt: readonly string[]
  readonly outcome: JournalOutcome
  /** What a fault did to the real answer, in words. */
  readonly fault?: string | undefined
  /** What of the request was too long to be kept, in words. */
  readonly cut?: readonly string[] | undefined
  /** `expires_in` of the answer, in seconds, where a token was issued. */
  readonly expiresIn: number | undefined
}

/** Names and values; what is secret by its name or its shape is masked. */
type Parameters = Readonly<Record<string, string>>

/**
 * What a request was for. `keys` is a key set, `instance` is instance discovery, `graph` is Microsoft Graph, `signIn` is
 * the form of the sign-in page, `forgery` is an order of a forged token at the control API.
 */
export type EndpointName =
  | 'token'
  | 'deviceCode'
  | 'managedIdentity'
  | 'discovery'
  | 'keys'
  | 'instance'
  | 'graph'
  | 'forgery'
  | 'authorize'
  | 'signIn'
  | 'deviceLogin'
  | 'adminConsent'
  | 'logout'
  | 'unknown'

export type PresentedCredential = 'client_secret' | 'client_assertion' | 'basic'

/** The stages of the token endpoint, in their order. `answered`: a document, a key set, instance discovery. */
export type ReachedStage =
  | 'request'
  | 'tenant'
  | 'client'
  | 'credential'
  | 'subject'
  | 'resource'
  | 'consent'
  | 'accessPolicy'
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
export type JournalRecord = (() => Omit<JournalEntry, 'sequence'>) & {
  /** How much it keeps of the request. */
  readonly characters?: number
  /** The ids of the clients that the request names, in lower case. */
  readonly clientIds?: () => readonly string[]
}

/** The last requests of one tenant, or of none. */
export type Journal = {
  /** @param arrival counts the requests of all journals of a mock, so that they can be merged */
  readonly add: (record: JournalRecord, arrival?: number) => void
  /** Oldest first. */
  readonly entries: () => readonly JournalEntry[]
  readonly arrivals: () => readonly Arrival[]
  /** Whether a request is in this one, and was not dropped. */
  readonly holds: (kept: Kept) => boolean
  /** How many requests came since it was last cleared and are no longer kept. */
  readonly dropped: () => number
  readonly clear: () => void
}

export type Arrival = { readonly arrival: number; readonly entry: JournalEntry }

/** A request in a journal. */
export type Kept = {
  readonly record: JournalRecord
  readonly arrival: number
  readonly sequence: number
  readonly bytes: number
}

/** Is told what a journal keeps, so that all journals of a mock together keep no more than they may. */
export type JournalWatch = {
  readonly added: (kept: Kept, drop: () => void) => void
  readonly dropped: (kept: Kept) => void
}

/** Names, times, ids and the rest of an entry. */
const bytesBesides = 2048

/** @param limits older requests are dropped where there are more, and the sequence shows the gap */
export function createJournal(
  { capacity = 500, bytes: mostBytes = 8 * 1_048_576 }: JournalLimits = {},
  watch?: JournalWatch,
): Journal {
  const kept = new Map<number, Kept>()
  let added = 0
  let bytes = 0
  const drop = (one: Kept) => {
    // A request that was dropped is told once.
    if (kept.get(one.sequence) !== one) return
    kept.delete(one.sequence)
    bytes -= one.bytes
    watch?.dropped(one)
  }
  const dropOldest = () => {
    const [oldest] = kept.values()
    if (oldest) drop(oldest)
  }
  const arrivals = () => [...kept.values()].map(arrivalOf)
  return {
    add: (record, arrival = 0) => {
      added += 1
      // Characters beyond Latin take two bytes each.
      const size = bytesBesides + 2 * (record.characters ?? 0)
      const one = { record, arrival, sequence: added, bytes: size }
      kept.set(added, one)
      bytes += size
      watch?.added(one, () => drop(one))
      while (kept.size > capacity || (bytes > mostBytes && kept.size > 1)) dropOldest()
    },
    arrivals,
    entries: () => arrivals().map(({ entry }) => entry),
    holds: (one) => kept.get(one.sequence) === one,
    dropped: () => added - kept.size,
    clear: () => {
      for (const one of [...kept.values()]) drop(one)
      added = 0
    },
  }
}

/** Whatever is more is dropped. */
export type JournalLimits = { readonly capacity?: number; readonly bytes?: number }

export function arrivalOf({ record, arrival, sequence }: Kept): Arrival {
  return { arrival, entry: { sequence, ...record() } }
}
