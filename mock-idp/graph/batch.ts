import { z } from 'zod'
import { enforce } from '../answers/enforce.ts'
import { decide } from '../exchange/decide.ts'
import type { Answer, Endpoint, Exchange } from '../exchange/endpoint.ts'
import { openExchange } from '../exchange/open-exchange.ts'
import type { SeenRequest } from '../http/see-request.ts'
import { batchIsSmall } from '../rules/graph/requests.ts'
import type { World } from '../world.ts'
import type { GraphHttpRequest, JsonObject } from './call/graph-call.ts'
import { readBody } from './call/read-body.ts'
import { respond } from './call/respond.ts'
import { readProperties } from './write/read-properties.ts'

const part = z.object({
  id: z.string().min(1),
  method: z.string().min(1),
  url: z.string().min(1),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  dependsOn: z.array(z.string()).optional(),
})
const batch = z.object({ requests: z.array(part) })

type Part = z.output<typeof part>
type Answered = { readonly id: string; readonly status: number } & JsonObject

/** `$batch`: its parts one after another. What one of them fails at leaves the others alone. */
export async function answerBatch(
  http: GraphHttpRequest,
  exchange: Exchange,
  endpoint: Endpoint,
  world: World,
): Promise<Answer> {
  const { examination } = exchange
  const body = readBody(http, examination)
  const { requests } = readProperties({ body, examination }, batch, 'BatchRequest')
  enforce([batchIsSmall], { requests: requests.length }, examination)
  const responses: Answered[] = []
  for (const one of requests) {
    if (one.dependsOn?.some((id) => !hasSucceeded(responses, id))) {
      responses.push(notTried(one))
      continue
    }
    const request = requestOf(one, http, exchange.request)
    const part = openExchange(endpoint.kind, request, endpoint.findTenant(request, world), world)
    const { answer } = await decide(endpoint, part, world)
    examination.lookedAt.push(...part.examination.lookedAt)
    responses.push(answered(one, answer))
  }
  return respond({ status: 200, body: { responses } }, http, exchange)
}

function hasSucceeded(responses: readonly Answered[], id: string): boolean {
  return responses.some((one) => one.id === id && one.status < 400)
}

/** 424 where a request that it depends on failed (concepts/json-batching.md). */
function notTried({ id }: Part): Answered {
  const message = 'A request that this one depends on failed.'
  return { id, status: 424, body: { error: { code: 'FailedDependency', message } } }
}

function requestOf(
  { method, url, headers = {}, body }: Part,
  http: GraphHttpRequest,
  whole: SeenRequest,
): SeenRequest {
  const own = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  const [, version = 'v1.0'] = http.url.pathname.split('/')
  return {
    ...whole,
    method: method.toUpperCase(),
    url: `${http.url.origin}/${version}/${url.replace(/^\//, '')}`,
    query: undefined,
    header: (name) => own.get(name) ?? (name === 'authorization' ? http.header(name) : undefined),
    body: textOf(body),
    bodyTooLarge: false,
  }
}

function answered({ id }: Part, answer: Answer): Answered {
  const { status, headers, body } = answer
  return { id, status, headers, ...(body && { body: contentOf(body, headers) }) }
}

function textOf(body: unknown): string {
  if (body === undefined) return ''
  return typeof body === 'string' ? body : JSON.stringify(body)
}

function contentOf(body: string, headers: Answer['headers']): unknown {
  return headers['content-type']?.includes('json') ? JSON.parse(body) : body
}
