import type { Tenant } from '../directory/tenant.ts'
import { type SeenRequest, seeRequest } from '../http/see-request.ts'
import { recordOf } from '../journal/entry.ts'
import type { EndpointName } from '../journal/journal.ts'
import { secretsKnownTo } from '../journal/known-secrets.ts'
import { ownersOf } from '../journal/owners.ts'
import type { Recorder } from '../journal/recorder.ts'
import { type Turn, variedWorld, varyBody } from '../sandbox/chaos/index.ts'
import { answerWithFault, describeFault, type Fault } from '../sandbox/faults/index.ts'
import { laggingWorld } from '../sandbox/lag/index.ts'
import type { Sandbox } from '../sandbox/sandboxes.ts'
import type { World } from '../world.ts'
import { decide, giveUp } from './decide.ts'
import type { Answer, Endpoint } from './endpoint.ts'
import { openExchange } from './open-exchange.ts'

/** What every exchange needs besides its endpoint. */
export type Surroundings = {
  readonly world: World
  readonly sandboxOf: (tenantId: string) => Sandbox
  readonly record: Recorder
}

/** From a request to its response, at every endpoint. Whatever goes wrong on the way, the journal hears of it. */
export async function exchange(
  raw: Request,
  tenantName: string | undefined,
  endpoint: Endpoint,
  surroundings: Surroundings,
): Promise<Response> {
  const request = await seeRequest(raw, tenantName, endpoint.reads)
  let tenant: Tenant | undefined
  try {
    tenant = endpoint.findTenant(request, surroundings.world)
    return await answerAt(tenant, request, endpoint, surroundings, raw.signal)
  } catch (error) {
    return answerBug(error, tenant, request, endpoint, surroundings)
  }
}

/** The order of the lines is the order of what happens. */
async function answerAt(
  tenant: Tenant | undefined,
  request: SeenRequest,
  endpoint: Endpoint,
  { world, sandboxOf, record }: Surroundings,
  signal: AbortSignal,
): Promise<Response> {
  const { kind } = endpoint
  const sandbox = tenant && sandboxOf(tenant.id)
  const view = viewOf(endpoint, tenant, sandbox)
  const turn = nextTurn(endpoint, request, sandbox)
  const opened = openExchange(kind, request, view, world)
  const decided = await decide(endpoint, opened, worldSeen(world, tenant, view, turn))
  const answer = varied(decided.answer, turn)
  const fault = takeFault(kind, request, sandbox)
  const journal = endpoint.isStray ? undefined : sandbox?.journal
  record(
    journal,
    recordOf({
      kind,
      ...opened,
      ...answer,
      outcome: decided.outcome,
      fault: fault && describeFault(fault),
      secretsOf: () => secretsKnownTo(world.directory),
      isForged: world.forgeries.has,
      owners: journal ? [] : ownersOf(request, world.directory),
    }),
  )
  if (!fault) return new Response(answer.body, answer)
  return answerWithFault(fault, answer, { ...opened, sleep: world.sleep, signal })
}

/** What is left where the mock fails outside the endpoint: an entry of the journal, and an answer that names the bug. */
function answerBug(
  error: unknown,
  tenant: Tenant | undefined,
  request: SeenRequest,
  endpoint: Endpoint,
  { world, sandboxOf, record }: Surroundings,
): Response {
  const { kind } = endpoint
  const opened = openExchange(kind, request, tenant, world)
  const { answer, outcome } = giveUp(error, endpoint, opened)
  const secretsOf = () => secretsKnownTo(world.directory)
  const journal = endpoint.isStray || !tenant ? undefined : sandboxOf(tenant.id).journal
  record(journal, recordOf({ kind, ...opened, ...answer, outcome, fault: undefined, secretsOf }))
  return new Response(answer.body, answer)
}

/** The tenant as the endpoint sees it already. */
function viewOf(
  { viewer }: Endpoint,
  tenant: Tenant | undefined,
  sandbox: Sandbox | undefined,
): Tenant | undefined {
  return tenant && viewer ? sandbox?.lag.viewFor(viewer, tenant) : tenant
}

/** HEAD reads no body, and a page that asks whether it may read has not read yet. */
function canBeDisturbed({ method }: SeenRequest): boolean {
  return method !== 'HEAD' && method !== 'OPTIONS'
}

function nextTurn(
  { isSteady }: Endpoint,
  request: SeenRequest,
  sandbox: Sandbox | undefined,
): Turn | undefined {
  return isSteady || !canBeDisturbed(request) ? undefined : sandbox?.chaos.nextTurn()
}

function takeFault(
  endpoint: EndpointName,
  request: SeenRequest,
  sandbox: Sandbox | undefined,
): Fault | undefined {
  if (!sandbox || !canBeDisturbed(request)) return undefined
  const { authorization, form } = request
  return sandbox.faults.take({ endpoint, parameters: form.parameters, authorization })
}

/** The world as far as the endpoint knows it already, and as chaos lets it appear. */
function worldSeen(
  world: World,
  tenant: Tenant | undefined,
  view: Tenant | undefined,
  turn: Turn | undefined,
): World {
  const known = view && view !== tenant ? laggingWorld(world, view) : world
  return tenant && turn ? variedWorld(known, tenant.id, turn) : known
}

function varied(answer: Answer, turn: Turn | undefined): Answer {
  const { body } = answer
  return turn && body !== null ? { ...answer, body: varyBody(body, turn) } : answer
}
