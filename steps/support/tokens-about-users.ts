import {
  type AgentName,
  blueprintOf,
  type PersonName,
  type ResourceName,
} from '../../engine/cast/names.ts'
import { NotTestable } from '../../engine/outcomes/not-testable.ts'
import { claimsOf } from '../../engine/requests/answer.ts'
import { tokenRequest } from '../../engine/requests/token-requests.ts'
import { type WireRequest, withParameter } from '../../engine/requests/wire-request.ts'
import type { IssuedToken } from '../expectations/each-token.ts'
import { issuedToken } from '../expectations/issued-token.ts'
import { agentUserRequestOf, behalfRequest, userTokenOf } from './delegated-flows.ts'
import { obtainedOf } from './tokens-of-every-client.ts'
import type { AgentIdWorld } from './world.ts'

type Party = { readonly agent: AgentName; readonly user: PersonName }
type Wanted = Party & {
  readonly resource: ResourceName
  readonly isRenewed: boolean
  /** Whether a tenant that only variables name has granted it, too. */
  readonly isUsual: boolean
}

/** One agent for two people, two agents for one person, and an agent user. */
const parties: readonly Party[] = [
  { agent: 'Booking', user: 'Bea' },
  { agent: 'Booking', user: 'Carlos' },
  { agent: 'Billing', user: 'Bea' },
  { agent: 'Booking', user: 'Assistant' },
]
const apis: readonly ResourceName[] = ['Orders API', 'Ledger API']

const isAgentUser = ({ user }: Party) => user === 'Assistant'

/** What the agents of Contoso may get about users, first by the flow of each and then by refresh token. */
function everyToken(): readonly Wanted[] {
  return [false, true].flatMap((isRenewed) =>
    parties.flatMap(({ agent, user }) => {
      const isUsual = agent === 'Booking' && user !== 'Carlos'
      const resources: readonly ResourceName[] = ['Microsoft Graph', ...apis]
      return resources
        .filter((resource) => resource === 'Microsoft Graph' || agent === 'Booking')
        .map((resource) => ({ agent, user, resource, isRenewed, isUsual }))
    }),
  )
}

function isOfKind(one: Wanted, asked: string): boolean {
  const isForApi = apis.includes(one.resource)
  if (asked.endsWith('for Microsoft Graph') && isForApi) return false
  if (asked.endsWith('for an API') && !isForApi) return false
  if (asked.includes('renewed')) return one.isRenewed
  if (asked.includes('on behalf')) return !isAgentUser(one) && !one.isRenewed
  if (asked.includes('agent user')) return isAgentUser(one) && !one.isRenewed
  return true
}

/** Requests the tokens of a kind, each by a first step of its own; those that a target cannot issue are left out. */
export async function obtainAboutUsers(world: AgentIdWorld, kind: string) {
  const outcomes: (IssuedToken | NotTestable)[] = []
  for (const one of everyToken().filter((one) => isOfKind(one, kind))) {
    outcomes.push(await obtain(world, one))
  }
  world.issued.push(...obtainedOf(outcomes))
}

/** The same, and none waits for the answer to another. */
export async function obtainAboutUsersAtOnce(world: AgentIdWorld, kind: string) {
  const wanted = everyToken().filter((one) => isOfKind(one, kind))
  const ready: (WireRequest | NotTestable)[] = []
  // A person calls once, whoever acts for them.
  for (const one of wanted) ready.push(await request(world, one).catch(unlessNotTestable))
  const outcomes = await Promise.all(
    wanted.map((one, at) => {
      const wire = ready[at]
      return wire instanceof NotTestable || !wire ? wire : send(world, one, wire)
    }),
  )
  world.issued.push(...obtainedOf(outcomes.filter((one) => one !== undefined)))
}

function unlessNotTestable(error: unknown): NotTestable {
  if (error instanceof NotTestable) return error
  throw error
}

async function obtain(world: AgentIdWorld, one: Wanted): Promise<IssuedToken | NotTestable> {
  try {
    return await send(world, one, await request(world, one))
  } catch (error) {
    return unlessNotTestable(error)
  }
}

async function send(world: AgentIdWorld, one: Wanted, wire: WireRequest): Promise<IssuedToken> {
  const { agent, user, resource, isRenewed } = one
  const name = `the ${isRenewed ? 'renewed ' : ''}token of ${agent} for ${resource} about ${user}`
  const answer = await world.send(wire)
  const token = issuedToken(answer, `${name} is issued`)
  return {
    name,
    client: agent,
    agent,
    blueprint: blueprintOf(agent),
    resource,
    tenant: 'Contoso',
    user,
    ...(!isAgentUser(one) && {
      session: claimsOf(await userTokenOf(world, user)),
    }),
    isRenewed,
    answer,
    token,
    claims: claimsOf(token),
  }
}

async function request(world: AgentIdWorld, one: Wanted): Promise<WireRequest> {
  const { directory, target } = world
  if (!one.isUsual && !target.power) {
    throw new NotTestable('only a mock has granted this to its agents')
  }
  const { agent, user, resource } = one
  const scope = `${directory.address(resource)}/.default openid profile offline_access`
  const first = isAgentUser(one)
    ? await agentUserRequestOf(world, agent, { user_id: directory.personId(user) }, scope)
    : await behalfRequest(world, agent, user, scope)
  const asked = withParameter(first, 'client_info', '1')
  if (!one.isRenewed) return asked
  const { body } = await world.send(asked)
  const proof = await world.proofOf(agent)
  const renewal = tokenRequest(directory, { client: agent, scope, proof })
  const values = [
    ['client_info', '1'],
    ['grant_type', 'refresh_token'],
    ['refresh_token', String(body?.refresh_token)],
  ] as const
  return values.reduce((wire, [key, value]) => withParameter(wire, key, value), renewal)
}
