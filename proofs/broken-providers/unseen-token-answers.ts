import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { readJwt } from '../../wire/jwt.ts'
import { isT2 } from '../token-kinds.ts'
import { atTokenEndpoint, type TokenRequest } from '../token-requests.ts'
import { answering, type Body } from './answering.ts'
import type { BrokenProvider } from './broken-provider.ts'

const claimsIn = ({ access_token }: Body) => readJwt(String(access_token))?.claims ?? {}
const same = (body: Body) => body
const has =
  (code: number) =>
  (_: TokenRequest, { error_codes }: Body) =>
    Array.isArray(error_codes) && error_codes[0] === code
const refuses = (_: TokenRequest, { error }: Body) => error !== undefined
const grants = (_: TokenRequest, { access_token }: Body) => access_token !== undefined

/** Answers of the token endpoint with a wrong form. */
export const unseenTokenAnswers: readonly BrokenProvider[] = [
  {
    name: 'expires_in is a text beside T2',
    breaks: ['TOKEN-ANSWER-TYPES'],
    options: answering(
      (_, body) => isT2(claimsIn(body)),
      (body) => ({ ...body, expires_in: String(body.expires_in) }),
    ),
  },
  {
    name: 'a refresh token stands beside an agent token for an API',
    breaks: ['TOKEN-ANSWER'],
    options: answering(
      (_, body) =>
        claimsIn(body).ver === '2.0' &&
        claimsIn(body).aud !== 'fb60f99c-7a34-4190-8149-302f77469936',
      (body) => ({ ...body, refresh_token: 'rt' }),
    ),
  },
  {
    name: 'tokens may be kept by caches',
    breaks: ['ERROR-CACHE'],
    options: answering(grants, same, {
      headers: { 'cache-control': 'private, max-age=3599', pragma: '' },
    }),
  },
  {
    name: 'a wrong secret in the header is refused with 400',
    breaks: ['CRED-SECRET'],
    options: answering(
      ({ request }, body) =>
        request.headers.has('authorization') && body.error === 'invalid_client',
      same,
      { status: 400 },
    ),
  },
  {
    name: 'refusals of clients have no number',
    breaks: ['ERROR-BODY'],
    options: answering(
      (_, { error }) => error === 'invalid_client',
      (body) => ({ ...body, error_codes: [] }),
    ),
  },
  {
    name: 'a T1 for another agent is refused as invalid_grant',
    breaks: ['T1-AGENT'],
    options: answering(has(7002137), (body) => ({ ...body, error: 'invalid_grant' }), {
      status: 400,
    }),
  },
  {
    name: 'an expired assertion is refused with 200',
    breaks: ['CERT-EXPIRED'],
    options: answering(has(700024), same, { status: 200 }),
  },
  {
    name: 'an assertion that is no JWT makes the provider fail',
    breaks: ['ASSERT-JWT'],
    options: answering(has(50027), (body) => ({ ...body, error: 'server_error' }), { status: 500 }),
  },
  {
    name: 'an unknown tenant is not found with 404',
    breaks: ['TENANT-KNOWN'],
    options: answering(has(90002), same, { status: 404 }),
  },
  {
    name: 'every refusal has the same correlation id unless the client sends one',
    breaks: ['ERROR-BODY'],
    options: answering(
      ({ request }, body) => body.error !== undefined && !request.headers.has('client-request-id'),
      (body) => ({ ...body, correlation_id: '5b9d1d52-5f0e-4a55-8f8c-1d9a3f3f0001' }),
    ),
  },
  {
    name: 'the correlation id is that of the request before',
    breaks: ['ERROR-CORRELATION'],
    options: earlierCorrelation(),
  },
  {
    name: 'a header of a refusal repeats the assertion',
    breaks: ['ERROR-SECRECY'],
    options: leakingHeader(({ form }) => form.get('client_assertion')),
  },
  {
    name: 'the page about an error has the secret in its address',
    breaks: ['ERROR-SECRECY'],
    options: answering(
      ({ form }, body) => body.error_uri !== undefined && form.has('client_secret'),
      (body, { form }) => ({
        ...body,
        error_uri: `${body.error_uri}&s=${encodeURIComponent(form.get('client_secret') ?? '')}`,
      }),
    ),
  },
  {
    name: 'a refusal repeats the secret in base64',
    breaks: ['ERROR-SECRECY'],
    options: answering(
      ({ form }, body) => body.error !== undefined && form.has('client_secret'),
      (body, { form }) => ({
        ...body,
        error_description: `${body.error_description} ${Buffer.from(form.get('client_secret') ?? '').toString('base64')}`,
      }),
    ),
  },
  {
    name: 'an answer with a token repeats T1',
    breaks: ['TOKEN-ANSWER'],
    options: answering(
      ({ form }, body) => body.access_token !== undefined && form.has('client_assertion'),
      (body, { form }) => ({ ...body, debug: form.get('client_assertion') }),
    ),
  },
  {
    name: 'a tenant that is named by its domain answers with a redirect',
    breaks: ['TENANT-NAME'],
    options: atTokenEndpoint(async (asked, pass) => {
      if (!asked.tenant.includes('.')) return pass()
      return new Response(null, {
        status: 307,
        headers: { location: asked.request.url.replace(asked.tenant, 'common') },
      })
    }),
  },
  {
    name: 'after a refused request the next correct one of the client is refused too',
    breaks: ['CRED-SECRET'],
    options: poisoned(),
  },
  {
    name: 'two requests of one client at the same time get the same answer',
    breaks: ['TOKEN-T1-SUBJECT'],
    options: coalescing(),
  },
  {
    name: 'a token expires less and less long after each request of the client',
    breaks: ['TOKEN-ANSWER-LIFETIME'],
    options: shrinking(),
  },
]

function earlierCorrelation() {
  let before = 'd7e4b6f2-0a7d-4c6f-9d3e-2f4b6a8c0001'
  return answering(refuses, (body) => {
    const shown = before
    before = String(body.correlation_id)
    return { ...body, correlation_id: shown }
  })
}

function leakingHeader(part: (asked: TokenRequest) => string | null): InProcessOptions {
  return atTokenEndpoint(async (asked, pass) => {
    const answer = await pass()
    const leaked = part(asked)
    if (answer.ok || !leaked || !/^[\w.-]+$/.test(leaked)) return answer
    const headers = new Headers(answer.headers)
    headers.set('x-ms-debug', leaked)
    return new Response(await answer.text(), { status: answer.status, headers })
  })
}

function poisoned(): InProcessOptions {
  const refused = new Map<string, Response>()
  return atTokenEndpoint(async (asked, pass) => {
    const key = `${asked.tenant} ${asked.form.get('client_id')}`
    const before = refused.get(key)
    const answer = await pass()
    if (!answer.ok) refused.set(key, answer.clone())
    else if (before) {
      refused.delete(key)
      return before
    }
    return answer
  })
}

function coalescing(): InProcessOptions {
  const running = new Map<string, Promise<Response>>()
  return atTokenEndpoint(async (asked, pass) => {
    const key = `${asked.tenant} ${asked.form.get('client_id')}`
    const other = running.get(key)
    if (other) return (await other).clone()
    const mine = pass()
    running.set(key, mine)
    await mine
    await new Promise((resolve) => setImmediate(resolve))
    running.delete(key)
    return (await mine).clone()
  })
}

function shrinking(): InProcessOptions {
  const counts = new Map<string, number>()
  return answering(grants, (body, { tenant, form }) => {
    const key = `${tenant} ${form.get('client_id')}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return { ...body, expires_in: Math.max(0, Number(body.expires_in) - (count - 1) * 600) }
  })
}
