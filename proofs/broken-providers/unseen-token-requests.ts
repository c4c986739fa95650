import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { tokenPath } from '../published-paths.ts'
import { atTokenEndpoint, refused, withForm } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'
import { readingRefused } from './wrong-grants.ts'

type Forward = (request: Request) => Promise<Response>

/** Where the mock refuses, the form that a laxer reading of the request finds. */
function laxReading(
  read: (request: Request, text: string, url: URL) => URLSearchParams | undefined,
): InProcessOptions {
  return {
    intercept: async (request: Request, forward: Forward) => {
      const url = new URL(request.url)
      if (!tokenPath.test(url.pathname)) return forward(request)
      const text = await request.clone().text()
      const answer = await forward(request)
      const form = answer.ok ? undefined : read(request, text, url)
      if (!form) return answer
      const again = await forward(withForm(request, form))
      return again.ok ? again : answer
    },
  }
}

const type = (request: Request) => request.headers.get('content-type') ?? ''
const formType = (request: Request) => type(request).includes('urlencoded')

/** Repeated parameters, all but one of each name. */
function one(text: string, which: 'first' | 'last', only?: RegExp): URLSearchParams | undefined {
  const all = new URLSearchParams(text)
  const form = new URLSearchParams()
  for (const [name, value] of all) {
    if (which === 'first' && form.has(name)) continue
    form.set(name, value)
  }
  const repeated = [...new Set([...all.keys()].filter((name) => all.getAll(name).length > 1))]
  return repeated.length > 0 && repeated.every((name) => only?.test(name) ?? true)
    ? form
    : undefined
}

const trimmed = (text: string) => {
  const form = new URLSearchParams()
  for (const [name, value] of new URLSearchParams(text)) form.set(name, value.trim())
  return form
}

/** Requests that are read too laxly or too strictly. */
export const unseenTokenRequests: readonly BrokenProvider[] = [
  {
    name: 'parameters in the address are read when the body lacks them',
    breaks: ['REQ-SCOPE'],
    options: laxReading((_, text, url) =>
      url.search
        ? new URLSearchParams([...url.searchParams, ...new URLSearchParams(text)])
        : undefined,
    ),
  },
  {
    name: 'a form sent with PUT is answered',
    breaks: ['REQ-METHOD'],
    options: laxReading((request, text) =>
      request.method === 'PUT' ? new URLSearchParams(text) : undefined,
    ),
  },
  {
    name: 'a body in JSON is answered',
    breaks: ['REQ-CONTENT-TYPE'],
    options: laxReading((request, text) =>
      type(request).includes('json') && text.startsWith('{')
        ? new URLSearchParams(JSON.parse(text))
        : undefined,
    ),
  },
  {
    name: 'a form without a content type is answered',
    breaks: ['REQ-CONTENT-TYPE'],
    options: laxReading((request, text) =>
      formType(request) || type(request).includes('multipart')
        ? undefined
        : new URLSearchParams(text),
    ),
  },
  {
    name: 'of a repeated client_assertion the last is read',
    breaks: ['REQ-REPEATED'],
    options: laxReading((_, text) => one(text, 'last', /client_assertion$/)),
  },
  {
    name: 'of a repeated fmi_path the first is read',
    breaks: ['REQ-REPEATED'],
    options: laxReading((_, text) => one(text, 'first', /fmi_path/)),
  },
  {
    name: 'a parameter sent twice with the same value is read once',
    breaks: ['REQ-REPEATED'],
    options: laxReading((_, text) => {
      const all = new URLSearchParams(text)
      return [...all.keys()].every((name) => new Set(all.getAll(name)).size === 1)
        ? one(text, 'first')
        : undefined
    }),
  },
  {
    name: 'white space around values is removed',
    breaks: ['CRED-SECRET'],
    options: laxReading((request, text) =>
      formType(request) && request.method === 'POST' ? trimmed(text) : undefined,
    ),
  },
  {
    name: 'only the first 20 characters of a secret count',
    breaks: ['CRED-SECRET'],
    options: secretsBy((secret) => secret.slice(0, 20)),
  },
  {
    name: 'letter case of a secret does not count',
    breaks: ['CRED-SECRET'],
    options: secretsBy((secret) => secret.toLowerCase()),
  },
  {
    name: 'a secret in the header and one in the body are both taken',
    breaks: ['CRED-SINGLE'],
    options: bodyAlone(),
  },
  {
    name: 'an unknown grant type is read as client_credentials',
    breaks: ['REQ-GRANT'],
    options: readingRefused(
      ({ form }) => /token-exchange|password|device/.test(form.get('grant_type') ?? ''),
      () => ({ grant_type: 'client_credentials' }),
    ),
  },
  {
    name: 'of two scopes the first is read',
    breaks: ['SCOPE-SINGLE'],
    options: readingRefused(
      ({ form }) => /\s/.test(form.get('scope')?.trim() ?? ''),
      ({ form }) => ({ scope: form.get('scope')?.split(/\s+/)[0] }),
    ),
  },
  {
    name: 'a scope without .default is read with it',
    breaks: ['SCOPE-DEFAULT'],
    options: readingRefused(
      ({ form }) => !/\.default$/.test(form.get('scope') ?? ''),
      ({ form }) => ({ scope: `${(form.get('scope') ?? '').replace(/\/[\w.]+$/, '')}/.default` }),
    ),
  },
  {
    name: 'without a scope the blueprint gets T1',
    breaks: ['REQ-SCOPE'],
    options: readingRefused(
      ({ form }) => form.has('fmi_path') && !form.get('scope'),
      () => ({ scope: 'api://AzureADTokenExchange/.default' }),
    ),
  },
  {
    name: 'a client assertion without its type is taken',
    breaks: ['ASSERT-TYPE-PRESENT'],
    options: readingRefused(
      ({ form }) => form.has('client_assertion') && !form.has('client_assertion_type'),
      () => ({ client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' }),
    ),
  },
  {
    name: 'the exchange scope with a small d is not known',
    breaks: ['TOKEN-RESOURCE-CASE'],
    options: refusingWhen((text) => /AzureAdTokenExchange/.test(text), 'invalid_resource', 500011),
  },
  {
    name: 'a certificate assertion signed with PS256 is refused',
    breaks: ['ASSERT-ALG'],
    options: refusingWhen((text) => headerOf(text).alg === 'PS256', 'invalid_client', 5002738, 401),
  },
]

function headerOf(text: string): Readonly<Record<string, unknown>> {
  const [head = ''] = (new URLSearchParams(text).get('client_assertion') ?? '').split('.')
  try {
    return JSON.parse(Buffer.from(head, 'base64url').toString())
  } catch {
    return {}
  }
}

/** Secrets are equal if their forms are. */
function secretsBy(form: (secret: string) => string): InProcessOptions {
  const right = new Map<string, string>()
  return atTokenEndpoint(async (asked, pass) => {
    const [client, secret] = [asked.form.get('client_id') ?? '', asked.form.get('client_secret')]
    const answer = await pass()
    if (secret === null || asked.request.method !== 'POST') return answer
    if (answer.ok) right.set(`${client} ${form(secret)}`, secret)
    const known = right.get(`${client} ${form(secret)}`)
    if (answer.ok || known === undefined) return answer
    const changed = new URLSearchParams(asked.form)
    changed.set('client_secret', known)
    return pass(changed)
  })
}

function refusingWhen(
  about: (text: string, request: Request) => boolean,
  error: string,
  code: number,
  status = 400,
): InProcessOptions {
  return atTokenEndpoint(async (asked, pass) => {
    const text = await asked.request.clone().text()
    return about(text, asked.request) ? refused(asked, error, code, status) : pass()
  })
}

/** Reads the body as if there were no header. */
function bodyAlone(): InProcessOptions {
  return {
    intercept: async (request: Request, forward: Forward) => {
      const text = await request.clone().text()
      const answer = await forward(request)
      if (answer.ok || !request.headers.has('authorization') || !text.includes('client_secret')) {
        return answer
      }
      const headers = new Headers(request.headers)
      headers.delete('authorization')
      const again = await forward(new Request(request.url, { method: 'POST', headers, body: text }))
      return again.ok ? again : answer
    },
  }
}
