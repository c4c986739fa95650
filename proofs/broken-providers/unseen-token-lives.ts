import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { readJwt } from '../../wire/jwt.ts'
import { tokenPath } from '../published-paths.ts'
import { atTokenEndpoint, type TokenRequest, withValues } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'

type Body = Readonly<Record<string, unknown>>
const value = ({ form }: TokenRequest, name: string) => form.get(name) ?? ''

/** Answers as text, changed. */
function text(
  change: (text: string, asked: TokenRequest, answer: Response) => string,
): InProcessOptions {
  return atTokenEndpoint(async (asked, pass) => {
    const answer = await pass()
    return new Response(change(await answer.text(), asked, answer) || null, answer)
  })
}
const refusal = (change: (body: Body) => Body) =>
  text((body, _, { ok }) =>
    ok || !body.startsWith('{') ? body : JSON.stringify(change(JSON.parse(body))),
  )
const grant = (change: (body: Body) => Body) =>
  text((body, _, { ok }) =>
    ok && body.startsWith('{') ? JSON.stringify(change(JSON.parse(body))) : body,
  )

/** Faults of what changes over time, and of the finer form of answers. */
export const unseenTokenLives: readonly BrokenProvider[] = [
  {
    name: 'T1 is given from a cache for as long as the provider runs, with the seconds it had at first',
    breaks: ['TOKEN-UNIQUE'],
    options: kept(({ form }) => form.has('fmi_path')),
  },
  {
    name: 'an agent token is given from a cache by client, scope and roles of the first time',
    breaks: ['TOKEN-UNIQUE'],
    options: kept(({ form }) => form.has('client_assertion') && !form.has('fmi_path')),
  },
  {
    name: 'no proof is needed from a client that proved itself before',
    breaks: ['CRED-PRESENT'],
    options: onceProven(),
  },
  {
    name: 'answers to two agents that ask at the same time are swapped',
    breaks: ['TOKEN-T1-SUBJECT'],
    options: swapped(),
  },
  {
    name: 'answers may be kept from the second request of a client on',
    breaks: ['TOKEN-ANSWER-TYPES'],
    options: laterCacheable(),
  },
  {
    name: 'a refusal has a second number',
    breaks: ['ERROR-BODY'],
    options: refusal((body) => ({
      ...body,
      error_codes: [...(body.error_codes as number[]), 50000],
    })),
  },
  {
    name: 'the number in the words of a refusal is another one',
    breaks: ['ERROR-BODY'],
    options: refusal((body) => ({
      ...body,
      error_description: String(body.error_description).replace(/AADSTS\d+/, 'AADSTS50000'),
    })),
  },
  {
    name: 'the page about an error is on another host',
    breaks: ['ERROR-BODY'],
    options: refusal((body) =>
      body.error_uri
        ? { ...body, error_uri: String(body.error_uri).replace(/\/\/[^/]+/, '//errors.example') }
        : body,
    ),
  },
  {
    name: 'refusals are an hour in the future',
    breaks: ['ERROR-BODY'],
    options: refusal((body) => ({
      ...body,
      timestamp: `${new Date(Date.parse(String(body.timestamp)) + 3_600_000).toISOString().slice(0, 19).replace('T', ' ')}Z`,
    })),
  },
  {
    name: 'the trace id of a refusal is its correlation id',
    breaks: ['ERROR-BODY'],
    options: refusal((body) => ({ ...body, trace_id: body.correlation_id })),
  },
  {
    name: 'the trace id in the words of a refusal is another one',
    breaks: ['ERROR-BODY'],
    options: refusal((body) => ({
      ...body,
      error_description: String(body.error_description).replace(
        /Trace ID: [0-9a-f-]{36}/,
        'Trace ID: 5b9d1d52-5f0e-4a55-8f8c-1d9a3f3f0002',
      ),
    })),
  },
  {
    name: 'the token stands twice in an answer, the second time cut off',
    breaks: ['TOKEN-TENANT'],
    options: text((body, _, { ok }) =>
      ok ? body.replace(/}$/, ',"access_token":"e30.e30.e30"}') : body,
    ),
  },
  {
    name: 'a token ends with a line break',
    breaks: ['TOKEN-SIGNATURE'],
    options: grant((body) => ({ ...body, access_token: `${body.access_token}\n` })),
  },
  {
    name: 'the signature of a token for an API is padded',
    breaks: ['TOKEN-SIGNATURE'],
    options: grant((body) =>
      readJwt(String(body.access_token))?.claims.aud === 'fb60f99c-7a34-4190-8149-302f77469936'
        ? body
        : { ...body, access_token: `${body.access_token}==` },
    ),
  },
  {
    name: 'ext_expires_in is less than expires_in',
    breaks: ['TOKEN-ANSWER'],
    options: grant((body) => ({ ...body, ext_expires_in: Number(body.expires_in) - 1800 })),
  },
  {
    name: 'HEAD at the token endpoint is fine',
    breaks: ['REQ-METHOD'],
    options: byMethod('HEAD', () => new Response(null)),
  },
  {
    name: 'DELETE at the token endpoint is fine',
    breaks: ['REQ-METHOD'],
    options: byMethod('DELETE', () => new Response(null, { status: 204 })),
  },
  {
    name: 'GET at the token endpoint shows a page',
    breaks: ['REQ-METHOD'],
    options: byMethod(
      'GET',
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    ),
  },
  {
    name: 'the id of a request in the header is not that of its answer',
    breaks: ['ERROR-TRACE'],
    options: atTokenEndpoint(async (_, pass) => {
      const answer = await pass()
      const headers = new Headers(answer.headers)
      headers.set('x-ms-request-id', '5b9d1d52-5f0e-4a55-8f8c-1d9a3f3f0003')
      return new Response(await answer.text(), { status: answer.status, headers })
    }),
  },
  {
    name: 'a wrong secret and an unknown client are told apart only by the status of a success',
    breaks: ['ERROR-BODY'],
    options: atTokenEndpoint(async (_, pass) => {
      const answer = await pass()
      const body = await answer.text()
      return new Response(body, {
        status: body.includes('AADSTS7000215') ? 403 : answer.status,
        headers: answer.headers,
      })
    }),
  },
]

function kept(about: (asked: TokenRequest) => boolean): InProcessOptions {
  const granted = new Map<string, Response>()
  return atTokenEndpoint(async (asked, pass) => {
    const answer = await pass()
    if (!answer.ok || !about(asked)) return answer
    const key = [
      asked.tenant,
      ...['client_id', 'scope', 'fmi_path'].map((name) => value(asked, name)),
      asked.request.headers.get('authorization'),
    ].join(' ')
    const before = granted.get(key)
    if (before) return before.clone()
    granted.set(key, answer.clone())
    return answer
  })
}

function onceProven(): InProcessOptions {
  const proofs = new Map<string, string>()
  return atTokenEndpoint(async (asked, pass) => {
    const key = value(asked, 'client_id')
    const answer = await pass()
    if (answer.ok && asked.form.has('client_secret')) proofs.set(key, value(asked, 'client_secret'))
    const hasProof =
      asked.form.has('client_secret') ||
      asked.form.has('client_assertion') ||
      asked.request.headers.has('authorization')
    const known = proofs.get(key)
    if (answer.ok || hasProof || known === undefined) return answer
    return pass(withValues(asked.form, { client_secret: known }))
  })
}

/** Two requests of step 1 that run at the same time for different agents. */
function swapped(): InProcessOptions {
  const running = new Map<string, { readonly path: string; readonly answer: Promise<Response> }>()
  return atTokenEndpoint(async (asked, pass) => {
    const path = value(asked, 'fmi_path')
    if (!path) return pass()
    const other = running.get(asked.tenant)
    const answer = pass()
    if (other && other.path !== path) return (await other.answer).clone()
    running.set(asked.tenant, { path, answer: answer.then((one) => one.clone()) })
    try {
      return await answer
    } finally {
      await new Promise((resolve) => setImmediate(resolve))
      running.delete(asked.tenant)
    }
  })
}

function laterCacheable(): InProcessOptions {
  const seen = new Set<string>()
  return atTokenEndpoint(async (asked, pass) => {
    const key = `${asked.tenant} ${value(asked, 'client_id')} ${value(asked, 'scope')}`
    const answer = await pass()
    if (!answer.ok) return answer
    if (!seen.has(key)) {
      seen.add(key)
      return answer
    }
    const headers = new Headers(answer.headers)
    headers.set('cache-control', 'private')
    headers.delete('pragma')
    return new Response(await answer.text(), { status: answer.status, headers })
  })
}

function byMethod(method: string, answer: () => Response): InProcessOptions {
  return {
    intercept: async (request, forward) =>
      request.method === method && tokenPath.test(new URL(request.url).pathname)
        ? answer()
        : forward(request),
  }
}
