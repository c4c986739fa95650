import type { User } from '../directory/person.ts'
import type { Answer } from '../exchange/endpoint.ts'
import type { TenantExchange } from '../sign-in/browser.ts'
import type { Client } from '../token-endpoint/find-client.ts'
import { newAuthorizationCode } from '../tokens/authorization-codes.ts'
import type { SignedIn } from '../tokens/browser-sessions.ts'
import { idToken } from '../tokens/id-token.ts'
import { mintingAt, type World } from '../world.ts'
import type { AskedResponse } from './check-request.ts'
import { answerAtClient, type ReturnAddress } from './return-address.ts'

/** What was decided about an authorize request. */
export type Authorized = {
  readonly client: Client
  readonly asked: AskedResponse
  readonly user: User
  readonly signedIn: SignedIn
  readonly withClientInfo: boolean
}

/** The answer at the client: a code, an id_token beside it, or nothing but the state (`response_type=none`). */
export async function answerAuthorized(
  authorized: Authorized,
  returning: ReturnAddress,
  exchange: TenantExchange,
  world: World,
): Promise<Answer> {
  const { asked, signedIn, user, withClientInfo } = authorized
  if (!asked.withCode) return answerAtClient(returning, {}, world)
  const code = newAuthorizationCode(exchange.tenant.id, world)
  keepCode(code, authorized, returning, exchange, world)
  const utid = exchange.tenant.id
  const clientInfo = world.platform.encodeText(JSON.stringify({ uid: user.id, utid }))
  return answerAtClient(
    returning,
    {
      code,
      ...(asked.withIdToken && { id_token: await idTokenWith(code, authorized, exchange, world) }),
      ...(withClientInfo && { client_info: clientInfo }),
      session_state: signedIn.signIn.sessionId,
    },
    world,
  )
}

function keepCode(
  code: string,
  { client, asked, user, signedIn }: Authorized,
  { uri, clientType }: ReturnAddress,
  { tenant, nowMs }: TenantExchange,
  world: World,
): void {
  const { scope, nonce, challenge } = asked
  world.facilitiesOf(tenant.id).authorizationCodes.keep(code, {
    clientAppId: client.principal.appId,
    redirectUri: uri,
    clientType,
    userId: user.id,
    scope,
    nonce,
    challenge,
    signIn: signedIn.signIn,
    issuedMs: nowMs,
  })
}

/** `c_hash` ties it to the code: the left half of the hash (OpenID Connect Core 1.0 section 3.3.2.11). */
async function idTokenWith(
  code: string,
  { client, asked, user, signedIn }: Authorized,
  exchange: TenantExchange,
  world: World,
): Promise<string> {
  const { appId, displayName } = client.principal
  const delegation = {
    client: { appId, displayName, credential: '0' },
    user,
    scopes: [],
    signIn: signedIn.signIn,
  } as const
  const codeHash = await leftHalf(code, world)
  const more = { c_hash: codeHash, ...(asked.nonce !== undefined && { nonce: asked.nonce }) }
  return idToken(mintingAt(exchange, world), delegation, more)
}

/** 16 of the 32 bytes of SHA-256: in base64url, 21 letters and the first four bits of the next. */
async function leftHalf(text: string, { platform }: Pick<World, 'platform'>): Promise<string> {
  const hash = (await platform.sha256(text)).replaceAll('-', '+').replaceAll('_', '/')
  const bytes = Uint8Array.from(atob(hash), (letter) => letter.charCodeAt(0))
  return platform.encodeBytes(bytes.slice(0, 16))
}
