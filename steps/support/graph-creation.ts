import type { Made } from '../../engine/cast/directory.ts'
import type { CastName, ClientName } from '../../engine/cast/names.ts'
import { Difference, expectSame } from '../../engine/outcomes/difference.ts'
import type { Answer } from '../../engine/requests/answer.ts'
import {
  domainOf,
  type Properties,
  sponsoredBy,
  withProperties,
} from '../../engine/requests/graph-bodies.ts'
import type { GraphCall } from '../../engine/requests/graph-requests.ts'
import type { Caller } from './graph-callers.ts'
import { askGraph, repeatedly } from './graph-session.ts'
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

/** Many in few requests: what a limit is about. All of them have to be made. */
export function createMany(
  world: AgentIdWorld,
  caller: Caller,
  count: number,
  { path, body }: Pick<Required<GraphCall>, 'path' | 'body'>,
): Promise<Answer> {
  const sponsors = sponsoredBy([world.directory.personId('Ada')])
  const one = {
    method: 'POST',
    url: path,
    body: { displayName: 'One of many', ...sponsors, ...body },
    headers: { 'content-type': 'application/json' },
  }
  return repeatedly(Math.ceil(count / batchSize), async (at) => {
    const size = Math.min(batchSize, count - (at - 1) * batchSize)
    const requests = Array.from({ length: size }, (_, index) => ({ ...one, id: String(index + 1) }))
    const call = { method: 'POST', path: '/$batch', body: { requests } } as const
    return wholeBatch(await askGraph(world, caller, call), size)
  })
}

/** A batch holds no more, by the rule GRAPH-BATCH-SIZE. */
const batchSize = 20

type Part = { readonly status: number }

/**
 * A batch is answered with 200 even where all its parts are refused.
 * @throws {Difference} where one of them was not done
 */
function wholeBatch(answer: Answer, size: number): Answer {
  if (answer.status >= 400) return answer
  const parts = (answer.body?.responses ?? []) as readonly Part[]
  const refused = parts.find(({ status }) => status >= 400)
  if (refused) throw new Difference('a part of the batch', 'done', JSON.stringify(refused))
  expectSame('how many parts the batch answers', parts.length, size)
  return answer
}
