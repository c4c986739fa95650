import type { Context } from 'hono'
import { type Turn, varyBody } from '../chaos/index.ts'
import { isGuid } from '../directory/guid.ts'
import { answerWithFault, describeFault, type Fault } from '../faults/index.ts'
import type { Tenants } from '../tenants/tenants.ts'
import type { World } from '../world.ts'
import { correlationIdOf } from './correlation-id.ts'
import { tellFault, tenantNameIn } from './journalled.ts'

type Handler = (context: Context) => Response | Promise<Response>
type Parts = { readonly world: World; readonly tenants: Pick<Tenants, 'sandboxOf'> }

/** A handler of documents, whose answers a fault or chaos of the tenant may disturb. */
export function disturbed(
  endpoint: 'discovery' | 'keys' | 'instance',
  handler: Handler,
  { world, tenants }: Parts,
): Handler {
  return async (context) => {
    const answer = await handler(context)
    const tenant = world.directory.findTenant(tenantNameIn(endpoint, context))
    // A page that asks whether it may read has not read yet, and HEAD reads no body.
    if (!tenant || context.req.method !== 'GET') return answer
    const { faults, chaos, clock } = tenants.sandboxOf(tenant.id)
    const turn = chaos.nextTurn()
    const fault = faults.take({ endpoint })
    if (fault) tellFault(context, describeFault(fault))
    const told = turn ? await varied(answer, turn) : answer
    return fault ? faulty(told, fault, occasionOf(context, clock.nowMs(), world)) : told
  }
}

async function varied(answer: Response, turn: Turn): Promise<Response> {
  const { status, headers } = answer
  return new Response(varyBody(await answer.text(), turn), { status, headers })
}

type Occasion = Parameters<typeof answerWithFault>[2]

async function faulty(answer: Response, fault: Fault, occasion: Occasion): Promise<Response> {
  const headers = Object.fromEntries(answer.headers)
  const real = { status: answer.status, headers, body: await answer.text() }
  return answerWithFault(fault, real, occasion)
}

function occasionOf({ req }: Context, nowMs: number, world: World): Occasion {
  const traceId = world.random.guid()
  const asked = correlationIdOf(req) ?? ''
  const correlationId = isGuid(asked) ? asked : traceId
  const origin = world.issuerNames.originFor(new URL(req.url))
  return { nowMs, traceId, correlationId, origin, sleep: world.sleep, signal: req.raw.signal }
}
