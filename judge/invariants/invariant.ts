import type { JournalEntry } from '../../mock-idp/index.ts'
import type { Trail } from '../trail.ts'

/** What an invariant found: the finding without what the catalogue knows. */
export type Breach = {
  readonly message: string
  readonly expected: string
  readonly actual: string
  readonly request?: JournalEntry
}

/** A rule that every request of every client keeps, whatever it is asked for. */
export type Invariant = {
  /** Id of the rule in the catalogue. */
  readonly check: string
  readonly breaches: (trail: Trail) => readonly Breach[]
}

/** An invariant that looks at one token request at a time. */
export function ofEachTokenRequest(
  check: string,
  breachOf: (request: JournalEntry, trail: Trail) => Omit<Breach, 'request'> | undefined,
): Invariant {
  return {
    check,
    breaches: (trail) =>
      trail.requests.flatMap((request) => {
        if (request.endpoint !== 'token') return []
        const breach = breachOf(request, trail)
        return breach ? [{ ...breach, request }] : []
      }),
  }
}
