import { enforce } from '../answers/enforce.ts'
import { hasSeveralFactors } from '../directory/access-policy.ts'
import type { User } from '../directory/person.ts'
import type { Tenant } from '../directory/tenant.ts'
import type { Exchange } from '../exchange/endpoint.ts'
import { cookieOf, setCookie } from '../http/browser-cookie.ts'
import { signInRules } from '../rules/sign-in.ts'
import type { BrowserSession, SignedIn } from '../tokens/browser-sessions.ts'
import type { World } from '../world.ts'

/** A request at a tenant that exists. */
export type TenantExchange = Exchange & { readonly tenant: Tenant }

/** The browser that asks. */
export type Browser = {
  readonly session: BrowserSession
  /** Of every answer that shows it a page: the cookie by which it is known again. */
  readonly headers: Readonly<Record<string, string>>
}

/** The browser of a request. One that is not known gets a cookie with the first page. */
export function browserOf(exchange: TenantExchange, world: World): Browser {
  const { browserSessions } = world.facilitiesOf(exchange.tenant.id)
  const known = browserSessions.find(cookieOf(exchange.request) ?? '')
  return known ? { session: known, headers: {} } : openBrowser(undefined, exchange, world)
}

/** A new cookie, as a sign-in must bring one: nobody keeps a cookie that was there before it. */
export function openBrowser(
  person: SignedIn | undefined,
  exchange: TenantExchange,
  world: World,
): Browser {
  const { random, platform } = world
  const newToken = () => platform.encodeBytes(random.bytes(32))
  const session = {
    id: newToken(),
    csrfToken: newToken(),
    person,
    needsSeveralFactors: false,
  }
  world.facilitiesOf(exchange.tenant.id).browserSessions.keep(session)
  return { session, headers: setCookie(session.id, exchange) }
}

/** A page that offers people of several tenants comes back to any of them: each knows the browser. */
export function knowEverywhere(
  { session }: Browser,
  tenants: readonly Pick<Tenant, 'id'>[],
  world: World,
): void {
  for (const { id } of tenants) {
    const { browserSessions } = world.facilitiesOf(id)
    if (browserSessions.find(session.id)) continue
    browserSessions.keep({ ...session, person: undefined, needsSeveralFactors: false })
  }
}

/** The browser, whose next sign-in has several factors. */
export function demandSeveralFactors(
  { session, headers }: Browser,
  { tenant }: Pick<TenantExchange, 'tenant'>,
  world: World,
): Browser {
  const demanding = { ...session, needsSeveralFactors: true }
  world.facilitiesOf(tenant.id).browserSessions.keep(demanding)
  return { session: demanding, headers }
}

/** Who is signed in with a browser: nobody, where the account is gone or disabled. */
export function personOf({ session }: Browser, { users }: Tenant): User | undefined {
  const user = users.get(session.person?.userId ?? '')
  return user?.enabled ? user : undefined
}

/**
 * A form comes from a page that this very browser was shown.
 * @throws {Refusal} under LOGIN-OWN-FORM
 */
export function enforceOwnForm(
  { session }: Browser,
  { request, examination }: Pick<Exchange, 'request' | 'examination'>,
): void {
  const isOwnForm = request.form.parameters.get('csrf_token') === session.csrfToken
  enforce(signInRules.form, { isOwnForm }, examination)
}

/**
 * Signs a person in: `sid` is new, and every token of this sign-in names it.
 * @param severalFactors whether a policy demands them, whatever the settings say
 */
export function signInPerson(
  user: Pick<User, 'id'>,
  severalFactors: boolean,
  { tenant, nowMs }: Pick<TenantExchange, 'tenant' | 'nowMs'>,
  world: World,
): SignedIn {
  const { signIns, signInSettings } = world.facilitiesOf(tenant.id)
  const usual = signInSettings.current().methods
  const methods = severalFactors && !hasSeveralFactors(usual) ? [...usual, 'mfa'] : usual
  const signIn = { sessionId: world.random.guid(), methods, ipAddress: '127.0.0.1' }
  signIns.keep(signIn)
  return { userId: user.id, signIn, signedInMs: nowMs }
}
