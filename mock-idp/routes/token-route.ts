import type { Context, HonoRequest } from 'hono'
import { variedWorld, varyBody } from '../chaos/index.ts'
import type { Tenant } from '../directory/tenant.ts'
import { correlationIdOf } from '../exchange/correlation-id.ts'
import { readLimitedBody } from '../exchange/read-limited-body.ts'
import { type SeenRequest, seeRequest } from '../exchange/seen-request.ts'
import { answerWithFault, describeFault } from '../faults/index.ts'
import { secretsKnownTo } from '../journal/known-secrets.ts'
import { recordDecision } from '../journal/record-decision.ts'
import type { Recorder } from '../journal/recorder.ts'
import { laggingWorld } from '../lag/index.ts'
import type { Tenants } from '../tenants/tenants.ts'
import { answerTokenRequest, type TokenHttpRequest } from '../token-endpoint/index.ts'
import type { World } from '../world.ts'

type Seen = SeenRequest & { readonly authorization: string | undefined }

/** From the framework to the token endpoint and back. Faults and the journal live here, outside the flow. */
export function tokenRoute(world: World, tenants: Tenants, record: Recorder) {
  return async (context: Context): Promise<Response> => {
    const { req } = context
    const seen = { ...seeRequest(req), authorization: req.header('authorization') }
    const origin = world.issuerNames.originFor(seen)
    const tenantName = req.param('tenant') ?? ''
    const asked = world.directory.findTenant(tenantName)
    const turn = asked && tenants.sandboxOf(asked.id).chaos.nextTurn()
    const known = knownTo(asked, world, tenants)
    const body = await readLimitedBody(req.raw)
    const decided = await answerTokenRequest(
      { ...httpRequestOf(req, seen, body), tenantName, origin },
      asked && turn ? variedWorld(known, asked.id, turn) : known,
    )
    const answer = turn ? { ...decided, body: varyBody(decided.body, turn) } : decided
    const { tenantId, parameters } = answer.decision
    const sandbox = tenantId === undefined ? undefined : tenants.sandboxOf(tenantId)
    const { authorization } = seen
    // The framework makes a new response for HEAD, which a dropped connection is not.
    const faults = req.method === 'HEAD' ? undefined : sandbox?.faults
    const fault = faults?.take({ endpoint: 'token', parameters, authorization })
    const secretsOf = () => secretsKnownTo(asked, world)
    record(tenantId, recordDecision(seen, answer, fault && describeFault(fault), secretsOf))
    if (!fault) return new Response(answer.body, answer)
    const { atMs: nowMs, traceId, correlationId } = answer.decision
    return answerWithFault(fault, answer, {
      ...{ nowMs, traceId, correlationId, origin },
      ...{ sleep: world.sleep, signal: req.raw.signal },
    })
  }
}

/** The world as far as the token endpoint knows it already. */
function knownTo(tenant: Tenant | undefined, world: World, tenants: Tenants): World {
  if (!tenant) return world
  const view = tenants.sandboxOf(tenant.id).lag.viewFor('sts', tenant)
  return view === tenant ? world : laggingWorld(world, view)
}

function httpRequestOf(
  req: HonoRequest,
  { contentType = '', authorization }: Seen,
  body: string | undefined,
): Omit<TokenHttpRequest, 'tenantName' | 'origin'> {
  return {
    method: req.method,
    contentType,
    authorization,
    body: body ?? '',
    bodyTooLarge: body === undefined,
    correlationId: correlationIdOf(req),
    returnCorrelationId: req.header('return-client-request-id') === 'true',
  }
}
