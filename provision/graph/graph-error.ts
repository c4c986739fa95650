/** The facts of a failed request. */
export type GraphFailure = {
  readonly method: string
  readonly path: string
  readonly problem: string
  /** Undefined when there was no answer. */
  readonly status?: number | undefined
  /** `error.code` of Graph's envelope. */
  readonly code?: string | undefined
  /** `error.message`, redacted. */
  readonly graphMessage?: string | undefined
  readonly requestId?: string | undefined
  readonly clientRequestId: string
  readonly networkCode?: string | undefined
  readonly retryAfterMs?: number | undefined
}

const messageOf = (failure: GraphFailure): string => {
  const { method, path, problem, status, code, graphMessage, networkCode } = failure
  const facts = [status && `HTTP ${status}`, code, networkCode].filter(Boolean).join(', ')
  const said = graphMessage === undefined ? '' : `: ${graphMessage}`
  return `${method} ${path}: ${problem}${facts && ` (${facts})`}${said}`
}

/**
 * Microsoft Graph refused, or did not answer. The error holds no token and nothing of the request, and
 * redacts what Graph wrote.
 */
export class GraphError extends Error {
  override readonly name = 'GraphError'
  readonly method: string
  readonly path: string
  readonly status: number | undefined
  readonly code: string | undefined
  readonly graphMessage: string | undefined
  /** Graph's `request-id`, which Microsoft support asks for. */
  readonly requestId: string | undefined
  readonly clientRequestId: string
  readonly networkCode: string | undefined
  readonly retryAfterMs: number | undefined

  constructor(failure: GraphFailure) {
    super(messageOf(failure))
    this.method = failure.method
    this.path = failure.path
    this.status = failure.status
    this.code = failure.code
    this.graphMessage = failure.graphMessage
    this.requestId = failure.requestId
    this.clientRequestId = failure.clientRequestId
    this.networkCode = failure.networkCode
    this.retryAfterMs = failure.retryAfterMs
  }
}

/** Graph may or may not have carried out the request: its answer is missing or says nothing. */
export const isUndecided = (error: unknown): error is GraphError =>
  error instanceof GraphError &&
  (error.status === undefined || error.status < 300 || error.status >= 500)

/** Whether Graph answered with one of these statuses. */
export const hasStatus = (error: unknown, ...statuses: readonly number[]): error is GraphError =>
  error instanceof GraphError && error.status !== undefined && statuses.includes(error.status)

/** Whether Graph answered that it has such a thing: it may not show it yet. */
export const isThereAlready = (error: unknown): boolean =>
  hasStatus(error, 409) || (hasStatus(error, 400) && /\balready\b/i.test(error.graphMessage ?? ''))
