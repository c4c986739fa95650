import { DirectoryNotKept } from '../directory/directory-not-kept.ts'
import type { Answer, Endpoint, Exchange } from '../exchange/endpoint.ts'
import type { World } from '../world.ts'
import { answerBatch } from './batch.ts'
import { findOperation, routesOf } from './call/find-operation.ts'
import type { GraphHttpRequest } from './call/graph-call.ts'
import { httpOf } from './call/http-of.ts'
import { parsePath } from './call/parse-path.ts'
import { readBody } from './call/read-body.ts'
import { respond, respondNotKept, respondRefused } from './call/respond.ts'
import { authenticateCaller, tenantOfCall } from './caller/authenticate-caller.ts'
import { operations } from './entities/index.ts'
import { type GraphFacilities, runOperation } from './run-operation.ts'

export { userinfoEndpoint } from './userinfo.ts'

type FacilitiesOf = (tenantId: string) => GraphFacilities

const routes = routesOf(operations)

/** `/v1.0/…` and `/beta/…`: Microsoft Graph. The tenant is that of the token. */
export function graphEndpoint(facilitiesOf: FacilitiesOf): Endpoint {
  const part: Endpoint = {
    kind: 'graph',
    reads: 'text',
    isSteady: true,
    findTenant: tenantOfCall,
    decide: (exchange, world) => answerGraphRequest(exchange, world, facilitiesOf),
    refuse: respondRefused,
  }
  // A part of a batch holds no batch itself.
  return {
    ...part,
    decide: (exchange, world) => answerGraphRequest(exchange, world, facilitiesOf, part),
  }
}

/** From the request to the answer. The order of the lines is the order of enforcement. */
async function answerGraphRequest(
  exchange: Exchange,
  world: World,
  facilitiesOf: FacilitiesOf,
  part?: Endpoint,
): Promise<Answer> {
  const { tenant: found, nowMs, examination } = exchange
  const http = httpOf(exchange.request, world)
  const { caller, tenant } = await authenticateCaller(http, found, world, examination)
  const { segments, ...path } = pathOf(http)
  if (part && isBatch(segments, http)) return answerBatch(http, exchange, part, world)
  const { operation, ids } = findOperation(routes, segments, http.method, examination)
  const body = readBody(http, examination)
  const { method } = http
  const asked = { http, ...path, method, ids, body, caller, nowMs, examination, world }
  try {
    const result = await runOperation(operation, tenant.id, asked, facilitiesOf(tenant.id))
    return respond(result, http, exchange)
  } catch (error) {
    if (error instanceof DirectoryNotKept) return respondNotKept(error, exchange)
    throw error
  }
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

function isBatch(segments: readonly string[], { method }: GraphHttpRequest): boolean {
  return method === 'POST' && segments.length === 1 && segments[0]?.toLowerCase() === '$batch'
}
