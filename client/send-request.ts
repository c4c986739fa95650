import { networkCodeOf } from '../wire/network-code.ts'
import { readBoundedText } from '../wire/read-bounded-text.ts'
import { redact } from '../wire/redact.ts'
import { maskParameters, type Step } from './client-event.ts'
import type { ClientFetch, Ports } from './ports.ts'
import { TokenRequestError } from './token-request-error.ts'

export type HttpRequest = {
  readonly step: Step
  /** 1 for the first attempt. */
  readonly attempt: number
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  /** Makes it a POST. */
  readonly form?: Readonly<Record<string, string>>
  /** The credential values of this request, which no error may contain. */
  readonly secrets: readonly string[]
  readonly signal: AbortSignal
  /** Replaces the client's own `fetch`. */
  readonly fetch?: ClientFetch | undefined
}

export type HttpAnswer = {
  readonly request: HttpRequest
  readonly clientRequestId: string
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Epoch milliseconds; lifetimes count from here, which errs on the safe side. */
  readonly requestedAtMs: number
  /** Epoch milliseconds; waits count from here. */
  readonly receivedAtMs: number
}

/** Sends one request and returns its answer, whatever the status. */
export type Send = (request: HttpRequest) => Promise<HttpAnswer>

const telemetryHeaders = {
  accept: 'application/json',
  'return-client-request-id': 'true',
  'x-client-sku': 'agentid-conformance',
  // MSAL sends the same header to announce that it obeys Retry-After and expects 429 (ThrottleCommon.cs).
  'x-ms-lib-capability': 'retry-after, h429',
}

const redactedNetworkCode = (thrown: unknown, secrets: readonly string[]) => {
  const code = networkCodeOf(thrown)
  return code && redact(code, secrets)
}

const messageFor = (request: HttpRequest, clientRequestId: string, signal: AbortSignal) => ({
  method: request.form ? ('POST' as const) : ('GET' as const),
  headers: {
    ...telemetryHeaders,
    'client-request-id': clientRequestId,
    ...(request.form && { 'content-type': 'application/x-www-form-urlencoded' }),
    ...request.headers,
  },
  ...(request.form && { body: new URLSearchParams(request.form).toString() }),
  redirect: 'manual' as const,
  signal,
})

export const createSend = (ports: Ports, requestTimeoutSeconds: number): Send => {
  const exchange = async (request: HttpRequest, clientRequestId: string) => {
    const timeout = AbortSignal.timeout(requestTimeoutSeconds * 1000)
    const signal = AbortSignal.any([request.signal, timeout])
    const init = messageFor(request, clientRequestId, signal)
    const response = await (request.fetch ?? ports.fetch)(request.url, init)
    return { response, text: await readBoundedText(response) }
  }

  return async (request) => {
    const { step, attempt, url, form, signal, secrets } = request
    signal.throwIfAborted()
    const clientRequestId = ports.randomUuid()
    const about = { step, attempt, clientRequestId }
    const fail = (reason: 'unreachable' | 'unusable-answer', problem: string, code?: string) =>
      new TokenRequestError({
        step,
        reason,
        problem,
        networkCode: code,
        correlationId: clientRequestId,
      })

    const requestedAtMs = ports.now()
    ports.onEvent({
      type: 'request-sent',
      ...about,
      method: form ? 'POST' : 'GET',
      url,
      parameters: maskParameters(form ?? {}),
    })
    const { response, text } = await exchange(request, clientRequestId).catch((thrown) => {
      signal.throwIfAborted()
      throw fail('unreachable', 'no answer', redactedNetworkCode(thrown, secrets))
    })
    if (text === undefined) throw fail('unusable-answer', 'the answer is too long')
    const receivedAtMs = ports.now()
    const { status, headers } = response
    ports.onEvent({
      type: 'answer-received',
      ...about,
      httpStatus: status,
      durationMs: receivedAtMs - requestedAtMs,
    })
    return { request, clientRequestId, status, headers, text, requestedAtMs, receivedAtMs }
  }
}
