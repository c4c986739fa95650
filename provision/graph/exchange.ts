import { type JsonObject, parseJsonObject } from '../../wire/json-object.ts'
import { networkCodeOf } from '../../wire/network-code.ts'
import { readBoundedText } from '../../wire/read-bounded-text.ts'
import type { Ports } from '../ports/ports.ts'
import { GraphError } from './graph-error.ts'
import type { Graph, GraphRequest } from './graph-request.ts'
import { readFailure } from './read-failure.ts'

const requestTimeoutMs = 60_000

/** Sends one request to Microsoft Graph, at least an interval after the one before. */
export function createExchange(
  ports: Ports,
  {
    graphUrl,
    requestIntervalMs,
  }: { readonly graphUrl: string; readonly requestIntervalMs: number },
): Graph {
  let nextStartMs = 0
  const pace = async () => {
    const waitMs = nextStartMs - ports.now()
    nextStartMs = Math.max(ports.now(), nextStartMs) + requestIntervalMs
    if (waitMs > 0) await ports.sleep(waitMs, ports.signal)
  }

  return async (request) => {
    const token = await ports.signIn.accessToken(ports.signal)
    await pace()
    ports.signal.throwIfAborted()
    const clientRequestId = ports.randomUuid()
    const about = { method: request.method, path: request.path, clientRequestId }
    const timeout = AbortSignal.timeout(requestTimeoutMs)
    const signal = AbortSignal.any([ports.signal, timeout])
    try {
      const init = messageFor(request, token, clientRequestId, signal)
      const response = await ports.fetch(`${graphUrl}${request.path}`, init)
      const text = await readBoundedText(response)
      if (!response.ok) throw readFailure(response, text ?? '', about, [token], ports.now())
      return contentOf(response, text, about)
    } catch (error) {
      ports.signal.throwIfAborted()
      if (error instanceof GraphError) throw error
      const networkCode = networkCodeOf(error)
      throw new GraphError({ ...about, problem: 'no answer', networkCode })
    }
  }
}

function messageFor(
  { method, body, headers }: GraphRequest,
  token: string,
  clientRequestId: string,
  signal: AbortSignal,
) {
  return {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      'client-request-id': clientRequestId,
      ...(body !== undefined && { 'content-type': 'application/json', 'odata-version': '4.0' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    redirect: 'manual' as const,
    signal,
  }
}

type About = { readonly method: string; readonly path: string; readonly clientRequestId: string }

function contentOf(response: Response, text: string | undefined, about: About): JsonObject {
  if (text === '' || response.status === 204) return {}
  // `$count` answers with a bare number, as text/plain.
  if (text !== undefined && /^\ufeff?\d+$/.test(text)) return { text }
  const content = text === undefined ? undefined : parseJsonObject(text)
  if (content !== undefined) return content
  const problem = 'the answer is not a JSON object'
  throw new GraphError({ ...about, problem, status: response.status })
}
