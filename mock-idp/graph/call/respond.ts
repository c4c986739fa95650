import type { Refusal } from '../../answers/refusal.ts'
import type { DirectoryNotKept } from '../../directory/directory-not-kept.ts'
import type { Answer, Exchange } from '../../exchange/endpoint.ts'
import type { GraphHttpRequest, GraphResult, JsonObject } from './graph-call.ts'

const jsonType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'

/** How every answer of Microsoft Graph is written, unless it is refused. */
export function respond(
  { status, body, text }: GraphResult,
  http: GraphHttpRequest,
  exchange: Exchange,
): Answer {
  const headers = headersFor(exchange)
  if (text) {
    return { status, headers: { ...headers, 'content-type': text.contentType }, body: text.content }
  }
  if (body === undefined) return { status: 204, headers, body: null }
  const location = status === 201 ? locationOf(body, http) : undefined
  return {
    status,
    headers: {
      ...headers,
      'content-type': jsonType,
      'odata-version': '4.0',
      ...(location && { location }),
    },
    body: JSON.stringify(body),
  }
}

/** The error envelope, in the order and spelling of public captures; the date has no zone. */
export function respondRefused({ rule, prose }: Refusal, exchange: Exchange): Answer {
  const innerError = {
    date: new Date(exchange.nowMs).toISOString().slice(0, 19),
    'request-id': exchange.traceId,
    'client-request-id': exchange.correlationId,
  }
  return {
    status: rule.status,
    headers: {
      ...headersFor(exchange),
      'content-type': 'application/json',
      ...(rule.status === 401 && { 'www-authenticate': 'Bearer realm=""' }),
    },
    body: JSON.stringify({ error: { code: rule.error, message: prose, innerError } }),
  }
}

/** Of the machine, not of Microsoft Graph: what was asked for is right, and was not done. */
export function respondNotKept({ message }: DirectoryNotKept, exchange: Exchange): Answer {
  return {
    status: 500,
    headers: { ...headersFor(exchange), 'content-type': 'application/json' },
    body: JSON.stringify({ error: { code: 'InternalServerError', message } }),
  }
}

function headersFor({ traceId, correlationId }: Exchange) {
  return {
    'cache-control': 'no-cache',
    'request-id': traceId,
    'client-request-id': correlationId,
  }
}

function locationOf({ id }: JsonObject, { url, method }: GraphHttpRequest): string | undefined {
  if (typeof id !== 'string') return undefined
  const asked = `${url.origin}${url.pathname.replace(/\/$/, '')}`
  // What an upsert makes is where it was asked for already.
  return method === 'PATCH' ? asked : `${asked}/${id}`
}
