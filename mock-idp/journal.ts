/** One request as the journal keeps it. Secrets, assertions and signatures are masked before it gets here. */
export type JournalEntry = {
  /** Counts up from 1 within a tenant. */
  readonly sequence: number
  /** Time on the tenant's clock, ISO 8601. */
  readonly time: string
  readonly method: string
  readonly path: string
  readonly httpStatus: number
  readonly traceId: string
  readonly correlationId: string
  readonly userAgent: string | undefined
  readonly parameters: Readonly<Record<string, string>>
  /** Header and claims of the client assertion, if there was one. */
  readonly assertion: AssertionView | undefined
  /** How far the request got: what the last rule it met is about, or `issued`. */
  readonly stage: Stage
  readonly rulesLookedAt: readonly string[]
  readonly outcome: JournalOutcome
}

/** The stages of the token endpoint, in their order. */
export type Stage =
  | 'request'
  | 'tenant'
  | 'client'
  | 'credential'
  | 'resource'
  | 'fmi_path'
  | 'issued'

export type AssertionView = { readonly header: unknown; readonly claims: unknown }

export type JournalOutcome =
  | { readonly issued: string; readonly claims: Readonly<Record<string, unknown>> }
  | {
      readonly refused: string
      readonly error: string
      readonly aadsts: number | undefined
    }
  | { readonly fault: number }

/** An entry that is written out only when somebody reads it. */
export type JournalRecord = () => Omit<JournalEntry, 'sequence'>

/** The last requests of one tenant. */
export type Journal = {
  readonly add: (record: JournalRecord) => void
  /** Oldest first. */
  readonly entries: () => readonly JournalEntry[]
  readonly clear: () => void
}

/** @param capacity how many requests are kept; older ones are dropped, and the sequence shows the gap */
export function createJournal(capacity = 500): Journal {
  let records: JournalRecord[] = []
  let added = 0
  return {
    add: (record) => {
      records[added % capacity] = record
      added += 1
    },
    entries: () => {
      const kept = Math.min(added, capacity)
      return Array.from({ length: kept }, (_, i) => added - kept + i).flatMap((at) => {
        const record = records[at % capacity]
        return record ? [{ sequence: at + 1, ...record() }] : []
      })
    },
    clear: () => {
      records = []
      added = 0
    },
  }
}
