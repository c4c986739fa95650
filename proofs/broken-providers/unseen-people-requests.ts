import type { InProcessOptions, Intercept } from '../../engine/targets/in-process.ts'
import { adminConsentPath, devicePagePath } from '../broken-device-promises.ts'
import {
  asksForSignIn,
  asksToRenew,
  authorizePath,
  ofSignIn,
  readOtherwise,
} from '../broken-people-promises.ts'
import { atTokenEndpoint, type TokenRequest, withValues } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'
import { numberOf, someAnswer } from './delegated-provider.ts'

const fault = (name: string, rule: string, options: InProcessOptions): BrokenProvider => ({
  name,
  breaks: [rule],
  options,
})

/** Does not understand a request of which this holds. */
const misreading = (isMisread: (query: URLSearchParams, request: Request) => boolean) =>
  readOtherwise(authorizePath, (query, request) => {
    if (isMisread(query, request)) query.set('response_type', 'unknown')
  })

/** Issues a token where it would be refused for this number. */
const takingAt = (number: number, about: (asked: TokenRequest) => boolean) =>
  atTokenEndpoint(async (asked, pass) => {
    const answer = await pass()
    return about(asked) && (await numberOf(answer)) === number ? someAnswer() : answer
  })

const grantIs = (grant: string) => (asked: TokenRequest) => asked.form.get('grant_type') === grant
const verifierIs = (test: (verifier: string) => boolean) =>
  takingAt(501481, ({ form }) => test(form.get('code_verifier') ?? ''))

/** Pages with another header. */
const pagesWith = (change: (headers: Headers) => void): InProcessOptions => ({
  intercept: async (request, forward) => {
    const answer = await forward(request)
    const headers = new Headers(answer.headers)
    change(headers)
    const { status } = answer
    return new Response(headers.has('location') ? null : await answer.text(), { status, headers })
  },
})

/** Pages at a path hear any browser: what they sent last is taken for what comes back. */
function hearingAnybody(path: RegExp): InProcessOptions {
  let shown = ''
  const intercept: Intercept = async (request, forward) => {
    if (!path.test(new URL(request.url).pathname)) return forward(request)
    const isForm = request.method === 'POST' && shown !== ''
    const form = new URLSearchParams(isForm ? await request.clone().text() : '')
    form.set('csrf_token', shown)
    const answer = await forward(isForm ? new Request(request, { body: form.toString() }) : request)
    const text = answer.headers.has('location') ? null : await answer.text()
    shown = /name="csrf_token" value="([^"]*)"/.exec(text ?? '')?.[1] ?? shown
    return new Response(text, answer)
  }
  return { intercept }
}

/** A browser keeps the cookie that it had before somebody signed in with it. */
function keepingCookies(): InProcessOptions {
  const own = new Map<string, string>()
  const known = (cookie: string) => cookie.split(';')[0] ?? ''
  return {
    intercept: async (request, forward) => {
      const cookie = request.headers.get('cookie') ?? ''
      const headers = new Headers(request.headers)
      if (own.has(cookie)) headers.set('cookie', own.get(cookie) ?? '')
      const answer = await forward(new Request(request, { headers }))
      const given = answer.headers.get('set-cookie')
      if (cookie === '' || given === null) return answer
      own.set(cookie, known(given))
      const kept = new Headers(answer.headers)
      kept.set('set-cookie', `${cookie}; Path=/; HttpOnly`)
      return new Response(answer.body, { status: answer.status, headers: kept })
    },
  }
}

/** Whoever uses a refresh token twice loses its successors. */
function endingFamilies(): InProcessOptions {
  const successors = new Map<string, string[]>()
  const ended = new Set<string>()
  return atTokenEndpoint(async (asked, pass) => {
    if (!asksToRenew(asked)) return pass()
    const used = asked.form.get('refresh_token') ?? ''
    if (ended.has(used)) return pass(withValues(asked.form, { refresh_token: 'ended' }))
    const answer = await pass()
    const { refresh_token: next = '' } = (await answer.clone().json()) as Record<string, string>
    const before = successors.get(used) ?? []
    if (before.length > 0) for (const one of [...before, next]) ended.add(one)
    successors.set(used, [...before, next])
    return answer
  })
}

/** How requests of people are read, and how their pages are kept. */
export const unseenPeopleRequests: readonly BrokenProvider[] = [
  ...(
    [
      ['a client id in upper case', (query) => /[A-F]/.test(query.get('client_id') ?? '')],
      ['a user name in upper case', (query) => /[A-Z]{3}/.test(query.get('login_hint') ?? '')],
      ['openid alone', (query) => query.get('scope') === 'openid'],
      ['openid behind another scope', (query) => / openid$/.test(query.get('scope') ?? '')],
      ['a scope twice', (query) => (query.get('scope') ?? '').includes('openid openid')],
      ['a parameter that is not its own', (query) => query.has('strange')],
      ['claims that it does not know', (query) => query.has('claims')],
      ['a hint of where the person lives', (query) => query.has('domain_hint')],
    ] as const satisfies readonly (readonly [string, (query: URLSearchParams) => boolean])[]
  ).map(([what, isMisread]) =>
    fault(`who asks with ${what} is not understood`, 'AUTHORIZE-SPELLING', misreading(isMisread)),
  ),
  fault('a request in a body is not understood', 'AUTHORIZE-SPELLING', {
    intercept: (request, forward) => {
      const { pathname, search } = new URL(request.url)
      const inBody = authorizePath.test(pathname) && request.method === 'POST' && search === ''
      return inBody ? Promise.resolve(new Response('no body', { status: 405 })) : forward(request)
    },
  }),
  fault(
    'verifiers are compared without letter case',
    'CODE-VERIFIER',
    verifierIs((verifier) => verifier === verifier.toUpperCase()),
  ),
  fault(
    'verifiers are compared as far as the challenge is long',
    'CODE-VERIFIER',
    verifierIs((verifier) => verifier.endsWith('x')),
  ),
  fault(
    'the end of a code is not compared',
    'CODE-KNOWN',
    takingAt(70000, ({ form }) => (form.get('code') ?? '').length > 100),
  ),
  fault(
    'a block does not stop codes',
    'ACCESS-POLICY-BLOCK',
    takingAt(53003, grantIs('authorization_code')),
  ),
  fault(
    'a block does not stop devices',
    'ACCESS-POLICY-BLOCK',
    takingAt(53003, grantIs('urn:ietf:params:oauth:grant-type:device_code')),
  ),
  fault(
    'a block does not stop renewals of a sign-in',
    'ACCESS-POLICY-BLOCK',
    takingAt(53003, (asked) => asksToRenew(asked) && !asked.form.has('client_assertion')),
  ),
  fault(
    'a code brings a token where several factors are demanded',
    'ACCESS-POLICY-MFA',
    takingAt(50076, asksForSignIn),
  ),
  fault(
    'the capabilities of who signs people in are forgotten',
    'TOKEN-CAPABILITY',
    ofSignIn(() => ({ xms_cc: undefined })),
  ),
  fault('whoever renews twice loses everything', 'SIGNIN-RENEWAL', endingFamilies()),
  fault(
    'a page may be shown in a frame',
    'SIGNIN-PAGE',
    pagesWith((headers) => {
      headers.delete('x-frame-options')
      headers.delete('content-security-policy')
    }),
  ),
  fault(
    'a cookie can be read by scripts',
    'SIGNIN-PAGE',
    pagesWith((headers) => {
      const cookie = headers.get('set-cookie')
      if (cookie !== null) headers.set('set-cookie', cookie.replace(' HttpOnly;', ''))
    }),
  ),
  fault('a browser keeps its cookie when somebody signs in', 'SIGNIN-PAGE', keepingCookies()),
  fault('the page for consent hears anybody', 'LOGIN-OWN-FORM', hearingAnybody(authorizePath)),
  fault(
    'the page for administrators hears anybody',
    'LOGIN-OWN-FORM',
    hearingAnybody(adminConsentPath),
  ),
  fault('the page for devices hears anybody', 'LOGIN-OWN-FORM', hearingAnybody(devicePagePath)),
]
