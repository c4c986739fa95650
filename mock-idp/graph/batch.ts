import { z } from 'zod'
import { enforce } from '../answers/enforce.ts'
import { batchIsSmall } from '../rules/graph/requests.ts'
import { type GraphAnswer, type Occasion, respond } from './answers/respond.ts'
import type { GraphHttpRequest, JsonObject } from './call/graph-call.ts'
import { readBody } from './call/read-body.ts'
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
  occasion: Occasion,
  answer: (request: GraphHttpRequest) => Promise<GraphAnswer>,
): Promise<GraphAnswer> {
  const { http, examination } = occasion
  const body = readBody(http, examination)
  const { requests } = readProperties({ body, examination }, batch, 'BatchRequest')
  enforce([batchIsSmall], { requests: requests.length }, examination)
  const responses: Answered[] = []
  for (const one of requests) {
    const failed = one.dependsOn?.some((id) => !hasSucceeded(responses, id)) ?? false
    responses.push(failed ? notTried(one) : await answerPart(one, occasion, answer))
  }
  return respond({ status: 200, body: { responses } }, occasion)
}

function hasSucceeded(responses: readonly Answered[], id: string): boolean {
  return responses.some((one) => one.id === id && one.status < 400)
}

/** 424 where a request that it depends on failed (concepts/json-batching.md). */
function notTried({ id }: Part): Answered {
  const message = 'A request that this one depends on failed.'
  return { id, status: 424, body: { error: { code: 'FailedDependency', message } } }
}

async function answerPart(
  { id, method, url, headers = {}, body }: Part,
  { http, examination }: Occasion,
  answer: (request: GraphHttpRequest) => Promise<GraphAnswer>,
): Promise<Answered> {
  const own = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  const [, version = 'v1.0'] = http.url.pathname.split('/')
  const answered = await answer({
    method: method.toUpperCase(),
    url: new URL(`${http.url.origin}/${version}/${url.replace(/^\//, '')}`),
    header: (name) => own.get(name) ?? (name === 'authorization' ? http.header(name) : undefined),
    body: textOf(body),
    bodyTooLarge: false,
    isPart: true,
  })
  examination.lookedAt.push(...answered.decision.rulesLookedAt)
  return {
    id,
    status: answered.status,
    headers: answered.headers,
    ...(answered.body !== '' && { body: contentOf(answered) }),
  }
}

function textOf(body: unknown): string {
  if (body === undefined) return ''
  return typeof body === 'string' ? body : JSON.stringify(body)
}

function contentOf({ body, headers }: GraphAnswer): unknown {
  return headers['content-type']?.includes('json') ? JSON.parse(body) : body
}
