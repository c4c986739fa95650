import type { ClientFetch } from '../../../client/index.ts'
import type {
  Acquisition,
  ClientError,
  ClientSetup,
  Outcome,
} from '../../../engine/clients/client-under-test.ts'
import { claimsIn } from '../on-the-wire.ts'
import { type Body, parsed, type Reply } from '../unseen-client-parts.ts'
import { failed } from '../unseen-failure.ts'

export type Leg = 't1' | 't2' | 'obo' | 'agentUser' | 'refresh'

/** One call about a person, as the client understood it. */
export type Call = {
  readonly flow: 'obo' | 'agentUser'
  readonly agent: string
  readonly tenantId: string
  readonly scope: string
  readonly isForced: boolean
  /** Flow `obo`: Tc. */
  readonly assertion: string
  /** Flow `agentUser`. */
  readonly user: { readonly oid: string } | { readonly upn: string } | undefined
  readonly claims: string | undefined
  readonly setup: ClientSetup
}

/** What a client keeps of an answer. */
export type Held = {
  readonly token: string
  readonly endsMs: number
  readonly refreshToken: string | undefined
}

/** What goes out. Form, URL and headers are there to be changed. */
export type Letter = {
  readonly leg: Leg
  readonly call: Call
  readonly form: URLSearchParams
  readonly url: URL
  readonly headers: Record<string, string>
  readonly t1: string | undefined
  readonly t2: string | undefined
}

/** The decisions of a client for people that somebody wrote by hand. */
export type Parts = {
  readonly hear: (wanted: Acquisition, setup: ClientSetup) => Call
  /** Under which name a token is kept. Undefined: it is not. */
  readonly nameOfToken: (call: Call) => string | undefined
  readonly nameOfT1: (call: Call) => string
  readonly nameOfT2: (call: Call) => string
  readonly nameOfRefreshToken: (call: Call) => string
  readonly nameOfFlight: (call: Call) => string
  readonly nameOfPause: (call: Call, leg: Leg) => string
  readonly isFresh: (held: Held, nowMs: number, leg: Leg | 'token') => boolean
  /** Whether it renews by refresh token. */
  readonly refreshes: (call: Call) => boolean
  /** Whether it starts anew after this refusal of a refresh token. */
  readonly startsAnew: (error: ClientError) => boolean
  readonly letter: (letter: Letter) => void
  readonly attemptsAfter: (reply: Reply | undefined, letter: Letter) => number
  readonly read: (reply: Reply, nowMs: number, letter: Letter) => Held
  readonly refusal: (reply: Reply) => ClientError
  /** What the caller is told of a failure; a token, where the client thinks that it helps. */
  readonly tell: (error: ClientError, call: Call, kept: ReadonlyMap<string, Held>) => Outcome
  /** Whether a new token is what the call is about. Tokens that it cannot read pass. */
  readonly checks: (token: string, call: Call) => boolean
  readonly result: (held: Held, t2: string | undefined, call: Call) => Outcome
  readonly watch: (letter: Letter, reply: Reply, say: (text: string) => void) => void
  readonly follow: (answer: Response, letter: Letter, send: ClientFetch) => Promise<Response>
  /** Called before the first request of a call, with a way to send more. */
  readonly before: (call: Call, send: ClientFetch) => Promise<void>
}

/** The person of a call, in whatever way the caller names one. */
export function personOf({ flow, assertion, user }: Call): string {
  if (flow === 'obo') return assertion
  if (user === undefined) return ''
  return 'oid' in user ? `oid ${user.oid}` : `upn ${user.upn}`
}

function hear(wanted: Acquisition, setup: ClientSetup): Call {
  const { flow, agentIdentity, scope, tenantId = setup.tenantId, forceRefresh } = wanted
  const { userAssertion = '', user, claims } = wanted
  const agent = agentIdentity?.trim().toLowerCase()
  if (!agent) throw failed({ kind: 'client', message: 'no agent identity' })
  const isForced = forceRefresh === true || claims !== undefined
  const call = { agent, tenantId, scope, isForced, assertion: userAssertion, user, claims, setup }
  if (flow === 'obo') {
    if (userAssertion.trim() === '') throw failed({ kind: 'client', message: 'no person' })
    return { ...call, flow }
  }
  const name = user && ('oid' in user ? user.oid : user.upn)
  if (!name?.trim()) throw failed({ kind: 'client', message: 'no agent user' })
  return { ...call, flow: 'agentUser' }
}

export function refusal({ status, text }: Reply): ClientError {
  const body = parsed(text)
  const { error_codes: codes } = body
  const textOf = (name: string) => {
    const value = body[name]
    return typeof value === 'string' ? value : undefined
  }
  return {
    kind: 'server',
    message: `no token (status ${status})`,
    status,
    code: textOf('error'),
    aadsts: Array.isArray(codes) ? codes.map(Number) : [],
    correlationId: textOf('correlation_id'),
    suberror: textOf('suberror'),
    claims: textOf('claims'),
  }
}

function read(reply: Reply, nowMs: number): Held {
  const body: Body = parsed(reply.text)
  const { access_token: token, token_type: type, expires_in: lasts } = body
  const { refresh_token: refreshToken } = body
  const isBearer = String(type).toLowerCase() === 'bearer'
  if (reply.status !== 200 || !isBearer || typeof token !== 'string' || token === '') {
    throw failed(refusal(reply))
  }
  return {
    token,
    endsMs: nowMs + (Number(lasts) || 0) * 1000,
    refreshToken: typeof refreshToken === 'string' ? refreshToken : undefined,
  }
}

function isAbout(token: string, { flow, agent, assertion, user }: Call): boolean {
  const { appid, azp = appid, oid, idtyp, upn, preferred_username: name = upn } = claimsIn(token)
  if (azp !== undefined && azp !== agent) return false
  if (oid === undefined) return true
  if (idtyp === 'app') return false
  if (flow === 'obo') return oid === claimsIn(assertion).oid
  if (user === undefined || 'oid' in user) return oid === user?.oid
  return name === undefined || String(name).toLowerCase() === user.upn.toLowerCase()
}

const tokenName = (call: Call) =>
  JSON.stringify([call.flow, call.tenantId, call.agent, call.scope, personOf(call)])

export const right: Parts = {
  hear,
  nameOfToken: tokenName,
  nameOfT1: ({ tenantId, agent }) => JSON.stringify(['t1', tenantId, agent]),
  nameOfT2: ({ tenantId, agent }) => JSON.stringify(['t2', tenantId, agent]),
  nameOfRefreshToken: tokenName,
  nameOfFlight: (call) => `${tokenName(call)} ${call.isForced} ${call.claims}`,
  nameOfPause: (call, leg) => `${leg} ${tokenName(call)}`,
  isFresh: ({ endsMs }, nowMs) => endsMs - 300_000 > nowMs,
  refreshes: () => true,
  startsAnew: ({ status = 0 }) => status === 400,
  letter: () => {},
  attemptsAfter: (reply) =>
    reply === undefined || reply.status === 429 || reply.status >= 500 ? 3 : 1,
  read,
  refusal,
  tell: (error) => ({ error }),
  result: ({ token, endsMs }) => ({ token, expiresOn: Math.floor(endsMs / 1000) }),
  checks: isAbout,
  watch: () => {},
  follow: async (answer) => answer,
  before: async () => {},
}

/** The parameters of each step besides scope, client and proof. */
export function stepForm(
  { leg, call, t2 }: Pick<Letter, 'leg' | 'call' | 't2'>,
  refreshToken = '',
) {
  if (leg === 't1') return { grant_type: 'client_credentials', fmi_path: call.agent }
  if (leg === 't2') return { grant_type: 'client_credentials' }
  if (leg === 'refresh') return { grant_type: 'refresh_token', refresh_token: refreshToken }
  if (leg === 'obo') {
    return {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      assertion: call.assertion,
    }
  }
  const { user } = call
  return {
    grant_type: 'user_fic',
    user_federated_identity_credential: t2 ?? '',
    ...(user && ('oid' in user ? { user_id: user.oid } : { username: user.upn })),
  }
}

export { claimsIn }
