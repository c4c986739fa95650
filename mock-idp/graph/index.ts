import type { Examination } from '../answers/enforce.ts'
import { Refusal } from '../answers/refusal.ts'
import type { Change } from '../directory/collections.ts'
import type { Tenant } from '../directory/tenant.ts'
import type { World } from '../world.ts'
import { type GraphAnswer, respond, respondRefused } from './answers/respond.ts'
import { answerBatch } from './batch.ts'
import { findOperation, routesOf } from './call/find-operation.ts'
import type { GraphHttpRequest, GraphResult } from './call/graph-call.ts'
import { parsePath } from './call/parse-path.ts'
import { readBody } from './call/read-body.ts'
import { authenticateCaller, tenantOfCall } from './caller/authenticate-caller.ts'
import type { GraphFacilities } from './facilities.ts'
import { operations } from './operations/index.ts'
import { settle } from './settle.ts'
import { inTurn } from './turns.ts'

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
  try {
    const caller = await authenticateCaller(http, found, world, examination)
    const tenant = found as Tenant
    const { version, segments, cast, memberCast } = pathOf(http)
    if (isBatch(segments, http))
      return await answerBatch(occasion, (part) => answerGraphRequest(part, world, facilitiesOf))
    const { operation, ids } = findOperation(routes, segments, http.method, examination)
    const body = readBody(http, examination)
    const facilities = facilitiesOf(tenant.id)
    const run = async (): Promise<GraphResult> => {
      settle(tenant.id, world, nowMs)
      const current = world.directory.findTenant(tenant.id) ?? tenant
      const view = facilities.lag.viewFor(http.method === 'GET' ? 'read' : 'write', current)
      const changes: Change[] = []
      const result = await operation.run({
        http,
        version,
        method: http.method,
        cast,
        memberCast,
        ids,
        body,
        caller,
        tenant: view,
        stored: current,
        nowMs,
        examination,
        world,
        commit: (more) => changes.push(...more),
        signIns: () => facilities.journal.entries(),
      })
      if (changes.length > 0) world.directory.change(tenant.id, changes)
      return result
    }
    const result = http.method === 'GET' ? await run() : await inTurn(tenant.id, run)
    return respond(result, occasion)
  } catch (error) {
    if (error instanceof Refusal) return respondRefused(error, occasion)
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
