import { readJwt } from '../../../wire/jwt.ts'
import { type Examination, enforce } from '../../answers/enforce.ts'
import { clouds } from '../../directory/clouds.ts'
import { graphAppId } from '../../directory/resource.ts'
import type { Tenant } from '../../directory/tenant.ts'
import type { CryptoPlatform } from '../../keys/crypto-platform.ts'
import type { KeyRing } from '../../keys/key-ring.ts'
import { graphCallerIsKnown, graphTokenRules } from '../../rules/graph/callers.ts'
import type { World } from '../../world.ts'
import { findPrincipalById } from '../call/find-objects.ts'
import type { Caller, GraphHttpRequest } from '../call/graph-call.ts'

type Sender = Pick<GraphHttpRequest, 'header'>
type Claims = Readonly<Record<string, unknown>>
type Token = { readonly claims: Claims; readonly header: Claims; readonly text: string }

/** The tenant whose token a call carries; undefined where it carries none, or one of no tenant here. */
export function tenantOfCall(http: Sender, { directory }: World): Tenant | undefined {
  return directory.findTenant(claimOf(readToken(http)?.claims, 'tid'))
}

type Authenticated = { readonly caller: Caller; readonly tenant: Tenant }

/**
 * Who calls, and the tenant whose token proves it.
 * @throws {Refusal} under a GRAPH-TOKEN rule or GRAPH-CALLER
 */
export async function authenticateCaller(
  http: GraphHttpRequest,
  tenant: Tenant | undefined,
  world: World,
  examination: Examination,
): Promise<Authenticated> {
  const token = readToken(http)
  enforce(
    graphTokenRules,
    { hasToken: bearer(http) !== undefined, ...(await tokenFacts(token, tenant, http, world)) },
    examination,
  )
  if (!token || !tenant) throw new TypeError('no token of a tenant')
  return { tenant, caller: callerOf(token.claims, tenant, examination) }
}

async function tokenFacts(
  token: Token | undefined,
  tenant: Tenant | undefined,
  { url }: GraphHttpRequest,
  world: World,
) {
  if (!token || !tenant) {
    return { isGenuine: false, issuerIsTenant: false, audienceIsGraph: false, isInTime: false }
  }
  const { clock, keys } = world.facilitiesOf(tenant.id)
  const { claims } = token
  const nowSeconds = Math.floor(clock.nowMs() / 1000)
  const issuer = claimOf(claims, 'iss')
  return {
    isGenuine: await isSignedBy(keys, token, world.platform),
    issuerIsTenant: issuer.includes(`/${tenant.id}/`) || issuer.endsWith(`/${tenant.id}`),
    audienceIsGraph: audiencesOfGraph(tenant, url).has(claimOf(claims, 'aud').replace(/\/$/, '')),
    isInTime: timeIn(claims, 'nbf') <= nowSeconds && nowSeconds < timeIn(claims, 'exp'),
  }
}

/** Graph goes by its application id, its own address, and on the mock by the origin that was asked. */
function audiencesOfGraph({ cloud }: Tenant, url: URL): ReadonlySet<string> {
  return new Set([graphAppId, `https://${clouds[cloud].graphHost}`, url.origin])
}

function callerOf(claims: Claims, tenant: Tenant, examination: Examination): Caller {
  const appId = claimOf(claims, 'appid') || claimOf(claims, 'azp')
  const isUser = typeof claims.scp === 'string'
  const user = isUser ? tenant.users.get(claimOf(claims, 'oid')) : undefined
  const principal = isUser
    ? tenant.principals.get(appId)
    : findPrincipalById(tenant, claimOf(claims, 'oid'))
  enforce(
    [graphCallerIsKnown],
    { callerFound: (isUser ? user : principal) !== undefined },
    examination,
  )
  const granted = isUser ? claimOf(claims, 'scp').split(' ') : listOf(claims.roles)
  return { appId, principal, user, permissions: new Set(granted) }
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function claimOf(claims: Claims | undefined, name: string): string {
  const value = claims?.[name]
  return typeof value === 'string' ? value : ''
}

function timeIn(claims: Claims, name: 'nbf' | 'exp'): number {
  const value = claims[name]
  return typeof value === 'number' ? value : 0
}

function bearer({ header }: Sender): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(header('authorization') ?? '')?.[1]
}

function readToken(http: Sender): Token | undefined {
  const text = bearer(http)
  const jwt = text === undefined ? undefined : readJwt(text)
  return text !== undefined && jwt ? { text, claims: jwt.claims, header: jwt.header } : undefined
}

/** Whether a published key signed a token. Where its header shows a nonce, the SHA-256 of it was signed. */
async function isSignedBy(
  keys: KeyRing,
  { text, header }: Token,
  platform: CryptoPlatform,
): Promise<boolean> {
  const key = typeof header.kid === 'string' ? keys.find(header.kid) : undefined
  const [shown = '', payload = '', signature = ''] = text.split('.')
  if (key === undefined || header.alg !== 'RS256') return false
  const { nonce } = header
  if (typeof nonce !== 'string') return key.verify(`${shown}.${payload}`, signature)
  const signed = JSON.stringify({ ...header, nonce: await platform.sha256(nonce) })
  return key.verify(`${platform.encodeText(signed)}.${payload}`, signature)
}
