import type { ClientFetch } from '../../client/index.ts'
import type {
  Acquisition,
  ClientError,
  ClientSetup,
  Outcome,
} from '../../engine/clients/client-under-test.ts'
import { claimsIn } from './on-the-wire.ts'
import { type ProofParts, rightProof } from './unseen-client-proof.ts'
import { failed } from './unseen-failure.ts'

export type Leg = 't1' | 'redemption'

/** One call, as the client understood it. */
export type Asked = {
  readonly agent: string
  readonly tenantId: string
  readonly scope: string
  readonly isForced: boolean
  readonly setup: ClientSetup
}

export type Kept = { readonly token: string; readonly endsMs: number; readonly gotMs: number }
export type Reply = { readonly status: number; readonly text: string; readonly headers: Headers }
export type Body = Readonly<Record<string, unknown>>

/** What goes out. Form, URL and headers are there to be changed. */
export type Letter = {
  readonly leg: Leg
  readonly asked: Asked
  readonly form: URLSearchParams
  readonly url: URL
  readonly headers: Record<string, string>
  /** T1, in the second step. */
  readonly t1?: string | undefined
}

/** The decisions of a client that somebody wrote by hand, without a library. */
export type Parts = ProofParts & {
  readonly hear: (wanted: Acquisition, setup: ClientSetup) => Asked
  readonly nameOfT1: (asked: Asked) => string | undefined
  readonly nameOfToken: (asked: Asked) => string | undefined
  readonly isFresh: (kept: Kept, nowMs: number, leg: Leg) => boolean
  /** Epoch milliseconds. */
  readonly endOf: (body: Body, nowMs: number) => number
  readonly letter: (letter: Letter) => void
  readonly body: (form: URLSearchParams, letter: Letter) => string
  readonly attemptsAfter: (status: number | undefined) => number
  readonly waitSeconds: (reply: Reply | undefined, attempt: number, nowMs: number) => number
  readonly nameOfPause: (asked: Asked, leg: Leg) => string
  readonly read: (reply: Reply, nowMs: number, endOf: Parts['endOf'], leg: Leg) => Kept
  readonly tell: (failure: ClientError, asked: Asked | undefined, letter?: Letter) => ClientError
  readonly result: (token: Kept, t1: Kept | undefined, asked: Asked) => Outcome
  readonly flightOf: (name: string) => string
  readonly keep: (memory: Map<string, Kept>, name: string, kept: Kept) => void
  readonly wasRefused: (memory: Map<string, Kept>, name: string) => void
  readonly memoryFor: (setup: ClientSetup) => Map<string, Kept>
  /** Called with each reply, and a way to send more. */
  readonly watch: (letter: Letter, reply: Reply, say: (text: string) => void) => void
  readonly follow: (answer: Response, letter: Letter, send: ClientFetch) => Promise<Response>
  readonly checks: (token: string, asked: Asked) => boolean
}

export const audiences = {
  public: 'api://AzureADTokenExchange',
  usGovernment: 'api://AzureADTokenExchangeUSGov',
  china: 'api://AzureADTokenExchangeChina',
} as const

export function parsed(text: string): Body {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Body)
      : {}
  } catch {
    return {}
  }
}

export function refusalOf({ status, text }: Reply): ClientError {
  const { error, error_codes: codes, correlation_id: id } = parsed(text)
  return {
    kind: 'server',
    message: `no token (status ${status})`,
    status,
    code: typeof error === 'string' ? error : undefined,
    aadsts: Array.isArray(codes) ? codes.map(Number) : [],
    correlationId: typeof id === 'string' ? id : undefined,
  }
}

export const right: Parts = {
  ...rightProof,
  hear: ({ agentIdentity, tenantId, scope, forceRefresh }, setup) => {
    const agent = agentIdentity?.trim().toLowerCase()
    if (!agent) throw failed({ kind: 'client', message: 'no agent identity' })
    return {
      agent,
      tenantId: tenantId ?? setup.tenantId,
      scope,
      isForced: forceRefresh === true,
      setup,
    }
  },
  nameOfT1: ({ agent, tenantId }) => JSON.stringify(['t1', tenantId, agent]),
  nameOfToken: ({ agent, tenantId, scope }) => JSON.stringify(['token', tenantId, agent, scope]),
  isFresh: ({ endsMs }, nowMs) => endsMs - 300_000 > nowMs,
  endOf: ({ expires_in: lasts }, nowMs) => nowMs + (Number(lasts ?? 0) || 0) * 1000,
  letter: () => {},
  body: (form) => form.toString(),
  attemptsAfter: (status) => (status === undefined || status === 429 || status >= 500 ? 3 : 1),
  waitSeconds: (reply, attempt, nowMs) => {
    const value = reply?.headers.get('retry-after') ?? undefined
    if (value === undefined) return 2 ** (attempt - 1)
    if (/^\d+$/.test(value)) return Number(value)
    return Math.max(0, Math.ceil((Date.parse(value) - nowMs) / 1000))
  },
  nameOfPause: ({ agent, tenantId }, leg) => JSON.stringify([leg, tenantId, agent]),
  read: (reply, nowMs, endOf) => {
    const body = parsed(reply.text)
    const { access_token: token, token_type: type } = body
    const isToken = typeof token === 'string' && token.trim() !== '' && body.error === undefined
    const isBearer = String(type).toLowerCase() === 'bearer'
    if (reply.status !== 200 || !isToken || !isBearer) throw failed(refusalOf(reply))
    return { token, endsMs: endOf(body, nowMs), gotMs: nowMs }
  },
  tell: (failure) => failure,
  result: ({ token, endsMs }) => ({ token, expiresOn: Math.floor(endsMs / 1000) }),
  flightOf: (name) => name,
  keep: (memory, name, kept) => void memory.set(name, kept),
  wasRefused: (memory, name) => void memory.delete(name),
  memoryFor: () => new Map(),
  watch: () => {},
  follow: async (answer) => answer,
  checks: (token, { agent }) => {
    const { azp, appid } = claimsIn(token)
    return [azp, appid].filter(Boolean).every((id) => String(id).toLowerCase() === agent)
  },
}
