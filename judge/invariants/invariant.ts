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

type BreachOf = (request: JournalEntry, trail: Trail) => Omit<Breach, 'request'> | undefined

/** Creates an invariant that checks one token request at a time. */
export function ofEachTokenRequest(check: string, breachOf: BreachOf): Invariant {
  return ofEachRequestTo(['token'], check, breachOf)
}

/** The same for the requests to these endpoints. */
export function ofEachRequestTo(
  endpoints: readonly JournalEntry['endpoint'][],
  check: string,
  breachOf: BreachOf,
): Invariant {
  return {
    check,
    breaches: (trail) =>
      trail.requests.flatMap((request) => {
        if (!endpoints.includes(request.endpoint)) return []
        const breach = breachOf(request, trail)
        return breach ? [{ ...breach, request }] : []
      }),
  }
}
