import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { readJwt } from '../../wire/jwt.ts'
import { tokenPath } from '../published-paths.ts'
import { isT1 } from '../token-kinds.ts'
import type { BrokenProvider } from './broken-provider.ts'

const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** Takes a request as if it had been sent otherwise. Undefined: as it is. */
function mends(mend: (request: Request) => Promise<Request | undefined>): InProcessOptions {
  return {
    intercept: async (request, forward) => forward((await mend(request.clone())) ?? request),
  }
}

/** The same for the form of a token request. */
function mendsForm(mend: (form: URLSearchParams) => void): InProcessOptions {
  return mends(async (request) => {
    const type = request.headers.get('content-type') ?? ''
    if (!tokenPath.test(new URL(request.url).pathname)) return undefined
    if (request.method !== 'POST' || !type.includes('urlencoded')) return undefined
    const form = new URLSearchParams(await request.clone().text())
    mend(form)
    return new Request(request, { body: form.toString() })
  })
}

function asForm(url: string, headers: Headers, parameters: URLSearchParams): Request {
  const sent = new Headers(headers)
  sent.set('content-type', 'application/x-www-form-urlencoded')
  return new Request(url, { method: 'POST', headers: sent, body: parameters.toString() })
}

function scope(change: (scope: string) => string): InProcessOptions {
  return mendsForm((form) => {
    const asked = form.get('scope')
    if (asked !== null) form.set('scope', change(asked))
  })
}

/** What is accepted, and the rule that would have refused it. */
export const acceptingGarbage: readonly BrokenProvider[] = [
  {
    name: 'a request by GET is served',
    breaks: ['REQ-METHOD'],
    options: mends(async ({ method, url, headers }) => {
      const { origin, pathname, searchParams } = new URL(url)
      const isAsked = method === 'GET' && tokenPath.test(pathname)
      return isAsked ? asForm(`${origin}${pathname}`, headers, searchParams) : undefined
    }),
  },
  {
    name: 'a request in JSON is served',
    breaks: ['REQ-CONTENT-TYPE'],
    options: mends(async (request) => {
      if (!request.headers.get('content-type')?.includes('json')) return undefined
      const members = JSON.parse(await request.text()) as Record<string, string>
      return asForm(request.url, request.headers, new URLSearchParams(members))
    }),
  },
  {
    name: 'of a repeated parameter the first is taken',
    breaks: ['REQ-REPEATED'],
    options: mendsForm((form) => {
      for (const name of new Set(form.keys())) form.set(name, form.get(name) ?? '')
    }),
  },
  {
    name: 'a missing grant type is that of client credentials',
    breaks: ['REQ-GRANT-TYPE'],
    options: mendsForm((form) => {
      if (!form.get('grant_type')) form.set('grant_type', 'client_credentials')
    }),
  },
  {
    name: 'every grant type is that of client credentials',
    breaks: ['REQ-GRANT'],
    options: mendsForm((form) => {
      if (form.get('grant_type')) form.set('grant_type', 'client_credentials')
    }),
  },
  {
    name: 'a missing scope is that of Microsoft Graph',
    breaks: ['REQ-SCOPE'],
    options: mendsForm((form) => {
      if (!form.has('scope')) form.set('scope', 'https://graph.microsoft.com/.default')
    }),
  },
  {
    name: 'of several resources the first is taken',
    breaks: ['SCOPE-SINGLE'],
    options: scope((asked) => asked.split(' ')[0] ?? ''),
  },
  {
    name: 'every permission of a resource is its .default',
    breaks: ['SCOPE-DEFAULT'],
    options: scope((asked) => asked.replace(/\/[\w.]+$/, '/.default')),
  },
  {
    name: 'a resource that nobody knows is Microsoft Graph',
    breaks: ['RESOURCE-KNOWN'],
    options: scope((asked) =>
      asked.replace('api://nobody-knows-this', 'https://graph.microsoft.com'),
    ),
  },
  {
    name: 'of two credentials the assertion is taken',
    breaks: ['CRED-SINGLE'],
    options: mendsForm((form) => {
      if (form.has('client_assertion')) form.delete('client_secret')
    }),
  },
  {
    name: 'every assertion type is jwt-bearer',
    breaks: ['ASSERT-TYPE'],
    options: mendsForm((form) => {
      if (form.has('client_assertion')) form.set('client_assertion_type', jwtBearer)
    }),
  },
  {
    name: 'HTTP Basic may name another client than the form',
    breaks: ['CRED-BASIC-CLIENT'],
    options: mends(async (request) => {
      const [, basic] = /^Basic (.+)$/.exec(request.headers.get('authorization') ?? '') ?? []
      if (basic === undefined) return undefined
      const [, secret = ''] = Buffer.from(basic, 'base64').toString().split(':')
      const id = new URLSearchParams(await request.clone().text()).get('client_id')
      if (!id) return undefined
      const headers = new Headers(request.headers)
      headers.set('authorization', `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`)
      return new Request(request, { headers })
    }),
  },
  {
    name: 'T1 is redeemed by whoever presents it, for the agent identity it names',
    breaks: ['T1-AGENT'],
    options: mendsForm((form) => {
      const { claims = {} } = readJwt(form.get('client_assertion') ?? '') ?? {}
      if (isT1(claims)) form.set('client_id', String(claims.sub).split('/').at(-1) ?? '')
    }),
  },
  {
    name: 'an agent identity may name an fmi_path',
    breaks: ['FMI-BLUEPRINT'],
    options: mendsForm((form) => {
      if (form.has('client_assertion')) form.delete('fmi_path')
    }),
  },
  {
    name: 'the token endpoint of version 1 is served',
    breaks: ['REQ-PATH'],
    options: mends(async (request) => {
      const url = request.url.replace(/\/oauth2\/token$/, '/oauth2/v2.0/token')
      return url === request.url
        ? undefined
        : asForm(url, request.headers, new URLSearchParams(await request.text()))
    }),
  },
  {
    name: 'instance discovery answers for every host',
    breaks: ['DISC-INSTANCE'],
    options: mends(async (request) => {
      const url = new URL(request.url)
      const asked = url.searchParams.get('authorization_endpoint')
      if (asked === null) return undefined
      url.searchParams.set(
        'authorization_endpoint',
        asked.replace(/^https:\/\/[^/]+/, 'https://login.microsoftonline.com'),
      )
      return new Request(url, request)
    }),
  },
  {
    name: 'the instance metadata service answers without its header',
    breaks: ['MI-METADATA'],
    options: mends(async (request) => {
      if (!request.url.includes('/metadata/identity')) return undefined
      const headers = new Headers(request.headers)
      headers.set('metadata', 'true')
      return new Request(request, { headers })
    }),
  },
  {
    name: 'a managed identity that names no resource gets a token of the token exchange',
    breaks: ['MI-RESOURCE'],
    options: mends(async (request) => {
      const url = new URL(request.url)
      if (!/\/(metadata|msi)\//.test(url.pathname) || url.searchParams.get('resource')) {
        return undefined
      }
      url.searchParams.set('resource', 'api://AzureADTokenExchange')
      return new Request(url, request)
    }),
  },
]
