import type { JournalEntry } from '../../mock-idp/index.ts'
import type { Trail } from '../trail.ts'

/** A finding of an invariant, without the facts from the catalogue. */
export type Breach = {
  readonly message: string
  readonly expected: string
  readonly actual: string
  readonly request?: JournalEntry
}

/** A rule for every request of every client. */
export type Invariant = {
  /** Id of the rule in the catalogue. */
  readonly check: string
  readonly breaches: (trail: Trail) => readonly Breach[]
}

/** Creates an invariant that checks one token request at a time. */
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
