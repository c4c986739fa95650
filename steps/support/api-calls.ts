import type { ApiAnswer, ApiCall } from '../../engine/apis/api-under-test.ts'
import { ApiUnreachable } from '../../engine/apis/api-under-test.ts'
import { forgeries } from '../../engine/apis/forgeries.ts'
import { Difference } from '../../engine/outcomes/difference.ts'
import type { TokenChoice } from '../../engine/targets/target.ts'
import { agentLetIn, apiOf, orderForApi, tokenByFlow, wayInto } from './api-tokens.ts'
import type { AgentIdWorld } from './world.ts'

type Held = { answer?: ApiAnswer; token?: string }
const held = new WeakMap<AgentIdWorld, Held>()

/** The token that was presented last, and the answer. */
export function heldBy(world: AgentIdWorld): Held {
  const known = held.get(world) ?? {}
  held.set(world, known)
  return known
}

export function answerOf(world: AgentIdWorld): ApiAnswer {
  const { answer } = heldBy(world)
  if (answer) return answer
  throw new TypeError('the API was not called')
}

export async function call(world: AgentIdWorld, made: ApiCall): Promise<ApiAnswer> {
  const answer = await apiOf(world).call(made)
  heldBy(world).answer = answer
  return answer
}

export function callWith(world: AgentIdWorld, token: string, scheme = 'Bearer') {
  world.tokens.push(token)
  heldBy(world).token = token
  return call(world, { authorization: [`${scheme} ${token}`] })
}

/** Whether a caller that the policy names is let in. Nothing is judged of an API that lets nobody in. */
const controlled = new WeakMap<object, Promise<void>>()
export function requireControl(world: AgentIdWorld): Promise<void> {
  const api = apiOf(world)
  const known = controlled.get(api) ?? control(world)
  controlled.set(api, known)
  return known
}

async function control(world: AgentIdWorld): Promise<void> {
  const api = apiOf(world)
  const problem = await controlProblem(world).catch((error: unknown) => {
    if (error instanceof ApiUnreachable) return error.message
    throw error
  })
  if (problem === undefined) return
  api.giveUp(problem)
  throw new ApiUnreachable(problem)
}

async function controlProblem(world: AgentIdWorld): Promise<string | undefined> {
  const api = apiOf(world)
  const way = wayInto(api)
  const token = await tokenByFlow(world, way, agentLetIn(api))
  const { status, text } = await api.call({ authorization: [`Bearer ${token}`] })
  if (status >= 200 && status < 300) return undefined
  const shown = hidden(world, text).slice(0, 300)
  return `${api.name} does not let in whom its policy names (${way}): a good token gave HTTP ${status}${shown === '' ? '' : `, ${shown}`}. Nothing is judged until it does`
}

/** After a refusal the API still has to let others in: one that has died refuses everything. */
export async function stillLetsIn(world: AgentIdWorld): Promise<void> {
  const api = apiOf(world)
  const good = await orderForApi(world)
  world.tokens.push(good)
  const { status } = await api.call({ authorization: [`Bearer ${good}`] })
  if (status >= 200 && status < 300) return
  throw new Difference('the call with a good token after the refusal', 'HTTP 2xx', `HTTP ${status}`)
}

export function forgedChange(
  world: AgentIdWorld,
  words: string,
): Partial<TokenChoice> | Promise<Partial<TokenChoice>> {
  const forgery = forgeries[words]
  if (!forgery) throw new TypeError(`no forgery is called '${words}'`)
  const { directory, target, control: sandbox } = world
  return forgery({
    directory,
    nowSeconds: sandbox.nowSeconds(),
    stranger: async () => {
      const answer = await target.request('/_mock/keys/stranger', {})
      const { keys } = (await answer.json()) as { keys: Readonly<Record<string, unknown>>[] }
      return keys[0] ?? {}
    },
  })
}

function hidden(world: AgentIdWorld, text: string): string {
  return world.hide(text)
}
