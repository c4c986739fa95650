import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { readJwt } from '../../wire/jwt.ts'
import { broken, changedHeader } from '../broken-answers.ts'
import { tokenPath } from '../published-paths.ts'
import { atTokenEndpoint, type TokenRequest } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'

type Body = Readonly<Record<string, unknown>>

/** Refusals with another body, which may repeat what was sent. */
function refusalsWith(change: (body: Body, asked: TokenRequest) => Body): InProcessOptions {
  return atTokenEndpoint(async (asked, pass) => {
    const answer = await pass()
    if (answer.ok) return answer
    return Response.json(change((await answer.json()) as Body, asked), answer)
  })
}

const jwtOf = ({ form }: TokenRequest) => readJwt(form.get('client_assertion') ?? '')

/** Answers of the token endpoint in forms that emulators and gateways give them. */
export const answersMalformed: readonly BrokenProvider[] = [
  {
    name: 'writes error numbers as text',
    breaks: ['ERROR-BODY'],
    options: refusalsWith((body) => ({
      ...body,
      error_codes: (body.error_codes as readonly number[]).map(String),
    })),
  },
  {
    name: 'writes the time of a refusal in ISO 8601',
    breaks: ['ERROR-BODY'],
    options: refusalsWith((body) => ({ ...body, timestamp: new Date().toISOString() })),
  },
  {
    name: 'writes the local time into its refusals',
    breaks: ['ERROR-BODY'],
    options: refusalsWith((body) => {
      const at = Date.parse(String(body.timestamp)) + 7_200_000
      return { ...body, timestamp: `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')}Z` }
    }),
  },
  {
    name: 'uses the correlation id as the trace id',
    breaks: ['ERROR-BODY', 'ERROR-TRACE'],
    options: refusalsWith((body) => ({ ...body, trace_id: body.correlation_id })),
  },
  {
    name: 'gives the refusals of one tenant one correlation id',
    breaks: ['ERROR-CORRELATION', 'ERROR-BODY'],
    options: refusalsWith((body) => ({
      ...body,
      correlation_id: '11111111-1111-4111-8111-111111111111',
    })),
  },
  {
    name: 'repeats the secret in base64 in its refusals',
    breaks: ['ERROR-SECRECY'],
    options: refusalsWith((body, { form }) => ({
      ...body,
      error_description: `${body.error_description} ${Buffer.from(form.get('client_secret') ?? '').toString('base64')}`,
    })),
  },
  {
    name: 'repeats all parameters of a request in a member of its own',
    breaks: ['ERROR-SECRECY'],
    options: refusalsWith((body, { form }) => ({ ...body, request: Object.fromEntries(form) })),
  },
  {
    name: 'repeats the signature of an assertion in its refusals',
    breaks: ['ERROR-SECRECY'],
    options: refusalsWith((body, asked) => ({ ...body, debug: jwtOf(asked)?.signature })),
  },
  {
    name: 'repeats the Authorization header in a header of its refusals',
    breaks: ['ERROR-SECRECY'],
    options: atTokenEndpoint(async ({ request }, pass) => {
      const answer = await pass()
      const basic = request.headers.get('authorization')
      if (!answer.ok && basic) answer.headers.set('x-ms-debug', basic)
      return answer
    }),
  },
  {
    name: 'refuses with status 200',
    breaks: ['ERROR-BODY', 'CRED-SECRET', 'CRED-PRESENT', 'REQ-GRANT'],
    options: broken(
      tokenPath,
      async (answer) => new Response(await answer.text(), { status: 200, headers: answer.headers }),
    ),
  },
  {
    name: 'refuses in HTML',
    breaks: ['ERROR-BODY'],
    options: broken(tokenPath, async (answer) =>
      answer.ok
        ? answer
        : new Response('<h1>Bad request</h1>', {
            status: answer.status,
            headers: { 'content-type': 'text/html' },
          }),
    ),
  },
  {
    name: 'names another request in the header of a refusal than in its body',
    breaks: ['ERROR-TRACE'],
    options: changedHeader(tokenPath, 'x-ms-request-id', '22222222-2222-4222-8222-222222222222'),
  },
  {
    name: 'writes lifetimes of tokens as text for certificates only',
    breaks: ['TOKEN-ANSWER-TYPES'],
    options: atTokenEndpoint(async (asked, pass) => {
      const answer = await pass()
      if (!answer.ok || jwtOf(asked)?.claims.iss !== asked.form.get('client_id')) return answer
      const body = (await answer.json()) as Body
      return Response.json({ ...body, expires_in: String(body.expires_in) }, answer)
    }),
  },
  {
    name: 'adds a refresh token to T2 and to agent tokens',
    breaks: ['TOKEN-ANSWER'],
    options: atTokenEndpoint(async ({ form }, pass) => {
      const answer = await pass()
      if (!answer.ok || form.has('fmi_path')) return answer
      return Response.json({ ...((await answer.json()) as Body), refresh_token: '1.AVkA' }, answer)
    }),
  },
  {
    name: 'answers with status 201 to a token request',
    breaks: ['TOKEN-ANSWER', 'TOKEN-ANSWER-TYPES'],
    options: broken(tokenPath, async (answer) =>
      answer.ok
        ? new Response(await answer.text(), { status: 201, headers: answer.headers })
        : answer,
    ),
  },
  {
    name: 'answers with a token in plain text',
    breaks: ['TOKEN-ANSWER-TYPES'],
    options: broken(tokenPath, async (answer) => {
      answer.headers.set('content-type', 'text/plain')
      return answer
    }),
  },
]
