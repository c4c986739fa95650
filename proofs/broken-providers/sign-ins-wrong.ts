import type { InProcessOptions, Intercept } from '../../engine/targets/in-process.ts'
import { broken, changedBody } from '../broken-answers.ts'
import { tokenPath } from '../published-paths.ts'
import type { BrokenProvider } from './broken-provider.ts'

const authorizePath = /\/oauth2\/v2\.0\/authorize$/
const loginPath = /\/login$/

/** Answers at the client, with another address. */
function movedTo(change: (location: string) => string): InProcessOptions {
  return broken(authorizePath, async (answer) => {
    const location = answer.headers.get('location')
    if (location === null) return answer
    const headers = new Headers(answer.headers)
    headers.set('location', change(location))
    return new Response(null, { status: answer.status, headers })
  })
}

/** Pages with another status or text. */
function pageWith(
  path: RegExp,
  change: (html: string) => string,
  statusOf: (status: number) => number = (status) => status,
): InProcessOptions {
  return broken(path, async (answer) => {
    if (answer.headers.has('location')) return answer
    const text = change(await answer.text())
    return new Response(text, { status: statusOf(answer.status), headers: answer.headers })
  })
}

/** Leads to whatever address was asked for. */
const openRedirect: Intercept = async (request, forward) => {
  const answer = await forward(request)
  const url = new URL(request.url)
  const asked = url.searchParams.get('redirect_uri')
  const isRefused = answer.status === 400 && authorizePath.test(url.pathname)
  return isRefused && asked ? Response.redirect(`${asked}?error=invalid_request`) : answer
}

/** Forgets which code was redeemed, by giving the first answer again. */
function answersTwice(): InProcessOptions {
  let first: Response | undefined
  const intercept: Intercept = async (request, forward) => {
    if (!tokenPath.test(new URL(request.url).pathname)) return forward(request)
    const answer = await forward(request)
    if (answer.ok) first = answer.clone()
    return answer.ok || !first ? answer : first.clone()
  }
  return { intercept }
}

const fault = (name: string, rule: string, options: InProcessOptions): BrokenProvider => ({
  name,
  breaks: [rule],
  options,
})

/** Sign-ins that go wrong in one way each. */
export const signInsWrong: readonly BrokenProvider[] = [
  fault(
    'the state of a sign-in is lost',
    'AUTHORIZE-REDIRECT-PRESENT',
    movedTo((location) => location.replace(/&state=[^&#]*/, '')),
  ),
  fault(
    'the state of a sign-in is another',
    'AUTHORIZE-SCOPE',
    movedTo((location) => location.replace(/([?&])state=[^&#]*/, '$1state=another')),
  ),
  fault(
    'a sign-in brings no code',
    'AUTHORIZE-RESPONSE-MODE',
    movedTo((location) => location.replace('code=', 'kode=')),
  ),
  fault(
    'a sign-in brings a code of nobody',
    'CODE-PRESENT',
    movedTo((location) => location.replace(/code=1\.A.{8}/, 'code=1.AAAAAAAAA')),
  ),
  fault(
    'consent alone brings a code',
    'AUTHORIZE-RESPONSE-TYPE',
    movedTo((location) => location.replace('?state', '?code=one&state')),
  ),
  fault('an answer goes to any address', 'AUTHORIZE-REDIRECT', { intercept: openRedirect }),
  fault(
    'an error page has the status of a success',
    'LOGIN-OWN-FORM',
    pageWith(
      loginPath,
      (html) => html,
      () => 200,
    ),
  ),
  fault(
    'an error page names another number',
    'LOGIN-AGENT-USER',
    pageWith(loginPath, (html) => html.replace('data-aadsts="50126"', 'data-aadsts="50034"')),
  ),
  fault(
    'a silent refusal says that access was denied',
    'AUTHORIZE-SILENT-SESSION',
    movedTo((location) => location.replace('error=login_required', 'error=access_denied')),
  ),
  fault(
    'a refusal at the client has no number',
    'AUTHORIZE-RESOURCE-LISTED',
    movedTo((location) => location.replace(/AADSTS\d+/, 'Error')),
  ),
  fault(
    'whoever declines is told of as if nothing had been asked',
    'AUTHORIZE-CONSENT-GIVEN',
    movedTo((location) => location.replace('error=consent_required', 'error=login_required')),
  ),
  fault(
    'the page for administrators is no refusal',
    'AUTHORIZE-ADMIN-APPROVAL',
    pageWith(authorizePath, (html) => html.replace(/ data-error="[^"]*"/, '')),
  ),
  fault('a code is redeemed twice', 'CODE-ONCE', answersTwice()),
  fault(
    'a wrong verifier is told of as a bad request',
    'CODE-VERIFIER',
    changedBody(tokenPath, 400, (body) => ({ ...body, error: 'invalid_request' })),
  ),
  fault(
    'a redemption brings no token',
    'CODE-REDIRECT-PRESENT',
    changedBody(tokenPath, 200, ({ access_token: _, ...body }) => body),
  ),
]
