import type { AgentName, ClientName, PersonName, ResourceName } from '../../engine/cast/names.ts'
import { blueprintOf } from '../../engine/cast/names.ts'
import { Difference } from '../../engine/outcomes/difference.ts'
import { describeAnswer } from '../../engine/requests/answer.ts'
import {
  agentUserRequest,
  onBehalfOfRequest,
  type UserParameter,
} from '../../engine/requests/delegated-requests.ts'
import { redemptionRequest, tokenRequest } from '../../engine/requests/token-requests.ts'
import type { WireRequest } from '../../engine/requests/wire-request.ts'
import type { TokenChoice } from '../../engine/targets/target.ts'
import { issuedToken } from '../expectations/issued-token.ts'
import type { AgentIdWorld } from './world.ts'

/** What a scenario got about people so far. */
type Held = { userTokens: Map<PersonName, string>; refreshToken: string | undefined }

const held = new WeakMap<AgentIdWorld, Held>()

function heldBy(world: AgentIdWorld): Held {
  const known = held.get(world) ?? { userTokens: new Map(), refreshToken: undefined }
  held.set(world, known)
  return known
}

/** The token with which a person called the blueprint last, Tc: that of the variables, or one that a mock makes. */
export async function userTokenOf(world: AgentIdWorld, person: PersonName): Promise<string> {
  const { userTokens } = heldBy(world)
  const known = userTokens.get(person) ?? (await callBlueprint(world, person))
  userTokens.set(person, known)
  return known
}

/** The person calls the blueprint anew. */
export async function callBlueprint(
  world: AgentIdWorld,
  person: PersonName,
  change: Partial<TokenChoice> = {},
): Promise<string> {
  const isUsual = Object.keys(change).length === 0
  const given = isUsual ? world.directory.userAssertion(person) : undefined
  const token = given ?? (await orderUserToken(world, person, 'Concierge', change))
  heldBy(world).userTokens.set(person, token)
  world.tokens.push(token)
  return token
}

/** A token of a person, obtained through the application Intranet. */
export function orderUserToken(
  world: AgentIdWorld,
  person: PersonName,
  resource: ResourceName,
  change: Partial<TokenChoice> = {},
): Promise<string> {
  const { directory, control } = world
  return control.orderToken({
    kind: 'user',
    user: directory.personId(person),
    client: directory.clientId('Intranet'),
    audience: directory.clientId(resource),
    ...change,
  })
}

/** On behalf of whoever called the blueprint, with a T1 of its own. */
export async function behalfRequest(
  world: AgentIdWorld,
  client: AgentName,
  person: PersonName,
  scope: string,
): Promise<WireRequest> {
  const userAssertion = await userTokenOf(world, person)
  const t1 = await world.obtainT1(blueprintOf(client), client)
  return onBehalfOfRequest(world.directory, { client, scope, t1, userAssertion })
}

/** As the agent user, with T2 and a T1 of its own. */
export async function agentUserRequestOf(
  world: AgentIdWorld,
  client: AgentName,
  user: UserParameter,
  scope: string,
): Promise<WireRequest> {
  const { directory } = world
  const t2 = await obtainT2(world, client)
  const t1 = await world.obtainT1(blueprintOf(client), client)
  return agentUserRequest(directory, { client, scope, t1, t2, user })
}

export async function obtainT2(world: AgentIdWorld, client: AgentName): Promise<string> {
  const { directory } = world
  const assertion = await world.obtainT1(blueprintOf(client), client)
  const scope = `${directory.address('the token exchange')}/.default`
  const answer = await world.send(redemptionRequest(directory, { client, scope, assertion }))
  return issuedToken(answer, `T2 is issued to ${client}`)
}

/** Keeps the refresh token of the last answer, which has to be there. */
export function keepRefreshToken(world: AgentIdWorld): void {
  const { answer } = world
  const token = answer.body?.refresh_token
  if (typeof token !== 'string') {
    throw new Difference('the member refresh_token', 'a refresh token', describeAnswer(answer))
  }
  heldBy(world).refreshToken = token
  world.tokens.push(token)
}

/** By the refresh token that was kept last, with whatever proves the client. Without a scope, none is sent. */
export async function refreshRequest(
  world: AgentIdWorld,
  client: ClientName,
  scope?: string,
): Promise<WireRequest> {
  const { refreshToken } = heldBy(world)
  if (refreshToken === undefined) throw new TypeError('no refresh token was kept')
  const proof = await world.proofOf(client)
  const request = tokenRequest(world.directory, { client, scope: scope ?? '', proof })
  const others = request.parameters.filter(
    ([name]) => name !== 'grant_type' && (name !== 'scope' || scope !== undefined),
  )
  const own = [
    ['grant_type', 'refresh_token'],
    ['refresh_token', refreshToken],
  ] as const
  return { ...request, parameters: [...others, ...own] }
}

export function heldUserToken(world: AgentIdWorld, person: PersonName): string {
  const token = heldBy(world).userTokens.get(person)
  if (token !== undefined) return token
  throw new TypeError(`${person} has not called anybody`)
}
