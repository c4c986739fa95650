import type { Step } from './client-event.ts'

/**
 * Why there is no token.
 *
 * - `refused`: the server answered 4xx (not 429). Never retried.
 * - `unavailable`: 429 or 5xx, after the last attempt.
 * - `unreachable`: no complete answer (connection, TLS, timeout), after the last attempt.
 * - `unusable-answer`: an answer that is not a token answer: HTML, empty, a member missing, a redirect.
 * - `wrong-token`: a token of another agent identity or another blueprint, or about another person.
 */
export type FailureReason =
  | 'refused'
  | 'unavailable'
  | 'unreachable'
  | 'unusable-answer'
  | 'wrong-token'

/** The facts of a failure, without secrets. */
export type Failure = {
  readonly step: Step
  readonly reason: FailureReason
  /** What is wrong, in the client's own words. */
  readonly problem: string
  readonly httpStatus?: number | undefined
  readonly error?: string | undefined
  readonly errorDescription?: string | undefined
  readonly errorCodes?: readonly number[] | undefined
  readonly suberror?: string | undefined
  readonly correlationId?: string | undefined
  readonly traceId?: string | undefined
  readonly retryAfterSeconds?: number | undefined
  readonly networkCode?: string | undefined
  readonly responseHeaders?: Headers | undefined
}

const messageOf = (failure: Failure): string => {
  const { step, problem, httpStatus, error, errorDescription, networkCode, correlationId } = failure
  const facts = [httpStatus && `HTTP ${httpStatus}`, error, networkCode].filter(Boolean).join(', ')
  const description = errorDescription ? `: ${errorDescription}` : ''
  const knowsId = correlationId === undefined || description.includes(correlationId)
  const correlation = knowsId ? '' : ` [correlation id ${correlationId}]`
  return `${step}: ${problem}${facts && ` (${facts})`}${description}${correlation}`
}

/**
 * The identity provider or the managed identity endpoint gave no token that can be used.
 *
 * Decide on `reason`, `error` and `httpStatus`; Microsoft advises against depending on
 * `errorCodes` or the description, which are for people.
 *
 * Nothing here holds a secret, an assertion or a token. The client redacts what the server wrote, does
 * not keep the body, and sets no `cause`, because a failed request of a foreign `fetch` may carry the
 * form that was sent.
 *
 * @see {@link https://learn.microsoft.com/entra/identity-platform/reference-error-codes}
 */
export class TokenRequestError extends Error {
  override readonly name: string = 'TokenRequestError'
  readonly step: Step
  readonly reason: FailureReason
  /** HTTP status; undefined when there was no answer. */
  readonly httpStatus: number | undefined
  /** OAuth error, for example `invalid_client` (RFC 6749 section 5.2). */
  readonly error: string | undefined
  /** `error_description`, redacted. */
  readonly errorDescription: string | undefined
  /** AADSTS numbers without the prefix; empty if the server sent none. */
  readonly errorCodes: readonly number[]
  readonly suberror: string | undefined
  /** The server's `correlation_id`, or the `client-request-id` that was sent. */
  readonly correlationId: string | undefined
  readonly traceId: string | undefined
  /** The server's Retry-After in seconds, counted from its answer. Uncapped. */
  readonly retryAfterSeconds: number | undefined
  /** For example `ECONNREFUSED` or `DEPTH_ZERO_SELF_SIGNED_CERT`. */
  readonly networkCode: string | undefined
  /** Headers of the answer. Not enumerable, so they are not logged or serialised with the error. */
  declare readonly responseHeaders: Headers | undefined

  constructor(failure: Failure) {
    super(messageOf(failure))
    this.step = failure.step
    this.reason = failure.reason
    this.httpStatus = failure.httpStatus
    this.error = failure.error
    this.errorDescription = failure.errorDescription
    this.errorCodes = failure.errorCodes ?? []
    this.suberror = failure.suberror
    this.correlationId = failure.correlationId
    this.traceId = failure.traceId
    this.retryAfterSeconds = failure.retryAfterSeconds
    this.networkCode = failure.networkCode
    Object.defineProperty(this, 'responseHeaders', { value: failure.responseHeaders })
  }
}
