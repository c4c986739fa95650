import type { Refusal } from '../answers/refusal.ts'
import type { JournalOutcome } from '../journal.ts'

/** An answer of a managed identity endpoint. `body` is undefined where nothing is sent. */
export type ManagedIdentityAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>> | undefined
}

/** What the journal of the tenant keeps of an answer. */
export type ManagedIdentityDecision = {
  readonly tenantId: string
  readonly atMs: number
  readonly traceId: string
  readonly rulesLookedAt: readonly string[]
  readonly outcome: JournalOutcome
}

/** `decision` is absent where the request led to no tenant. */
export type DecidedAnswer = ManagedIdentityAnswer & {
  readonly decision: ManagedIdentityDecision | undefined
}

/** The instance metadata service names `error` and `error_description`, and no numbers. */
export function imdsRefusal({ rule, prose }: Refusal): ManagedIdentityAnswer {
  const description = rule.aadsts === undefined ? prose : `AADSTS${rule.aadsts}: ${prose}`
  return refused(rule, { error: rule.error, error_description: description })
}

/** App Service names `statusCode` and `message`; a call without the right header gets no body at all. */
export function appServiceRefusal({ rule, prose }: Refusal): ManagedIdentityAnswer {
  if (rule.status === 403) return refused(rule, undefined)
  return refused(rule, { statusCode: rule.status, message: prose })
}

function refused(
  { id, status }: Refusal['rule'],
  body: ManagedIdentityAnswer['body'],
): ManagedIdentityAnswer {
  return { status, headers: { 'x-mock-rule': id }, body }
}
