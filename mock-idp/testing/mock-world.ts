import { type Jwt, readJwt } from '../../wire/jwt.ts'
import { createMockIdp, type MockIdpOptions } from '../create-mock-idp.ts'
import { buildTenant } from '../directory/build-tenant.ts'
import { complete } from '../directory/complete.ts'
import type { TenantDescription } from '../directory/description.ts'
import { graphAppId, type Resource } from '../directory/resource.ts'
import { contoso } from '../directory/seed.ts'
import { seedIds, seedSecrets } from '../directory/seed-ids.ts'
import { createKeyRing } from '../keys/key-ring.ts'
import { makeSigningKey } from '../keys/make-signing-key.ts'
import { nodePlatform } from '../keys/node-platform.ts'
import type { SigningKey } from '../keys/signing-key.ts'
import type { Random } from '../ports/random.ts'
import { usualLifetimes } from '../tokens/lifetimes.ts'
import type { Minting } from '../tokens/minting.ts'

export const nowMs = Date.UTC(2026, 10, 23, 12, 0, 0)
export const traceId = '01234567-89ab-4cde-8f01-23456789ab00'
export const origin = 'https://localhost'
export const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
export const exchangeScope = 'api://AzureADTokenExchange/.default'
export const graphScope = 'https://graph.microsoft.com/.default'

/** Randomness that repeats itself: bytes count up from 0, GUIDs from 1, and `below` always answers 0. */
export function countingRandom(): Random {
  let guids = 0
  return {
    bytes: (length) => Uint8Array.from({ length }, (_, at) => at),
    below: () => 0,
    guid: () => {
      guids += 1
      return `00000000-0000-4000-8000-${String(guids).padStart(12, '0')}`
    },
  }
}

/** Randomness of a seed, for tests that need many different draws. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) % limit
  }
  const bytes = (length: number) => Uint8Array.from({ length }, () => below(256))
  const hex = (length: number) => Buffer.from(bytes(length)).toString('hex')
  const guid = () => `${hex(4)}-${hex(2)}-4${hex(2).slice(1)}-8${hex(2).slice(1)}-${hex(6)}`
  return { below, bytes, guid }
}

let making: ReturnType<typeof makeSigningKey> | undefined
/**
 * The signing key of this process: made once, when first asked for. A promise of its own for everybody who asks: Node's
 * runner takes the tests that a file registers after an await for subtests of whoever created what it waited for.
 */
export async function storedSigningKey() {
  making ??= makeSigningKey({ now: new Date(nowMs) })
  return await making
}

/** A key that signs nothing. */
export const unusableKey: SigningKey = {
  kid: 'kid-of-no-key',
  modulus: 'modulus',
  exponent: 'AQAB',
  certificate: 'certificate',
  sign: (text) => Buffer.from(`signed ${text.length}`).toString('base64url'),
  verify: () => false,
}

/** What a token of Contoso is made from: fixed time, counted bytes, Entra's own issuers. */
export async function mintingFor(change: Partial<Minting> = {}): Promise<Minting> {
  const described = { ...contoso(seedIds), createdDateTime: '2021-05-04T03:02:01Z' }
  return {
    tenant: await buildTenant(complete(described), nodePlatform.readCertificate),
    keys: createKeyRing([unusableKey]),
    platform: nodePlatform,
    random: countingRandom(),
    nowMs,
    lifetimes: usualLifetimes,
    traceId,
    issuer: {
      v1: `https://sts.windows.net/${seedIds.contoso}/`,
      v2: `https://login.microsoftonline.com/${seedIds.contoso}/v2.0`,
    },
    ...change,
  }
}

/** A resource of the tenant, asked for by its first name. */
export function targetOf(
  { tenant }: Minting,
  appId: string = graphAppId,
  change: Partial<Resource> = {},
) {
  const found = tenant.resources.get(appId)
  if (!found) throw new TypeError(`no resource ${appId}`)
  return { resource: { ...found, ...change }, requestedAs: found.identifierUris[0] ?? appId }
}

/** A mock with the seeded directory, the key of this file and a clock that stands still. */
export async function openMock(options: MockIdpOptions = {}) {
  const signingKeys = [await storedSigningKey()]
  return createMockIdp({
    signingKeys,
    platform: nodePlatform,
    now: () => nowMs,
    random: seededRandom(1),
    ...options,
  })
}

export type Mock = Awaited<ReturnType<typeof openMock>>

/** A mock with Contoso, changed, as its only tenant. */
export function mockOfContoso(
  change: (tenant: TenantDescription) => TenantDescription,
  options: MockIdpOptions = {},
): Promise<Mock> {
  return openMock({ directory: { tenants: [change(contoso(seedIds))] }, ...options })
}

export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly rule: string | null
  readonly body: Readonly<Record<string, unknown>>
}

export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  const { status, headers } = response
  const body = text.startsWith('{') ? JSON.parse(text) : { text }
  return { status, headers, rule: headers.get('x-mock-rule'), body }
}

export type Parameters = Readonly<Record<string, string | undefined>>

/** A form without the parameters that are undefined. */
export function formOf(parameters: Parameters): URLSearchParams {
  const entries = Object.entries(parameters)
  return new URLSearchParams(
    entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** Asks the token endpoint of a tenant, Contoso unless another is named. */
export async function askToken(
  idp: Mock,
  parameters: Parameters,
  { tenant = seedIds.contoso as string, headers = {} as Record<string, string>, at = origin } = {},
): Promise<Answer> {
  const body = formOf(parameters)
  const url = `${at}/${tenant}/oauth2/v2.0/token`
  return answerOf(await idp.fetch(new Request(url, { method: 'POST', headers, body })))
}

/** What Concierge sends to obtain T1 for Booking. */
export const t1Request: Parameters = {
  client_id: seedIds.concierge,
  client_secret: seedSecrets.concierge,
  scope: exchangeScope,
  grant_type: 'client_credentials',
  fmi_path: seedIds.booking,
}

/** What an agent identity, Booking, sends to redeem T1. */
export function redemption(t1: string, change: Parameters = {}): Parameters {
  return {
    client_id: seedIds.booking,
    client_assertion_type: jwtBearer,
    client_assertion: t1,
    scope: graphScope,
    grant_type: 'client_credentials',
    ...change,
  }
}

/** The token of an answer, which must be one. */
export function tokenOf({ status, body }: Answer): string {
  if (status !== 200) throw new TypeError(`no token: ${JSON.stringify(body)}`)
  return String(body.access_token)
}

function jwtOf(token: string): Jwt {
  const jwt = readJwt(token)
  if (jwt) return jwt
  throw new TypeError(`no JWT: ${token}`)
}

export const headerOf = (token: string) => jwtOf(token).header
export const claimsOf = (token: string) => jwtOf(token).claims

/** Calls the control API. */
export async function control(
  idp: Mock,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const content = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
  const headers = { 'content-type': 'application/json' }
  const init = { method, ...(content !== undefined && { headers, body: content }) }
  return answerOf(await idp.fetch(new Request(`${origin}/_mock${path}`, init)))
}

/** What Booking sends to obtain a token for its agent user: T1 proves it, T2 stands for the user. */
export async function userFicRequest(idp: Mock, change: Parameters = {}): Promise<Parameters> {
  const t1 = tokenOf(await askToken(idp, t1Request))
  const t2 = tokenOf(await askToken(idp, redemption(t1, { scope: exchangeScope })))
  return redemption(t1, {
    grant_type: 'user_fic',
    user_federated_identity_credential: t2,
    user_id: seedIds.bookingUser,
    ...change,
  })
}
