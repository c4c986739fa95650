import { type User, userCalled } from '../directory/person.ts'
import { type Principal, rolesFor } from '../directory/principal.ts'
import { publishedScopes } from '../directory/published-scopes.ts'
import { exchangeAppId, type Resource } from '../directory/resource.ts'
import { findResource, type Tenant } from '../directory/tenant.ts'
import type { AppParty, Target } from '../tokens/app-only-claims.ts'
import { delegatedClaims } from '../tokens/delegated-claims.ts'
import type { Delegation, SignIn } from '../tokens/delegation.ts'
import { idTokenClaims, idTokenForm } from '../tokens/id-token.ts'
import type { Claims, Minting } from '../tokens/minting.ts'
import { resourceTokenClaims } from '../tokens/resource-token.ts'
import { t1Claims } from '../tokens/t1.ts'
import { t2Claims } from '../tokens/t2.ts'
import type { World } from '../world.ts'
import type { OrderedKind, TokenOrder } from './token-order.ts'
import { Unmakeable } from './unmakeable.ts'

/** What an order is made of. */
export type Making = {
  readonly order: TokenOrder
  readonly tenant: Tenant
  readonly minting: Minting
  readonly client: Principal
  readonly lifetimeSeconds: number
  readonly world: World
}

export type Made = {
  readonly claims: Claims
  readonly form: Pick<Resource, 'accessTokenVersion' | 'hashedNonce'>
}

/** How the claims of each kind of token are made: by the functions that make them for the token endpoint. */
export const claimsOfKind: Readonly<Record<OrderedKind, (making: Making) => Made | Promise<Made>>> =
  {
    t1: (making) => {
      const target = exchangeOf(making)
      const { client, order, minting } = making
      if (client.kind !== 'blueprint') throw new Unmakeable(`'${client.appId}' is no blueprint`)
      const { sub: _, ...blueprint } = partyOf(making, target, '1')
      const lifetimes = lifetimesOf(making, 't1Seconds')
      const agent = agentOf(order.agent ?? '', making)
      const claims = t1Claims({ ...minting, lifetimes }, target, blueprint, agent.appId)
      return { form: target.resource, claims }
    },
    t2: (making) => {
      const target = exchangeOf(making)
      const agent = agentOf(making.client.appId, making)
      const minting = { ...making.minting, lifetimes: lifetimesOf(making, 'agentTokenSeconds') }
      const claims = t2Claims(minting, target, partyOf(making, target, '2'), agent.blueprintAppId)
      return { form: target.resource, claims }
    },
    agent: (making) => {
      agentOf(making.client.appId, making)
      return appToken(making, '2')
    },
    app: (making) => appToken(making, '1'),
    obo: (making) => {
      agentOf(making.client.appId, making)
      return userToken(making, namedUser(making), signInOf(making), '2')
    },
    agentUser: (making) => {
      const user = userOfAgent(making)
      const signIn = { ...signInOf(making), methods: making.order.methods ?? [] }
      return userToken(making, user, signIn, '2')
    },
    user: (making) => userToken(making, namedUser(making), signInOf(making), '1'),
    idToken: async (making) => {
      const { minting, lifetimeSeconds } = making
      const parties = delegationOf(making, namedUser(making), signInOf(making), '1', [])
      const claims = await idTokenClaims(minting, parties, lifetimeSeconds)
      return { form: idTokenForm, claims }
    },
  }

type Credential = AppParty['credential']

function appToken(making: Making, credential: Credential): Made {
  const target = targetOf(making)
  const { client, minting } = making
  const actor =
    client.kind === 'agentIdentity'
      ? { isAgent: true, blueprintAppId: client.blueprintAppId }
      : { isAgent: false }
  const lifetimes = lifetimesOf(making, 'agentTokenSeconds')
  const party = partyOf(making, target, credential)
  const claims = resourceTokenClaims({ ...minting, lifetimes }, target, party, actor)
  return { form: target.resource, claims }
}

async function userToken(
  making: Making,
  user: User,
  signIn: SignIn,
  credential: Credential,
): Promise<Made> {
  const { order, tenant, minting, lifetimeSeconds, world } = making
  const target = targetOf(making)
  world.facilitiesOf(tenant.id).signIns.keep(signIn)
  const scopes = order.scopes ?? scopesOf(target.resource.appId, tenant)
  const delegation = delegationOf(making, user, signIn, credential, scopes)
  const claims = await delegatedClaims(minting, target, delegation, lifetimeSeconds)
  return { form: target.resource, claims }
}

function partyOf({ client }: Making, { resource }: Target, credential: Credential): AppParty {
  const { appId, id, displayName } = client
  const roles = rolesFor(client, resource.appId)
  return { appId, oid: id, sub: id, displayName, credential, roles }
}

function delegationOf(
  { client }: Making,
  user: User,
  signIn: SignIn,
  credential: Credential,
  scopes: readonly string[],
): Delegation {
  const blueprintAppId = client.kind === 'agentIdentity' ? client.blueprintAppId : undefined
  const { appId, displayName } = client
  return { client: { appId, displayName, credential, blueprintAppId }, user, signIn, scopes }
}

function signInOf({ order, world }: Making): SignIn {
  const { methods = ['pwd', 'mfa'], authenticationContexts } = order
  return {
    sessionId: world.random.guid(),
    methods,
    ipAddress: '127.0.0.1',
    authenticationContexts,
  }
}

/** All that the resource publishes, or what a person reads of itself. */
function scopesOf(resourceAppId: string, { applications }: Tenant): readonly string[] {
  const application = applications.get(resourceAppId)
  const published = application ? publishedScopes(application).map(({ value }) => value) : []
  return published.length > 0 ? published : ['User.Read']
}

function targetOf({ order: { audience = '', version }, tenant }: Making): Target {
  const found = findResource(tenant, audience)
  if (!found) throw new Unmakeable(`unknown audience '${audience}'`)
  const resource = { ...found, accessTokenVersion: version ?? found.accessTokenVersion }
  return { resource, requestedAs: resource.identifierUris[0] ?? resource.appId }
}

function exchangeOf(making: Making): Target {
  return targetOf({ ...making, order: { ...making.order, audience: exchangeAppId } })
}

function agentOf(appId: string, { tenant }: Making) {
  const agent = tenant.principals.get(appId.toLowerCase())
  if (agent?.kind === 'agentIdentity') return agent
  throw new Unmakeable(`'${appId}' is no agent identity`)
}

function namedUser({ order, tenant }: Making): User {
  const user = userCalled(order.user ?? '', tenant)
  if (user) return user
  throw new Unmakeable(`unknown user '${order.user ?? ''}'`)
}

function userOfAgent(making: Making): User {
  const { id, appId } = agentOf(making.client.appId, making)
  if (making.order.user !== undefined) return namedUser(making)
  const own = [...making.tenant.users.values()].find((user) => user.identityParentId === id)
  if (own) return own
  throw new Unmakeable(`the agent identity '${appId}' has no user`)
}

function lifetimesOf(
  { minting, lifetimeSeconds }: Making,
  name: 't1Seconds' | 'agentTokenSeconds',
) {
  return { ...minting.lifetimes, [name]: lifetimeSeconds }
}
