import { decodeJwt } from 'jose'
import type { ClientEvent, Step } from '../client-event.ts'
import type { ClientFetch, Ports } from '../ports.ts'

export const authorityHost = 'https://login.example'
export const tenantId = '11111111-1111-4111-8111-111111111111'
export const blueprint = '22222222-2222-4222-8222-222222222222'
export const booking = '33333333-3333-4333-8333-33333333333a'
export const billing = '44444444-4444-4444-8444-44444444444b'
/** The people, and the agent user of Booking. */
export const bea = '66666666-6666-4666-8666-66666666666a'
export const carlos = '77777777-7777-4777-8777-77777777777b'
export const assistant = '88888888-8888-4888-8888-88888888888c'
export const assistantName = 'Assistant@contoso.example'
export const graphScope = 'https://graph.microsoft.com/.default'

/** A JWT nobody signed: the client reads claims and does not verify. */
export const jwt = (claims: Readonly<Record<string, unknown>>): string => {
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')
  return `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}.c2lnbmF0dXJl`
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers })

export const throttled = (retryAfter?: string): Response =>
  json(
    { error: 'temporarily_unavailable', error_description: 'AADSTS90055: slow down' },
    429,
    retryAfter === undefined ? {} : { 'retry-after': retryAfter },
  )

export type Recorded = {
  readonly step: Step
  readonly url: URL
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly redirect: string
  readonly form: Readonly<Record<string, string>>
}

export type Answer = (request: Recorded) => Response | Promise<Response>

const stepsByGrant: readonly (readonly [grant: string, Step])[] = [
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', 'on-behalf-of'],
  ['user_fic', 'agent-user'],
  ['refresh_token', 'refresh'],
]

const stepOf = (url: URL, form: Readonly<Record<string, string>>): Step => {
  if (url.pathname.endsWith('/openid-configuration')) return 'discovery'
  if (url.searchParams.has('resource')) return 'managed-identity'
  if ('fmi_path' in form) return 'exchange-token'
  const [, step] = stepsByGrant.find(([grant]) => grant === form.grant_type) ?? []
  if (step !== undefined) return step
  return form.scope?.includes('AzureADTokenExchange') ? 'user-credential' : 'agent-token'
}

/**
 * An identity provider, a clock and a timer in one, without a port: it answers well unless told
 * otherwise, and sleeping moves its clock.
 */
export const createFakeIdentityProvider = () => {
  const requests: Recorded[] = []
  const events: ClientEvent[] = []
  const sleeps: number[] = []
  const script = new Map<Step, Answer[]>()
  let nowMs = Date.UTC(2026, 10, 1)
  let uuids = 0
  let sleepForEver = false

  const refreshTokens = new Map<string, Readonly<Record<string, unknown>>>()
  const userTokenBody = (
    { client_id: appid, scope = '' }: Recorded['form'],
    about: Readonly<Record<string, unknown>>,
  ) => {
    const body = tokenBody({ ...about, appid, idtyp: 'user', scp: 'Mail.Read' })
    if (!scope.split(' ').includes('offline_access')) return body
    const refresh_token = `refresh-token-canary-${issued}`
    refreshTokens.set(refresh_token, about)
    return { ...body, refresh_token }
  }

  let issued = 0
  const tokenBody = (claims: Readonly<Record<string, unknown>>) => {
    issued += 1
    return {
      token_type: 'Bearer',
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token: jwt({ ...claims, tid: tenantId, uti: `${issued}` }),
    }
  }

  const wellBehaved: Record<Step, Answer> = {
    discovery: ({ url }) => {
      const tenant = url.pathname.split('/')[1]
      return json({
        issuer: `${url.origin}/${tenant}/v2.0`,
        token_endpoint: `${url.origin}/${tenant}/oauth2/v2.0/token`,
      })
    },
    'managed-identity': () =>
      json({
        access_token: 'managed-identity-assertion',
        token_type: 'Bearer',
        expires_in: '86400',
      }),
    'exchange-token': ({ form }) =>
      json(tokenBody({ azp: form.client_id, sub: `/eid1/c/pub/t/T/a/A/${form.fmi_path}` })),
    'agent-token': ({ form }) => json(tokenBody({ appid: form.client_id, sub: form.client_id })),
    'user-credential': ({ form }) => json(tokenBody({ azp: form.client_id, sub: form.client_id })),
    'agent-user': ({ form }) =>
      json(userTokenBody(form, { oid: form.user_id ?? assistant, upn: assistantName })),
    'on-behalf-of': ({ form }) =>
      json(userTokenBody(form, { oid: decodeJwt(form.assertion ?? '').oid })),
    refresh: ({ form }) =>
      json(userTokenBody(form, refreshTokens.get(form.refresh_token ?? '') ?? {})),
  }

  const fetch: ClientFetch = async (href, init) => {
    const url = new URL(href)
    const form = Object.fromEntries(new URLSearchParams(init.body ?? ''))
    const { method, headers, redirect } = init
    const request = { step: stepOf(url, form), url, method, headers, redirect, form }
    requests.push(request)
    const answer = script.get(request.step)?.shift() ?? wellBehaved[request.step]
    return answer(request)
  }

  const ports: Ports = {
    fetch,
    now: () => nowMs,
    sleep: async (ms, signal) => {
      sleeps.push(ms)
      if (sleepForEver) {
        await new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason), { once: true })
        })
      }
      nowMs += ms
    },
    randomUuid: () => {
      uuids += 1
      return `99999999-9999-4999-8999-${String(uuids).padStart(12, '0')}`
    },
    onEvent: (event) => {
      events.push(event)
    },
  }

  return {
    ports,
    requests,
    events,
    sleeps,
    tokenBody,
    /** Tc: a person's token for the blueprint, which lives for an hour. */
    userAssertion: (oid: string, change: Readonly<Record<string, unknown>> = {}) =>
      jwt({
        aud: blueprint,
        azp: 'dddddddd-dddd-4ddd-8ddd-dddddddddddd',
        oid,
        tid: tenantId,
        scp: 'access_agent',
        exp: nowMs / 1000 + 3600,
        ...change,
      }),
    sentTo: (step: Step) => requests.filter((request) => request.step === step),
    /** The next answers at one step, in order; after them it behaves well again. */
    answerNext: (step: Step, ...answers: readonly Answer[]) => {
      script.set(step, [...(script.get(step) ?? []), ...answers])
    },
    advance: (seconds: number) => {
      nowMs += seconds * 1000
    },
    /** From now on a wait ends only by being aborted. */
    neverWake: () => {
      sleepForEver = true
    },
  }
}
