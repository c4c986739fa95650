import type { Examination } from '../../answers/enforce.ts'
import type { Refusal } from '../../answers/refusal.ts'
import type { DirectoryNotKept } from '../../directory/directory-not-kept.ts'
import { isGuid } from '../../directory/guid.ts'
import type { World } from '../../world.ts'
import type { GraphHttpRequest, GraphResult, JsonObject } from '../call/graph-call.ts'

/** The request that an answer is for. */
export type Occasion = {
  readonly http: GraphHttpRequest
  readonly world: World
  readonly tenantId: string | undefined
  readonly nowMs: number
  readonly examination: Examination
}

/** What is sent, and what the journal is told. */
export type GraphAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly decision: {
    readonly tenantId: string | undefined
    readonly atMs: number
    readonly requestId: string
    readonly clientRequestId: string
    readonly rulesLookedAt: readonly string[]
    /** The rule that was broken. */
    readonly refused: Refusal | undefined
  }
}

const jsonType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'

/** The only place that writes an answer of Microsoft Graph. */
export function respond({ status, body, text }: GraphResult, occasion: Occasion): GraphAnswer {
  const { headers, decision } = about(occasion, undefined)
  if (text) {
    return {
      status,
      headers: { ...headers, 'content-type': text.contentType },
      body: text.content,
      decision,
    }
  }
  if (body === undefined) return { status: 204, headers, body: '', decision }
  const location = status === 201 ? locationOf(body, occasion) : undefined
  return {
    status,
    headers: {
      ...headers,
      'content-type': jsonType,
      'odata-version': '4.0',
      ...(location && { location }),
    },
    body: JSON.stringify(body),
    decision,
  }
}

/** The error envelope, in the order and spelling of public captures; the date has no zone. */
export function respondRefused(refusal: Refusal, occasion: Occasion): GraphAnswer {
  const { rule, prose } = refusal
  const { headers, decision } = about(occasion, refusal)
  const innerError = {
    date: new Date(occasion.nowMs).toISOString().slice(0, 19),
    'request-id': decision.requestId,
    'client-request-id': decision.clientRequestId,
  }
  return {
    status: rule.status,
    headers: {
      ...headers,
      'content-type': 'application/json',
      'x-mock-rule': rule.id,
      ...(rule.status === 401 && { 'www-authenticate': 'Bearer realm=""' }),
    },
    body: JSON.stringify({ error: { code: rule.error, message: prose, innerError } }),
    decision,
  }
}

/** Of the machine, not of Microsoft Graph: what was asked for is right, and was not done. */
export function respondNotKept({ message }: DirectoryNotKept, occasion: Occasion): GraphAnswer {
  const { headers, decision } = about(occasion, undefined)
  const body = JSON.stringify({ error: { code: 'InternalServerError', message } })
  return {
    status: 500,
    headers: { ...headers, 'content-type': 'application/json' },
    body,
    decision,
  }
}

function about(
  { http, world, tenantId, nowMs, examination }: Occasion,
  refused: Refusal | undefined,
) {
  const requestId = world.random.guid()
  const asked = http.header('client-request-id') ?? ''
  const clientRequestId = isGuid(asked) ? asked : requestId
  return {
    headers: {
      'cache-control': 'no-cache',
      'request-id': requestId,
      'client-request-id': clientRequestId,
    },
    decision: {
      tenantId,
      atMs: nowMs,
      requestId,
      clientRequestId,
      rulesLookedAt: examination.lookedAt,
      refused,
    },
  }
}

function locationOf({ id }: JsonObject, { http }: Occasion): string | undefined {
  if (typeof id !== 'string') return undefined
  const { origin, pathname } = http.url
  const asked = `${origin}${pathname.replace(/\/$/, '')}`
  // What an upsert makes is where it was asked for already.
  return http.method === 'PATCH' ? asked : `${asked}/${id}`
}
