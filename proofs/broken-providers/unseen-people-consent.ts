import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { adminConsentPath, movedTo } from '../broken-device-promises.ts'
import {
  asksForSignIn,
  asksToRenew,
  authorizePath,
  readOtherwise,
} from '../broken-people-promises.ts'
import { atTokenEndpoint, type TokenRequest, withValues } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'
import { type Described, numberOf, someAnswer } from './delegated-provider.ts'

const fault = (name: string, rule: string, options: InProcessOptions): BrokenProvider => ({
  name,
  breaks: [rule],
  options,
})

type Grants = Described['permissionGrants']

/** Writes other grants as soon as somebody consented. */
function afterConsent(path: RegExp, change: (grants: Grants, before: Grants) => Grants) {
  const options: InProcessOptions = {
    intercept: async (request, forward) => {
      const { pathname, origin } = new URL(request.url)
      const isDecision = path.test(pathname) && request.method === 'POST'
      if (!isDecision) return forward(request)
      const url = `${origin}/_mock/tenants/${pathname.split('/')[1]}`
      const read = async () => (await (await forward(new Request(url))).json()) as Described
      const before = (await read()).permissionGrants
      const answer = await forward(request)
      const tenant = await read()
      const permissionGrants = change(tenant.permissionGrants, before)
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify({ ...tenant, permissionGrants })
      await forward(new Request(url, { method: 'PUT', headers, body }))
      return answer
    },
  }
  return options
}

const isNew = (one: Grants[number], before: Grants) =>
  !before.some((other) => JSON.stringify(other) === JSON.stringify(one))

/** An administrator who declines has accepted before. */
const decliningAccepts: InProcessOptions = {
  intercept: async (request, forward) => {
    if (adminConsentPath.test(new URL(request.url).pathname) && request.method === 'POST') {
      const form = new URLSearchParams(await request.clone().text())
      if (form.get('decision') === 'decline') {
        form.set('decision', 'accept')
        await forward(new Request(request.clone(), { body: form.toString() }))
      }
    }
    return forward(request)
  },
}

/** Tokens for what nobody consented to. */
const unasked = (about: (asked: TokenRequest) => boolean) =>
  atTokenEndpoint(async (asked, pass) => {
    const answer = await pass()
    return about(asked) && (await numberOf(answer)) === 65001 ? someAnswer() : answer
  })

/** The day of a page begins anew with each renewal. */
function slidingDay(): InProcessOptions {
  const renewed = new Map<string, Response>()
  return atTokenEndpoint(async (asked, pass) => {
    const answer = await pass()
    if (!asksToRenew(asked)) return answer
    if (!answer.ok) return renewed.get(asked.form.get('refresh_token') ?? '')?.clone() ?? answer
    const body = (await answer.clone().json()) as { readonly refresh_token?: string }
    renewed.set(body.refresh_token ?? '', answer.clone())
    return answer
  })
}

/** Knows a refresh token by its API alone. */
const ofOneApi = atTokenEndpoint(async (asked, pass) => {
  const isOther = asksToRenew(asked) && (asked.form.get('scope') ?? '').startsWith('api://')
  return isOther ? pass(withValues(asked.form, { refresh_token: 'unknown' })) : pass()
})

/** What people and administrators consent to, and what comes of it, goes wrong. */
export const unseenPeopleConsent: readonly BrokenProvider[] = [
  fault(
    'what one person consents to counts for everybody',
    'CONSENT-OF-ONE',
    afterConsent(authorizePath, (grants, before) =>
      grants.map((one) => {
        const { user: _, ...forAll } = one
        return isNew(one, before) ? forAll : one
      }),
    ),
  ),
  fault(
    'what a person consents to is forgotten',
    'CONSENT-OF-ONE',
    afterConsent(authorizePath, (_, before) => before),
  ),
  fault(
    'who consents to one more permission loses the others',
    'CONSENT-OF-ONE',
    afterConsent(authorizePath, (grants, before) =>
      grants.map((one) => {
        const former = before.find(
          ({ client, resource, user }) =>
            client === one.client && resource === one.resource && user === one.user,
        )
        const had = former?.scope.split(' ') ?? []
        const rest = one.scope.split(' ').filter((scope) => !had.includes(scope))
        return rest.length > 0 && isNew(one, before) ? { ...one, scope: rest.join(' ') } : one
      }),
    ),
  ),
  fault(
    'who consents to anything consents to all of the API',
    'CONSENT-OF-ONE',
    afterConsent(authorizePath, (grants, before) =>
      grants.map((one) =>
        isNew(one, before) ? { ...one, scope: `${one.scope} Mail.Read Calendars.Read` } : one,
      ),
    ),
  ),
  fault(
    'what an administrator consents to counts for the administrator alone',
    'CONSENT-OF-ALL',
    afterConsent(adminConsentPath, (grants, before) =>
      grants.filter((one) => !isNew(one, before) || one.user !== undefined),
    ),
  ),
  fault(
    'an administrator consents to all that there is',
    'CONSENT-OF-ALL',
    readOtherwise(adminConsentPath, (query, { method }) => {
      const scope = `${query.get('scope')} https://graph.microsoft.com/Calendars.Read`
      if (method === 'POST') query.set('scope', scope)
    }),
  ),
  fault('an administrator who declines allows it', 'CONSENT-OF-ALL', decliningAccepts),
  fault(
    'an administrator who allows one more takes away the others',
    'CONSENT-OF-ALL',
    afterConsent(adminConsentPath, (grants, before) =>
      grants
        .filter((one) => one.user !== undefined || isNew(one, before))
        .map((one) => {
          const had = before.find(
            ({ client, resource, user }) =>
              user === undefined && client === one.client && resource === one.resource,
          )
          const rest = one.scope
            .split(' ')
            .filter((scope) => !had?.scope.split(' ').includes(scope))
          return had && rest.length > 0 ? { ...one, scope: rest.join(' ') } : one
        }),
    ),
  ),
  fault('an administrator is led to any address', 'ADMIN-CONSENT-ANSWER', {
    intercept: async (request, forward) => {
      const answer = await forward(request)
      const { pathname, searchParams } = new URL(request.url)
      const asked = searchParams.get('redirect_uri')
      if (answer.status !== 400 || !adminConsentPath.test(pathname) || !asked) return answer
      return new Response(null, { status: 302, headers: { location: `${asked}?error=refused` } })
    },
  }),
  fault(
    'an administrator who declines is told of as one who accepts',
    'ADMIN-CONSENT-ANSWER',
    movedTo(adminConsentPath, (location) => location.replace(/&error(_description)?=[^&]*/g, '')),
  ),
  fault(
    'a code brings permissions that nobody consented to',
    'CONSENT-DELEGATED',
    unasked((asked) => asksForSignIn(asked) && !asksToRenew(asked)),
  ),
  fault(
    'a renewal of a sign-in brings permissions that nobody consented to',
    'CONSENT-DELEGATED',
    unasked(asksToRenew),
  ),
  fault('a page that renews its tokens begins a new day', 'REFRESH-SPA-TIME', slidingDay()),
  fault('a refresh token is good for one API alone', 'SIGNIN-RENEWAL', ofOneApi),
]
