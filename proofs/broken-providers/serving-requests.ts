import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { readJwt } from '../../wire/jwt.ts'
import { tokenPath } from '../published-paths.ts'
import { isT1 } from '../token-kinds.ts'
import {
  assertionClaims,
  atTokenEndpoint,
  refused,
  withForm,
  withValues,
} from '../token-requests.ts'
import { acceptances } from './accepting.ts'
import type { BrokenProvider } from './broken-provider.ts'

type Body = Readonly<Record<string, unknown>>

/** A newer T1 for the same agent identity ends the former. */
function keepingTheNewest(): InProcessOptions {
  const newest = new Map<unknown, string>()
  return atTokenEndpoint(async (asked, pass) => {
    const assertion = asked.form.get('client_assertion') ?? ''
    const { sub } = assertionClaims(assertion)
    if (isT1({ sub }) && (newest.get(sub) ?? assertion) !== assertion)
      return refused(asked, 'invalid_client', 700024, 401)
    const answer = await pass()
    const body = (await answer.clone().json()) as Body
    const issued = readJwt(String(body.access_token))?.claims
    if (issued && isT1(issued)) newest.set(issued.sub, String(body.access_token))
    return answer
  })
}

/** Who proved itself once needs no credential under the same correlation id. */
function rememberingSessions(): InProcessOptions {
  const sessions = new Map<string, URLSearchParams>()
  return atTokenEndpoint(async ({ form, request }, pass) => {
    const session = request.headers.get('client-request-id') ?? form.get('client-request-id')
    if (!session) return pass()
    const key = `${session} ${form.get('client_id')}`
    const known = sessions.get(key)
    if (known) {
      const proof = {
        client_secret: known.get('client_secret') ?? undefined,
        client_assertion: known.get('client_assertion') ?? undefined,
        client_assertion_type: known.get('client_assertion_type') ?? undefined,
      }
      return pass(withValues(form, proof))
    }
    const answer = await pass()
    if (answer.ok) sessions.set(key, form)
    return answer
  })
}

/** A correlation id serves once. */
function servingEachIdOnce(): InProcessOptions {
  const seen = new Set<string>()
  return atTokenEndpoint(async (asked, pass) => {
    const id = asked.request.headers.get('client-request-id')
    if (!id) return pass()
    if (seen.has(id)) return refused(asked, 'invalid_request', 900144, 400)
    seen.add(id)
    return pass()
  })
}

/** A whole secret of some blueprint of the tests, and nothing that was made of one. */
const wholeSecret = /^(canary\+\/=&%[0-9a-f-]{36}|\w+-secret-for-tests-only)$/

/** A body of JSON in place of a form. */
function readingJson(): InProcessOptions {
  return {
    intercept: async (request, forward) => {
      const { pathname } = new URL(request.url)
      const text = await request.clone().text()
      if (!tokenPath.test(pathname) || !text.startsWith('{')) return forward(request)
      return forward(withForm(request, new URLSearchParams(JSON.parse(text))))
    },
  }
}

/** The form in the query of a GET. */
function servingGet(): InProcessOptions {
  return {
    intercept: async (request, forward) => {
      const { pathname, searchParams } = new URL(request.url)
      if (!tokenPath.test(pathname) || request.method !== 'GET') return forward(request)
      return forward(withForm(request, searchParams))
    },
  }
}

/** A client assertion before the client id cannot be read. */
function readingInOrder(): InProcessOptions {
  return atTokenEndpoint(async (asked, pass) => {
    const names = [...asked.form.keys()]
    const isLate = names.indexOf('client_id') > names.indexOf('grant_type')
    return isLate && asked.form.has('grant_type') && asked.form.has('client_id')
      ? refused(asked, 'invalid_request', 900144, 400)
      : pass()
  })
}

/** Serves the shared names as the tenant that it served last. */
function servingSharedNames(): InProcessOptions {
  let last = ''
  return {
    intercept: async (request, forward) => {
      const url = new URL(request.url)
      if (!tokenPath.test(url.pathname)) return forward(request)
      const [, tenant = ''] = url.pathname.split('/')
      if (!/^(common|organizations)$/.test(tenant)) {
        last = tenant
        return forward(request)
      }
      url.pathname = url.pathname.replace(tenant, last)
      const { method, headers } = request
      return forward(new Request(url, { method, headers, body: await request.text() }))
    },
  }
}

/** Requests that a token endpoint serves although it may not, or refuses although they are right. */
export const requestsServedWrongly: readonly BrokenProvider[] = [
  {
    name: 'a new T1 ends the former',
    breaks: ['T1-AGENT'],
    options: keepingTheNewest(),
  },
  ...acceptances([
    [
      'the secret of any blueprint is taken',
      'CRED-SECRET',
      ({ secret }) => wholeSecret.test(secret),
    ],
  ]),
  {
    name: 'a GET with the form in its query gets a token',
    breaks: ['REQ-METHOD'],
    options: servingGet(),
  },
  {
    name: 'a form in JSON gets a token',
    breaks: ['REQ-CONTENT-TYPE'],
    options: readingJson(),
  },
  {
    name: 'a client that proved itself once needs no credential under the same correlation id',
    breaks: ['CRED-PRESENT'],
    options: rememberingSessions(),
  },
  {
    name: 'a correlation id serves one request',
    breaks: ['TOKEN-EXTRAS', 'TOKEN-UNIQUE', 'ERROR-CORRELATION'],
    options: servingEachIdOnce(),
  },
  {
    name: 'the client id has to come before the grant type',
    breaks: ['TOKEN-ORDER'],
    options: readingInOrder(),
  },
  {
    name: 'the names common and organizations are the tenant served last',
    breaks: ['TENANT-SPECIFIC'],
    options: servingSharedNames(),
  },
]
