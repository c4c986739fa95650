import { describeSeen, type KnownSecrets, type SeenRequest } from '../exchange/seen-request.ts'
import type { DecidedAnswer } from '../managed-identity/index.ts'
import type { JournalRecord } from './journal.ts'

/** A request to a managed identity endpoint, as a journal keeps it. Its parameters are those of the URL. */
export function recordManagedIdentity(
  seen: SeenRequest,
  { decision, status, body }: DecidedAnswer,
  secretsOf: KnownSecrets,
): JournalRecord {
  const { tenantId, atMs, traceId, rulesLookedAt, outcome } = decision
  const about = describeSeen('managedIdentity', seen)
  return () => {
    const described = about(secretsOf())
    return {
      ...described,
      tenantId,
      time: new Date(atMs).toISOString(),
      httpStatus: status,
      traceId,
      correlationId: traceId,
      parameters: described.query,
      repeatedParameters: [],
      credentials: [],
      basicClientId: undefined,
      assertion: undefined,
      stage: 'issued' in outcome ? 'issued' : 'request',
      rulesLookedAt,
      outcome,
      expiresIn: body?.expires_in === undefined ? undefined : Number(body.expires_in),
    }
  }
}
