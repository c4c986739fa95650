import type { Resource } from '../directory/resource.ts'
import { delegatedLifetimeSeconds } from '../tokens/delegated-lifetime.ts'
import type { Claims, Minting } from '../tokens/minting.ts'
import { signToken, tokenHeader } from '../tokens/sign-token.ts'
import { mintingAt, type World } from '../world.ts'
import { claimsOfKind } from './claims-of-kind.ts'
import { editToken } from './edit-segments.ts'
import { signingBy } from './signers.ts'
import type { OrderedToken, OrderMistake, TokenOrder } from './token-order.ts'
import { Unmakeable } from './unmakeable.ts'

/** Makes the token, or says what the tenant does not have. */
export async function orderToken(
  order: TokenOrder,
  world: World,
): Promise<OrderedToken | OrderMistake> {
  try {
    return await make(order, world)
  } catch (error) {
    if (!(error instanceof Unmakeable)) throw error
    return { mistake: error.message }
  }
}

async function make(order: TokenOrder, world: World): Promise<OrderedToken> {
  const tenant = world.directory.findTenant(order.tenantId)
  if (!tenant) throw new Unmakeable(`unknown tenant '${order.tenantId}'`)
  const client = tenant.principals.get(order.client.toLowerCase())
  if (!client) throw new Unmakeable(`unknown client '${order.client}'`)
  const { clock } = world.facilitiesOf(tenant.id)
  const occasion = { tenant, origin: order.origin, nowMs: clock.nowMs() }
  const minting = mintingAt({ ...occasion, traceId: world.random.guid() }, world)
  const { lifetimeSeconds = usualLifetime(order, minting) } = order
  const made = await claimsOfKind[order.kind]({
    order,
    tenant,
    minting,
    client,
    lifetimeSeconds,
    world,
  })
  const claims = replaced(made.claims, order.claims ?? {})
  const { tamper: _, ...untampered } = minting
  if (!departs(order)) {
    const { token } = await signToken(untampered, made.form, claims)
    return { token, claims, isForgery: false }
  }
  const token = await forge(order, made.form, claims, minting)
  world.forgeries.add(token)
  return { token, claims, isForgery: true }
}

function usualLifetime({ kind }: TokenOrder, minting: Minting): number {
  if (kind === 't1') return minting.lifetimes.t1Seconds
  if (kind === 't2' || kind === 'agent') return minting.lifetimes.agentTokenSeconds
  return delegatedLifetimeSeconds(minting)
}

/** A lifetime, scopes, methods and the version are for a tenant to choose. */
function departs({ claims, header, signWith = 'tenant', edits = [] }: TokenOrder): boolean {
  const changes = { ...claims, ...header }
  return signWith !== 'tenant' || Object.keys(changes).length > 0 || edits.length > 0
}

async function forge(
  { header: change = {}, signWith = 'tenant', edits = [] }: TokenOrder,
  form: Pick<Resource, 'accessTokenVersion' | 'hashedNonce'>,
  claims: Claims,
  minting: Minting,
): Promise<string> {
  const { encodeText } = minting.platform
  const { kid, algorithm, sign } = await signingBy(signWith, minting)
  const usual = { ...tokenHeader(minting.keys.current(), form), alg: algorithm, kid }
  const header = replaced(usual, change)
  const text = `${encodeText(JSON.stringify(header))}.${encodeText(JSON.stringify(claims))}`
  const signature = await sign(text, String(header.alg ?? algorithm))
  return editToken(`${text}.${signature}`, edits)
}

/** Members replaced by others; `null` removes one. */
function replaced(members: Claims, change: Claims): Claims {
  return Object.fromEntries(
    Object.entries({ ...members, ...change }).filter(([, value]) => value !== null),
  )
}
