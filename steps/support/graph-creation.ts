import type { Made } from '../cast/directory.ts'
import type { CastName, ClientName } from '../cast/names.ts'
import type { Answer } from '../requests/answer.ts'
import { domainOf, type Properties, sponsoredBy, withProperties } from '../requests/graph-bodies.ts'
import type { GraphCall } from '../requests/graph-requests.ts'
import type { Caller } from './graph-callers.ts'
import { askGraph } from './graph-session.ts'
import type { AgentIdWorld } from './world.ts'

export const noProperties: Properties = []
/** For those who name no sponsor. */
export const unsponsored: Properties = [['sponsors', 'absent']]

export async function createBlueprint(
  world: AgentIdWorld,
  caller: Caller,
  name: ClientName,
  rows: Properties,
): Promise<Answer> {
  const answer = await create(world, caller, {
    path: '/applications/microsoft.graph.agentIdentityBlueprint',
    body: { displayName: name },
    rows: sponsoredUnless(rows),
  })
  keep(world, name, answer, ({ id, appId }) => ({ applicationId: id, clientId: appId }))
  return answer
}

export async function createPrincipal(
  world: AgentIdWorld,
  caller: Caller,
  name: ClientName,
  rows: Properties,
  type = '/microsoft.graph.agentIdentityBlueprintPrincipal',
): Promise<Answer> {
  const path = `/servicePrincipals${type}`
  const body = { appId: world.directory.clientId(name) }
  const answer = await create(world, caller, { path, body, rows })
  keep(world, name, answer, ({ id }) => ({ objectId: id }))
  return answer
}

export async function createAgentIdentity(
  world: AgentIdWorld,
  caller: Caller,
  { name, blueprint, rows }: { name: ClientName; blueprint: ClientName; rows: Properties },
): Promise<Answer> {
  const answer = await create(world, caller, {
    path: '/servicePrincipals/microsoft.graph.agentIdentity',
    body: { displayName: name, agentIdentityBlueprintId: world.directory.clientId(blueprint) },
    rows: sponsoredUnless(rows),
  })
  keep(world, name, answer, ({ id, appId }) => ({ clientId: appId, objectId: id }))
  return answer
}

export async function createAgentUser(
  world: AgentIdWorld,
  caller: Caller,
  { name, agent, rows }: { name: string; agent: ClientName; rows: Properties },
): Promise<Answer> {
  const answer = await create(world, caller, {
    path: '/users/microsoft.graph.agentUser',
    body: {
      displayName: name,
      userPrincipalName: `${name}@${domainOf(world.directory)}`,
      mailNickname: name,
      accountEnabled: true,
      identityParentId: world.directory.clientId(agent),
    },
    rows,
  })
  keep(world, name as CastName, answer, ({ id }) => ({ clientId: id, objectId: id }))
  return answer
}

type Creation = Pick<Required<GraphCall>, 'path' | 'body'> & { readonly rows: Properties }

async function create(
  world: AgentIdWorld,
  caller: Caller,
  { path, body, rows }: Creation,
): Promise<Answer> {
  await world.directory.ready()
  const written = withProperties(body, rows, world.directory)
  return askGraph(world, caller, { method: 'POST', path, body: written })
}

/** Ada is the sponsor of what is created without a word about sponsors. */
function sponsoredUnless(rows: Properties): Properties {
  return rows.some(([name]) => name === 'sponsors') ? rows : [...rows, ['sponsors', 'Ada']]
}

type Ids = { readonly id: string; readonly appId: string }

function keep(
  { directory }: AgentIdWorld,
  name: CastName,
  { status, body }: Answer,
  made: (ids: Ids) => Made,
): void {
  if (status === 201) directory.made(name, made(body as unknown as Ids))
}

/** Many at once, with one token: what a limit is about. */
export async function createMany(
  world: AgentIdWorld,
  caller: Caller,
  count: number,
  call: Pick<Required<GraphCall>, 'path' | 'body'>,
): Promise<Answer> {
  const { directory } = world
  const sponsors = sponsoredBy([directory.personId('Ada')])
  const one = { displayName: 'One of many', ...sponsors, ...call.body }
  const batch = { id: '1', method: 'POST', url: call.path, body: one }
  let answer = await askGraph(world, caller, { method: 'GET', path: '/organization' })
  for (let left = count; left > 0; left -= 20) {
    const requests = Array.from({ length: Math.min(left, 20) }, (_, at) => ({
      ...batch,
      id: String(at + 1),
      headers: { 'content-type': 'application/json' },
    }))
    answer = await askGraph(world, caller, { method: 'POST', path: '/$batch', body: { requests } })
  }
  return answer
}
