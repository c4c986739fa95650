import type { JournalRecord } from './journal.ts'
import type { ManagedIdentityDecision } from './managed-identity/index.ts'
import { maskName, maskParameter } from './masking.ts'

type Seen = {
  readonly method: string
  readonly path: string
  readonly userAgent: string | undefined
  readonly query: URLSearchParams
}

/** A request to a managed identity endpoint, as the journal of the tenant keeps it. */
export function recordManagedIdentity(
  { query, ...seen }: Seen,
  { atMs, traceId, rulesLookedAt, outcome }: ManagedIdentityDecision,
  httpStatus: number,
): JournalRecord {
  const parameters = Object.fromEntries(
    [...query].map(([name, value]) => [maskName(name, value), maskParameter(name, value)]),
  )
  return () => ({
    ...seen,
    time: new Date(atMs).toISOString(),
    httpStatus,
    traceId,
    correlationId: traceId,
    parameters,
    assertion: undefined,
    stage: 'issued' in outcome ? 'issued' : 'request',
    rulesLookedAt,
    outcome,
  })
}
