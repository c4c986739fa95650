import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { readJwt } from '../../wire/jwt.ts'
import { broken, changedBody } from '../broken-answers.ts'
import { said } from '../token-kinds.ts'
import type { BrokenProvider } from './broken-provider.ts'

type Body = Readonly<Record<string, unknown>>
type Forward = (request: Request) => Promise<Response>

const machine = /\/(msi\/token|metadata\/identity\/oauth2\/token)\/?$/
const appService = /\/msi\/token$/
const imds = /\/metadata\/identity\/oauth2\/token\/?$/

const isOfMachine = ({ exp, iat }: Body) => Number(exp) - Number(iat) > 80_000

/** Where the machine refuses a call, what it answers to another one. */
function laxCall(
  path: RegExp,
  read: (request: Request, url: URL) => Request | undefined,
): InProcessOptions {
  return {
    intercept: async (request: Request, forward: Forward) => {
      const answer = await forward(request)
      const url = new URL(request.url)
      if (!path.test(url.pathname) || answer.ok) return answer
      const changed = read(request, url)
      if (!changed) return answer
      const again = await forward(changed)
      return again.ok ? again : answer
    },
  }
}

function withHeader(
  { url, method }: Request,
  headers: Headers,
  name: string,
  value: string | undefined,
) {
  const changed = new Headers(headers)
  if (value === undefined) changed.delete(name)
  else changed.set(name, value)
  return new Request(url, { method, headers: changed })
}

/** Faults of the endpoint of a managed identity. */
export const unseenTokenMachines: readonly BrokenProvider[] = [
  {
    name: 'a machine answers without the header Metadata',
    breaks: ['MI-METADATA'],
    options: laxCall(imds, (request) => withHeader(request, request.headers, 'metadata', 'true')),
  },
  {
    name: 'a machine answers to POST',
    breaks: ['MI-METHOD'],
    options: laxCall(machine, (request) =>
      request.method === 'GET' ? undefined : new Request(request.url, { headers: request.headers }),
    ),
  },
  {
    name: 'a machine gives its own identity when another one is named',
    breaks: ['MI-IDENTITY'],
    options: laxCall(machine, (request, url) => {
      const changed = new URL(url)
      for (const name of ['client_id', 'object_id', 'principal_id', 'mi_res_id', 'msi_res_id'])
        changed.searchParams.delete(name)
      return new Request(changed, { method: request.method, headers: request.headers })
    }),
  },
  {
    name: 'a machine gives a token for the exchange when no resource is named',
    breaks: ['MI-RESOURCE'],
    options: laxCall(machine, (request, url) => {
      const changed = new URL(url)
      changed.searchParams.set('resource', 'api://AzureADTokenExchange')
      return new Request(changed, { method: request.method, headers: request.headers })
    }),
  },
  {
    name: 'App Service answers to a secret that is nearly its own',
    breaks: ['MI-HEADER'],
    options: laxCall(appService, (request) =>
      withHeader(
        request,
        request.headers,
        'x-identity-header',
        (request.headers.get('x-identity-header') ?? '').slice(0, 36),
      ),
    ),
  },
  {
    name: 'expires_on is in milliseconds',
    breaks: ['MI-ANSWER'],
    options: changedBody(machine, 200, (body) => ({
      ...body,
      expires_on: `${body.expires_on}000`,
    })),
  },
  {
    name: 'expires_on is an hour after the token expires',
    breaks: ['MI-ANSWER'],
    options: changedBody(machine, 200, (body) => ({
      ...body,
      expires_on: String(Number(body.expires_on) + 3600),
    })),
  },
  {
    name: 'expires_on is a date in words',
    breaks: ['MI-ANSWER'],
    options: changedBody(machine, 200, (body) => ({
      ...body,
      expires_on: new Date(Number(body.expires_on) * 1000).toISOString(),
    })),
  },
  {
    name: 'not_before is after the token begins',
    breaks: ['MI-ANSWER'],
    options: changedBody(machine, 200, (body) => ({
      ...body,
      not_before: String(Number(body.not_before) + 900),
    })),
  },
  {
    name: 'the client id beside a machine token is its object id',
    breaks: ['MI-ANSWER'],
    options: changedBody(machine, 200, (body) => ({
      ...body,
      client_id: readJwt(String(body.access_token))?.claims.oid,
    })),
  },
  {
    name: 'the resource beside a machine token is its audience',
    breaks: ['MI-ANSWER'],
    options: changedBody(machine, 200, (body) => ({
      ...body,
      resource: readJwt(String(body.access_token))?.claims.aud,
    })),
  },
  {
    name: 'a machine token says that a secret was used',
    breaks: ['MI-TOKEN'],
    options: said(isOfMachine, ({ ver }) => (ver === '2.0' ? { azpacr: '1' } : { appidacr: '1' })),
  },
  {
    name: 'a machine token holds only for an hour',
    breaks: ['MI-TOKEN'],
    options: said(isOfMachine, ({ iat }) => ({ exp: Number(iat) + 3900 })),
  },
  {
    name: 'a machine token has a subject of its own',
    breaks: ['MI-TOKEN'],
    options: said(isOfMachine, ({ azp, appid }) => ({ sub: azp ?? appid })),
  },
  {
    name: 'a machine refuses with 401',
    breaks: ['MI-RESOURCE'],
    options: broken(imds, async (answer) =>
      answer.status === 400
        ? new Response(await answer.text(), { status: 401, headers: answer.headers })
        : answer,
    ),
  },
  {
    name: 'a machine refuses in plain text',
    breaks: ['MI-RESOURCE'],
    options: broken(machine, async (answer) =>
      answer.ok ? answer : new Response('bad request', { status: answer.status }),
    ),
  },
  {
    name: 'a refusal of App Service repeats the secret header',
    breaks: ['MI-HEADER'],
    options: {
      intercept: async (request: Request, forward: Forward) => {
        const answer = await forward(request)
        if (!appService.test(new URL(request.url).pathname) || answer.ok) return answer
        const message = `no identity for ${request.headers.get('x-identity-header')}`
        return Response.json({ statusCode: answer.status, message }, { status: answer.status })
      },
    },
  },
]
