import { type User, userCalled } from '../directory/person.ts'
import { type Principal, rolesFor } from '../directory/principal.ts'
import { publishedScopes } from '../directory/published-scopes.ts'
import type { Resource } from '../directory/resource.ts'
import { findResource, type Tenant } from '../directory/tenant.ts'
import type { Target } from '../tokens/app-only-claims.ts'
import { delegatedClaims } from '../tokens/delegated-claims.ts'
import { delegatedLifetimeSeconds } from '../tokens/delegated-lifetime.ts'
import { idTokenClaims, idTokenForm } from '../tokens/id-token.ts'
import type { Claims, Minting } from '../tokens/minting.ts'
import { resourceTokenClaims } from '../tokens/resource-token.ts'
import { forgeToken, replaced, type Signer } from '../tokens/sign-token.ts'
import { mintingAt, type World } from '../world.ts'

/** A token as a test wants it, without the requests by which a client would obtain it. */
export type TokenOrder = {
  readonly tenantId: string
  /** Where the token says it was issued. */
  readonly origin: string
  /** `user`: an access token about a user, such as Tc. `app`: one without a user. `idToken`: who the user is. */
  readonly kind: 'user' | 'app' | 'idToken'
  /** User principal name or object id. Needed unless `kind` is `app`. */
  readonly user?: string | undefined
  /** Client id of the application that the token is issued to. */
  readonly client: string
  /** Application id or URI of the resource. An id_token is for its client. */
  readonly audience?: string | undefined
  /** What `scp` names. Default: every scope that the resource publishes. */
  readonly scopes?: readonly string[] | undefined
  /** How the user signed in, as `amr` has it. Default: `pwd` and `mfa`. */
  readonly methods?: readonly string[] | undefined
  /** What the sign-in satisfied besides, as `acrs` has it, such as `c1`. Default: nothing. */
  readonly authenticationContexts?: readonly string[] | undefined
  /** Seconds from now; negative: expired already. Default: as usual. */
  readonly lifetimeSeconds?: number | undefined
  /** Claims that replace those of the token; `null` removes one. */
  readonly claims?: Claims | undefined
  /** Members that replace those of the header; `null` removes one. */
  readonly header?: Claims | undefined
  /** Whose key signs it: the tenant's, one that nobody publishes, or none. Default: the tenant's. */
  readonly signWith?: Signer | undefined
}

/** A token that was made, what it says, and whether it is one that no tenant makes. */
export type OrderedToken = {
  readonly token: string
  readonly claims: Claims
  readonly isForgery: boolean
}

/** Why no token can be made, in words. */
export type OrderMistake = { readonly mistake: string }

/** Makes the token, or says what the tenant does not have. */
export async function orderToken(
  order: TokenOrder,
  world: World,
): Promise<OrderedToken | OrderMistake> {
  const tenant = world.directory.findTenant(order.tenantId)
  if (!tenant) return { mistake: `unknown tenant '${order.tenantId}'` }
  const { clock } = world.facilitiesOf(tenant.id)
  const occasion = { tenant, origin: order.origin, nowMs: clock.nowMs() }
  const minting = mintingAt({ ...occasion, traceId: world.random.guid() }, world)
  const made = await claimsFor(order, tenant, minting, world)
  if ('mistake' in made) return made
  const { header = {}, signWith = 'tenant' } = order
  const claims = replaced(made.claims, order.claims ?? {})
  const token = await forgeToken(minting, made.form, claims, { header, signWith })
  const changes = { ...order.claims, ...header }
  const isForgery = signWith !== 'tenant' || Object.keys(changes).length > 0
  if (isForgery) world.forgeries.add(token)
  return { token, claims, isForgery }
}

type Made = {
  readonly claims: Claims
  readonly form: Pick<Resource, 'accessTokenVersion' | 'hashedNonce'>
}

type Making = {
  readonly order: TokenOrder
  readonly tenant: Tenant
  readonly minting: Minting
  readonly client: Principal
  readonly lifetimeSeconds: number
}

async function claimsFor(
  order: TokenOrder,
  tenant: Tenant,
  minting: Minting,
  world: World,
): Promise<Made | OrderMistake> {
  const client = tenant.principals.get(order.client.toLowerCase())
  if (!client) return { mistake: `unknown client '${order.client}'` }
  const { lifetimeSeconds = delegatedLifetimeSeconds(minting) } = order
  const making = { order, tenant, minting, client, lifetimeSeconds }
  if (order.kind === 'app') return appClaims(making)
  const user = userCalled(order.user ?? '', tenant)
  if (!user) return { mistake: `unknown user '${order.user ?? ''}'` }
  return userClaims(making, user, world)
}

function targetOf({ order: { audience = '' }, tenant }: Making): Target | OrderMistake {
  const resource = findResource(tenant, audience)
  if (!resource) return { mistake: `unknown audience '${audience}'` }
  return { resource, requestedAs: resource.identifierUris[0] ?? resource.appId }
}

function appClaims(making: Making): Made | OrderMistake {
  const target = targetOf(making)
  if ('mistake' in target) return target
  const { client, minting, lifetimeSeconds } = making
  const { appId, id, displayName } = client
  const roles = rolesFor(client, target.resource.appId)
  const party = { appId, oid: id, sub: id, displayName, credential: '1', roles } as const
  const lifetimes = { ...minting.lifetimes, agentTokenSeconds: lifetimeSeconds }
  const blueprintAppId = client.kind === 'agentIdentity' ? client.blueprintAppId : undefined
  const actor =
    blueprintAppId === undefined ? { isAgent: false } : { isAgent: true, blueprintAppId }
  const claims = resourceTokenClaims({ ...minting, lifetimes }, target, party, actor)
  return { form: target.resource, claims }
}

async function userClaims(making: Making, user: User, world: World): Promise<Made | OrderMistake> {
  const { order, tenant, minting, client, lifetimeSeconds } = making
  const { methods = ['pwd', 'mfa'], authenticationContexts } = order
  const sessionId = world.random.guid()
  const signIn = { sessionId, methods, ipAddress: '127.0.0.1', authenticationContexts }
  const parties = {
    client: {
      appId: client.appId,
      displayName: client.displayName,
      credential: '1',
      blueprintAppId: client.kind === 'agentIdentity' ? client.blueprintAppId : undefined,
    },
    user,
    signIn,
  } as const
  if (order.kind === 'idToken') {
    const claims = await idTokenClaims(minting, { ...parties, scopes: [] }, lifetimeSeconds)
    return { form: idTokenForm, claims }
  }
  const target = targetOf(making)
  if ('mistake' in target) return target
  world.facilitiesOf(tenant.id).signIns.keep(signIn)
  const scopes = order.scopes ?? scopesOf(target.resource.appId, tenant)
  const claims = await delegatedClaims(minting, target, { ...parties, scopes }, lifetimeSeconds)
  return { form: target.resource, claims }
}

/** All that the resource publishes, or what a person reads of itself. */
function scopesOf(resourceAppId: string, { applications }: Tenant): readonly string[] {
  const application = applications.get(resourceAppId)
  const published = application ? publishedScopes(application).map(({ value }) => value) : []
  return published.length > 0 ? published : ['User.Read']
}
