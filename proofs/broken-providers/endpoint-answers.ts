import { randomUUID } from 'node:crypto'
import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { changedBody, encode, rewritten } from '../broken-answers.ts'
import { tokenPath } from '../published-paths.ts'
import { type Claims, exchange, isAgent, isForResource, isT2, said } from '../token-kinds.ts'
import { atTokenEndpoint } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'
import { otherThanFirst } from './seen-tokens.ts'

type Body = Readonly<Record<string, unknown>>

const padded = (part: string) => part.padEnd(Math.ceil(part.length / 4) * 4, '=')
const isForExchange = ({ aud }: Claims) => aud === exchange

/** Refusals of another status. */
function answering(status: number): InProcessOptions {
  return atTokenEndpoint(async (_, pass) => {
    const answer = await pass()
    if (answer.ok) return answer
    return new Response(await answer.text(), { status, headers: answer.headers })
  })
}

const trace = randomUUID()
const anHourBefore = (time: unknown) =>
  `${new Date(Date.parse(String(time).replace(' ', 'T')) - 3_600_000).toISOString().slice(0, 19).replace('T', ' ')}Z`

/** Answers of a token endpoint whose fault shows without any power over its tenant. */
export const endpointAnswersWrong: readonly BrokenProvider[] = [
  {
    name: 'a refusal comes with a token',
    breaks: ['ERROR-BODY'],
    options: changedBody(tokenPath, 400, (body) => ({ ...body, access_token: 'eyJ.eyJ.x' })),
  },
  {
    name: 'every refusal has the status 200',
    breaks: ['ERROR-BODY'],
    options: answering(200),
  },
  {
    name: 'all refusals have one trace id, in the header too',
    breaks: ['ERROR-BODY'],
    options: atTokenEndpoint(async (_, pass) => {
      const answer = await pass()
      if (answer.ok) return answer
      const headers = new Headers(answer.headers)
      headers.set('x-ms-request-id', trace)
      const body = (await answer.json()) as Body
      return Response.json({ ...body, trace_id: trace }, { status: answer.status, headers })
    }),
  },
  {
    name: 'a refusal says a time of an hour before',
    breaks: ['ERROR-BODY'],
    options: changedBody(tokenPath, 400, (body) => ({
      ...body,
      timestamp: anHourBefore(body.timestamp),
    })),
  },
  {
    name: 'the parts of tokens are padded',
    breaks: ['TOKEN-JWS'],
    options: rewritten(isT2, ({ header, payload, signature }) =>
      [padded(encode({ ...header })), padded(payload), padded(signature)].join('.'),
    ),
  },
  {
    name: 'the payload of a token is indented and in base64',
    breaks: ['TOKEN-JWS'],
    options: rewritten(isT2, ({ header, payload, signature }) => {
      const indented = JSON.stringify(
        JSON.parse(Buffer.from(payload, 'base64url').toString()),
        null,
        1,
      )
      return [encode(header), Buffer.from(`${indented}??>>`).toString('base64'), signature].join(
        '.',
      )
    }),
  },
  {
    name: 'the header of a token has a critical member',
    breaks: ['TOKEN-HEADER'],
    options: rewritten(isForResource, ({ header, payload, signature }) =>
      [encode({ ...header, crit: ['exp'], exp: 1 }), payload, signature].join('.'),
    ),
  },
  {
    name: 'tokens for the exchange name roles on Microsoft Graph',
    breaks: ['TOKEN-APP-ONLY'],
    options: said(isForExchange, () => ({ roles: ['User.Read.All'] })),
  },
  {
    name: 'the exchange token of a second agent identity has a scope',
    breaks: ['TOKEN-APP-ONLY'],
    options: said(otherThanFirst(isT2), () => ({ scp: 'User.Read' })),
  },
  {
    name: 'a second agent identity has the directory role of administrators',
    breaks: ['TOKEN-ROLES'],
    options: said(otherThanFirst(isAgent), () => ({
      wids: ['62e90394-69f5-4237-9190-012177145e10'],
    })),
  },
  {
    name: 'a header of a refusal repeats the secret',
    breaks: ['ERROR-SECRECY'],
    options: atTokenEndpoint(async ({ form }, pass) => {
      const answer = await pass()
      const secret = form.get('client_secret')
      if (answer.ok || !secret) return answer
      const headers = new Headers(answer.headers)
      headers.set('www-authenticate', `Basic realm="${encodeURIComponent(secret)}"`)
      return new Response(await answer.text(), { status: answer.status, headers })
    }),
  },
]
