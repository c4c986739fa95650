import { seeRequest } from '../http/see-request.ts'
import { recordOf } from './entry.ts'
import type { JournalRecord } from './journal.ts'
import type { KnownSecrets } from './shown-request.ts'

type Order = {
  readonly tenantId: string
  readonly claims: Readonly<Record<string, unknown>>
  readonly nowMs: number
  readonly traceId: string
}

/** An order of a forged token, so that whoever reads the journal sees where a token comes from that no tenant issues. */
export async function forgeryRecord(
  raw: Request,
  { tenantId, claims, nowMs, traceId }: Order,
  secretsOf: KnownSecrets,
): Promise<JournalRecord> {
  return recordOf({
    kind: 'forgery',
    request: await seeRequest(raw, undefined),
    tenant: { id: tenantId },
    nowMs,
    traceId,
    correlationId: traceId,
    examination: { lookedAt: [] },
    status: 201,
    body: null,
    outcome: { issued: 'forgery', claims },
    fault: undefined,
    secretsOf,
  })
}
