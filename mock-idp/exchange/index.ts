import type { Context } from 'hono'
import { type Turn, variedWorld, varyBody } from '../chaos/index.ts'
import type { Tenant } from '../directory/tenant.ts'
import { answerWithFault, describeFault, type PlainAnswer } from '../faults/index.ts'
import { type SeenRequest, seeRequest } from '../http/see-request.ts'
import { recordOf } from '../journal/entry.ts'
import { secretsKnownTo } from '../journal/known-secrets.ts'
import type { Recorder } from '../journal/recorder.ts'
import { laggingWorld } from '../lag/index.ts'
import type { Sandbox } from '../tenants/sandboxes.ts'
import type { World } from '../world.ts'
import { decide } from './decide.ts'
import type { Endpoint } from './endpoint.ts'
import { openExchange } from './open-exchange.ts'

/** What every exchange needs besides its endpoint. */
export type Surroundings = {
  readonly world: World
  readonly sandboxOf: (tenantId: string) => Sandbox
  readonly record: Recorder
}

/** From a request to its response, at every endpoint. The order of the lines is the order of what happens. */
export async function exchange(
  { req }: Context,
  endpoint: Endpoint,
  { world, sandboxOf, record }: Surroundings,
): Promise<Response> {
  const request = await seeRequest(req.raw, req.param('tenant'), endpoint.reads ?? 'none')
  const tenant = endpoint.findTenant(request, world)
  const sandbox = tenant && sandboxOf(tenant.id)
  const disturbing = canBeDisturbed(request) ? sandbox : undefined
  const turn = endpoint.isSteady ? undefined : disturbing?.chaos.nextTurn()
  const view = viewOf(endpoint, tenant, sandbox)
  const seen = worldSeen(world, view, tenant, turn)

  const opened = openExchange(endpoint.kind, request, view, world)
  const { answer: decided, outcome } = await decide(endpoint, opened, seen)

  const answer = turn ? varied(decided, turn) : decided
  const { authorization, form } = request
  const parameters = form.parameters
  const fault = disturbing?.faults.take({ endpoint: endpoint.kind, parameters, authorization })
  const met = fault && describeFault(fault)
  const secretsOf = () => secretsKnownTo(tenant, world)
  record(
    endpoint.isStray ? undefined : sandbox?.journal,
    recordOf({ kind: endpoint.kind, ...opened, ...answer, outcome, fault: met, secretsOf }),
  )
  if (!fault) return new Response(answer.body, answer)
  const { sleep } = world
  return answerWithFault(fault, answer, { ...opened, sleep, signal: req.raw.signal })
}

/** HEAD reads no body, and a page that asks whether it may read has not read yet. */
function canBeDisturbed({ method }: SeenRequest): boolean {
  return method !== 'HEAD' && method !== 'OPTIONS'
}

function viewOf(
  { viewer }: Endpoint,
  tenant: Tenant | undefined,
  sandbox: Sandbox | undefined,
): Tenant | undefined {
  return tenant && viewer ? sandbox?.lag.viewFor(viewer, tenant) : tenant
}

/** The world as far as the endpoint knows it already, and as chaos lets it appear. */
function worldSeen(
  world: World,
  view: Tenant | undefined,
  tenant: Tenant | undefined,
  turn: Turn | undefined,
): World {
  const known = view && view !== tenant ? laggingWorld(world, view) : world
  return tenant && turn ? variedWorld(known, tenant.id, turn) : known
}

function varied<Sent extends PlainAnswer>(answer: Sent, turn: Turn): Sent {
  const { body } = answer
  return body === null ? answer : { ...answer, body: varyBody(body, turn) }
}
