import type { InProcessOptions } from '../engine/targets/in-process.ts'
import { broken, changedBody } from './broken-answers.ts'
import { blindAt } from './policies-of-a-request.ts'
import { atTokenEndpoint, refused } from './token-requests.ts'

export const deviceCodePath = /\/oauth2\/v2\.0\/devicecode$/
export const devicePagePath = /\/oauth2\/deviceauth$/
export const adminConsentPath = /\/adminconsent$/
export const logoutPath = /\/oauth2\/v2\.0\/logout$/
export const userinfoPath = /\/oidc\/userinfo$/

/** Leads a browser somewhere else than it ought to go. */
export function movedTo(path: RegExp, change: (location: string) => string): InProcessOptions {
  return broken(path, async (answer) => {
    const location = answer.headers.get('location')
    if (location === null) return answer
    const headers = new Headers(answer.headers)
    headers.set('location', change(location))
    return new Response(null, { status: answer.status, headers })
  })
}

/** Goes on wherever the request says. */
const openSignOut: InProcessOptions = {
  intercept: async (request, forward) => {
    const url = new URL(request.url)
    const answer = await forward(request)
    const asked = url.searchParams.get('post_logout_redirect_uri')
    if (!logoutPath.test(url.pathname) || asked === null || answer.status === 302) return answer
    return new Response(null, { status: 302, headers: { location: asked } })
  },
}

/** Says that it signed somebody out, and does not. */
const forgetfulSignOut: InProcessOptions = {
  intercept: async (request, forward) => {
    if (!logoutPath.test(new URL(request.url).pathname)) return forward(request)
    const headers = new Headers(request.headers)
    headers.delete('cookie')
    const answer = await forward(new Request(request, { headers }))
    const kept = new Headers(answer.headers)
    kept.delete('set-cookie')
    return new Response(await answer.text(), { status: answer.status, headers: kept })
  },
}

/** Ends every refresh token as soon as a code is redeemed for the second time. */
function revokingOnReuse(): InProcessOptions {
  let isReused = false
  return atTokenEndpoint(async (asked, pass) => {
    const isRenewal = asked.form.get('grant_type') === 'refresh_token'
    if (isReused && isRenewal) return refused(asked, 'invalid_grant', 50173, 400)
    const answer = await pass()
    isReused ||= (await answer.clone().text()).includes('AADSTS54005')
    return answer
  })
}

/** How each promise about devices, consent for everybody, signing out and user information is broken once. */
export const brokenDevicePromises: Readonly<Record<string, InProcessOptions>> = {
  'LOGIN-STEP-UP': blindAt(/\/oauth2\/v2\.0\/authorize$/),
  'CODE-AGAIN': revokingOnReuse(),
  'DEVICE-ANSWER': changedBody(deviceCodePath, 200, ({ interval: _, ...body }) => body),
  'ADMIN-CONSENT-ANSWER': movedTo(adminConsentPath, (location) =>
    location.replace(/&tenant=[^&]*/, ''),
  ),
  'LOGOUT-SESSION': forgetfulSignOut,
  'LOGOUT-REDIRECT': openSignOut,
  'USERINFO-ANSWER': changedBody(userinfoPath, 200, ({ sub: _, ...body }) => body),
}
