import type { ClientEvent, Step } from '../client-event.ts'
import type { ClientFetch, Ports } from '../ports.ts'

export const authorityHost = 'https://login.example'
export const tenantId = '11111111-1111-4111-8111-111111111111'
export const blueprint = '22222222-2222-4222-8222-222222222222'
export const booking = '33333333-3333-4333-8333-33333333333a'
export const billing = '44444444-4444-4444-8444-44444444444b'
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

const stepOf = (url: URL, form: Readonly<Record<string, string>>): Step => {
  if (url.pathname.endsWith('/openid-configuration')) return 'discovery'
  if (url.searchParams.has('resource')) return 'managed-identity'
  return 'fmi_path' in form ? 'exchange-token' : 'agent-token'
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

  const tokenBody = (claims: Readonly<Record<string, unknown>>) => ({
    token_type: 'Bearer',
    expires_in: 3599,
    ext_expires_in: 3599,
    access_token: jwt({ ...claims, tid: tenantId, uti: `${requests.length}` }),
  })

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
