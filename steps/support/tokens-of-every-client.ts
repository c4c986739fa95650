import {
  agentNames,
  blueprintNames,
  blueprintOf,
  homeOf,
  type PublicClientName,
  type ResourceName,
  type TenantName,
} from '../../engine/cast/names.ts'
import { NotTestable } from '../../engine/outcomes/not-testable.ts'
import { claimsOf } from '../../engine/requests/answer.ts'
import { managedIdentityRequest } from '../../engine/requests/managed-identity-requests.ts'
import type { IssuedToken } from '../expectations/each-token.ts'
import { issuedToken } from '../expectations/issued-token.ts'
import type { AgentIdWorld } from './world.ts'

type Wanted = Omit<IssuedToken, 'client' | 'answer' | 'token' | 'claims'> & {
  readonly client: Exclude<IssuedToken['client'], PublicClientName>
  readonly kind: string
}

const exchange: ResourceName = 'the token exchange'

/** The tokens that clients of a tenant may get, each kind from each client that can have it. */
function everyToken(tenant: TenantName): readonly Wanted[] {
  const agents = agentNames.filter((one) => homeOf(one) === tenant)
  const isHome = tenant === 'Contoso'
  const blueprints = isHome ? blueprintNames : (['Concierge'] as const)
  const ofAgents = (kind: string, resource: ResourceName) =>
    agents.map((agent) => {
      const party = { client: agent, agent, blueprint: blueprintOf(agent) }
      return { kind, name: `the token of ${agent} for ${resource}`, tenant, resource, ...party }
    })
  const of = <Client extends Wanted['client']>(
    kind: string,
    client: Client,
    resource: ResourceName,
  ) => ({ kind, name: `the token of ${client} for ${resource}`, tenant, client, resource })
  const t1 = agents.map((agent) => {
    const blueprint = blueprintOf(agent)
    const name = `T1 of ${blueprint} for ${agent}`
    return {
      kind: 'every T1',
      name,
      tenant,
      resource: exchange,
      client: blueprint,
      blueprint,
      agent,
    }
  })
  return [
    ...t1,
    ...ofAgents('every T2', exchange),
    ...ofAgents('every token of an agent identity for Microsoft Graph', 'Microsoft Graph'),
    ...blueprints.map((one) => ({
      ...of('every token of a blueprint', one, 'Microsoft Graph'),
      blueprint: one,
    })),
    ...(isHome ? ofAgents('every token of an agent identity for an API', 'Orders API') : []),
    ...(isHome ? [of('every token of an application', 'Intranet', 'Orders API')] : []),
    ...(isHome ? [of('every token of a managed identity', 'concierge-host', exchange)] : []),
  ]
}

const forAssertions = ['every T1', 'every T2', 'every token of a managed identity']

function isOfKind({ kind }: Wanted, asked: string): boolean {
  if (asked === 'every token for an assertion') return forAssertions.includes(kind)
  return asked === 'every token' || kind === asked
}

/** Requests the tokens of a kind; those of whom the target has no name are left out, unless nobody is left. */
export async function obtainEach(world: AgentIdWorld, tenant: TenantName, kind: string) {
  const firstSteps = new Map<string, string>()
  const outcomes: (IssuedToken | NotTestable)[] = []
  for (const one of everyToken(tenant).filter((one) => isOfKind(one, kind))) {
    outcomes.push(await obtain(world, one, firstSteps))
  }
  world.issued.push(...obtainedOf(outcomes))
}

/** The same, and none waits for the answer to another. */
export async function obtainAtOnce(world: AgentIdWorld, tenant: TenantName, kind: string) {
  const wanted = everyToken(tenant).filter((one) => isOfKind(one, kind))
  const firstSteps = new Map<string, string>()
  const outcomes = await Promise.all(wanted.map((one) => obtain(world, one, firstSteps)))
  world.issued.push(...obtainedOf(outcomes))
}

async function obtain(
  world: AgentIdWorld,
  one: Wanted,
  firstSteps: Map<string, string>,
): Promise<IssuedToken | NotTestable> {
  try {
    const answer = await request(world, one, firstSteps)
    const token = issuedToken(answer, `${one.name} is issued`)
    return { ...one, answer, token, claims: claimsOf(token) }
  } catch (error) {
    if (error instanceof NotTestable) return error
    throw error
  }
}

/**
 * What the target has a name for.
 * @throws {NotTestable} where that is nothing
 */
export function obtainedOf(outcomes: readonly (IssuedToken | NotTestable)[]): IssuedToken[] {
  const obtained = outcomes.filter((one): one is IssuedToken => !(one instanceof NotTestable))
  const missing = outcomes.find((one) => one instanceof NotTestable)
  if (missing && obtained.length === 0) throw missing
  return obtained
}

async function request(
  world: AgentIdWorld,
  { kind, client, agent, blueprint, resource, tenant }: Wanted,
  firstSteps: Map<string, string>,
) {
  const { directory } = world
  if (client === 'concierge-host') {
    directory.clientId(client)
    return world.send(managedIdentityRequest(directory, 'imds', directory.address(resource)))
  }
  const scope = `${directory.address(resource)}/.default`
  if (agent === undefined) return world.send(await world.tokenRequest(client, scope, tenant))
  if (kind === 'every T1') {
    const fmiPath = directory.clientId(agent)
    return world.send(await world.t1Request(client, fmiPath, tenant))
  }
  const t1 = firstSteps.get(agent) ?? (await world.obtainT1(blueprint ?? blueprintOf(agent), agent))
  firstSteps.set(agent, t1)
  return world.redeem(agent, scope, tenant, t1)
}
