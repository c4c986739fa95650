import type { Refusal } from './refusal.ts'

/** When and in which request a refusal happened. */
export type Occasion = {
  readonly nowMs: number
  /** GUID of the request on the server's side: `trace_id` and the header `x-ms-request-id`. */
  readonly traceId: string
  /** GUID by which client and server speak of the same request. */
  readonly correlationId: string
  /** Where the error pages are, for `error_uri`. */
  readonly origin: string
}

/** The members of an Entra error answer, in the order of public captures. */
export type ErrorBody = {
  readonly error: string
  readonly error_description: string
  readonly error_codes: readonly number[]
  readonly timestamp: string
  readonly trace_id: string
  readonly correlation_id: string
  readonly error_uri?: string
  readonly suberror?: string
  readonly claims?: string
}

export function errorBody({ rule, prose, claims }: Refusal, occasion: Occasion): ErrorBody {
  const { traceId, correlationId, origin } = occasion
  const timestamp = entraTimestamp(occasion.nowMs)
  const code = rule.aadsts ?? 0
  return {
    error: rule.error,
    error_description: `AADSTS${code}: ${prose} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    ...(rule.hasErrorPage && { error_uri: `${origin}/error?code=${code}` }),
    ...(rule.suberror && { suberror: rule.suberror }),
    ...(claims !== undefined && { claims }),
  }
}

/** `YYYY-MM-DD HH:MM:SSZ` */
export function entraTimestamp(epochMs: number): string {
  return new Date(epochMs)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z')
}
