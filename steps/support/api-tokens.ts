import type { ApiUnderTest } from '../../engine/apis/api-under-test.ts'
import { type AgentName, agentNames, blueprintOf } from '../../engine/cast/names.ts'
import { NotTestable } from '../../engine/outcomes/not-testable.ts'
import type { TokenChoice } from '../../engine/targets/target.ts'
import { issuedToken } from '../expectations/issued-token.ts'
import { agentUserRequestOf, behalfRequest } from './delegated-flows.ts'
import type { AgentIdWorld } from './world.ts'

/** How a client holds a token for the API: for itself, on behalf of a person, or as its user. */
export type WayIn = 'agent' | 'obo' | 'agentUser'

export function apiOf({ api }: AgentIdWorld): ApiUnderTest {
  if (api) return api
  throw new NotTestable('this run judges no API')
}

/** The first way that the policy of the API lets in. */
export function wayInto({ policy, name }: ApiUnderTest): WayIn {
  if (policy.apps) return 'agent'
  if (policy.people) return 'obo'
  if (policy.agentUsers) return 'agentUser'
  throw new NotTestable(`the policy of ${name} lets nobody in`)
}

/** Agent identities of the tenant, of which Booking alone has a user. */
const known = agentNames.filter((name) => name !== 'Outpost')

export function isLetIn(agent: AgentName, { policy }: ApiUnderTest): boolean {
  const { agents, blueprints } = policy
  const isNamed = agents === null || agents.some((name) => name === agent)
  return isNamed && (blueprints === null || blueprints.some((name) => name === blueprintOf(agent)))
}

/** The first agent identity that the API lets in. */
export function agentLetIn(api: ApiUnderTest): AgentName {
  const agent = known.find((name) => isLetIn(name, api))
  if (agent) return agent
  throw new NotTestable(`the policy of ${api.name} lets no agent identity of the tenant in`)
}

/** A token for the API by the real flow. */
export async function tokenByFlow(
  world: AgentIdWorld,
  way: WayIn,
  agent: AgentName,
): Promise<string> {
  const { directory } = world
  const scope = `${directory.address('Orders API')}/.default`
  const requests = {
    agent: () => world.tokenRequest(agent, scope),
    obo: () => behalfRequest(world, agent, 'Bea', scope),
    agentUser: () => {
      if (agent !== 'Booking') throw new NotTestable(`${agent} has no user`)
      return agentUserRequestOf(world, agent, { user_id: directory.personId('Assistant') }, scope)
    },
  }
  const answer = await world.send(await requests[way]())
  return issuedToken(answer, `${agent} gets a token for the API (${way})`)
}

/** A good token as the tenant makes it for who is let in, with changes that make it another or a forgery. */
export function orderForApi(
  world: AgentIdWorld,
  change: Partial<TokenChoice> = {},
  { way, agent }: { readonly way?: WayIn; readonly agent?: AgentName } = {},
): Promise<string> {
  const { directory, control } = world
  const api = apiOf(world)
  const kind = change.kind ?? way ?? wayInto(api)
  const client = directory.clientId(agent ?? agentLetIn(api))
  const about = kind === 'obo' ? { user: directory.personId('Bea') } : {}
  const permissions = kind === 'agent' ? {} : { scopes: [api.scope] }
  const audience = directory.clientId('Orders API')
  return control.orderToken({ kind, client, audience, ...about, ...permissions, ...change })
}
