import type { Examination } from '../answers/enforce.ts'
import { Refusal } from '../answers/refusal.ts'
import { DirectoryNotKept } from '../directory/directory-not-kept.ts'
import type { Tenant } from '../directory/tenant.ts'
import type { World } from '../world.ts'
import { type GraphAnswer, respond, respondNotKept, respondRefused } from './answers/respond.ts'
import { answerBatch } from './batch.ts'
import { findOperation, routesOf } from './call/find-operation.ts'
import type { GraphHttpRequest } from './call/graph-call.ts'
import { parsePath } from './call/parse-path.ts'
import { readBody } from './call/read-body.ts'
import { authenticateCaller, tenantOfCall } from './caller/authenticate-caller.ts'
import type { GraphFacilities } from './facilities.ts'
import { operations } from './operations/index.ts'
import { runOperation } from './run-operation.ts'

export type { GraphAnswer } from './answers/respond.ts'
export type { GraphHttpRequest } from './call/graph-call.ts'
export type { GraphFacilities } from './facilities.ts'

const routes = routesOf(operations)

/** `/v1.0/…` and `/beta/…`: Microsoft Graph, from the request to the answer. The order of the lines is the order of enforcement. */
export async function answerGraphRequest(
  http: GraphHttpRequest,
  world: World,
  facilitiesOf: (tenantId: string) => GraphFacilities,
): Promise<GraphAnswer> {
  const found = tenantOfCall(http, world)
  const nowMs = found ? world.facilitiesOf(found.id).clock.nowMs() : world.realNowMs()
  const examination = examinationOf(found, world)
  const occasion = { http, world, tenantId: found?.id, nowMs, examination }
  const answerPart = (part: GraphHttpRequest) => answerGraphRequest(part, world, facilitiesOf)
  try {
    const { caller, tenant } = await authenticateCaller(http, found, world, examination)
    const { segments, ...path } = pathOf(http)
    if (isBatch(segments, http)) return await answerBatch(occasion, answerPart)
    const { operation, ids } = findOperation(routes, segments, http.method, examination)
    const body = readBody(http, examination)
    const { method } = http
    const asked = { http, ...path, method, ids, body, caller, nowMs, examination, world }
    const result = await runOperation(operation, tenant.id, asked, facilitiesOf(tenant.id))
    return respond(result, occasion)
  } catch (error) {
    if (error instanceof Refusal) return respondRefused(error, occasion)
    if (error instanceof DirectoryNotKept) return respondNotKept(error, occasion)
    throw error
  }
}

function examinationOf(tenant: Tenant | undefined, { waivedRules }: World): Examination {
  const isRelaxed = (id: string) => waivedRules.has(id) || (tenant?.relaxedRules.has(id) ?? false)
  return { lookedAt: [], isRelaxed }
}

function pathOf({ url }: GraphHttpRequest) {
  return (
    parsePath(url.pathname) ?? {
      version: 'v1.0' as const,
      segments: [url.pathname],
      cast: undefined,
      memberCast: undefined,
    }
  )
}

function isBatch(segments: readonly string[], { method, isPart }: GraphHttpRequest): boolean {
  return (
    !isPart && method === 'POST' && segments.length === 1 && segments[0]?.toLowerCase() === '$batch'
  )
}
