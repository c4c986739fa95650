import { enforce } from '../answers/enforce.ts'
import { Refusal } from '../answers/refusal.ts'
import type { User } from '../directory/person.ts'
import type { Answer, Exchange } from '../exchange/endpoint.ts'
import { pageHeaders } from '../pages/answer-page.ts'
import { AnsweredRefusal, pageEndpoint } from '../pages/page-endpoint.ts'
import { signInRules } from '../rules/sign-in.ts'
import { findTenant } from '../token-endpoint/find-tenant.ts'
import type { World } from '../world.ts'
import {
  type Browser,
  browserOf,
  enforceOwnForm,
  openBrowser,
  signInPerson,
  type TenantExchange,
} from './browser.ts'
import { identifyPerson } from './identify-person.ts'
import { answerSignInPage } from './sign-in-page.ts'

/** `POST /{tenant}/login`: where the form of the sign-in page goes. It leads on to the page that asked who it is. */
export const loginEndpoint = pageEndpoint('signIn', decide)

async function decide(opened: Exchange, world: World): Promise<Answer> {
  const exchange = findTenant(opened)
  const browser = browserOf(exchange, world)
  enforceOwnForm(browser, exchange)
  const continueTo = continuationOf(exchange)
  try {
    return goOn(continueTo, browser, exchange, world)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new AnsweredRefusal(error, await askAgain(error, continueTo, browser, exchange, world))
  }
}

function goOn(
  continueTo: string,
  browser: Browser,
  exchange: TenantExchange,
  world: World,
): Answer {
  const user = identify(exchange, world)
  world.facilitiesOf(exchange.tenant.id).browserSessions.remove(browser.session.id)
  const signedIn = signInPerson(user, browser.session.needsSeveralFactors, exchange, world)
  const { headers } = openBrowser(signedIn, exchange, world)
  return { status: 303, headers: { ...pageHeaders, location: continueTo, ...headers }, body: null }
}

function askAgain(
  refusal: Refusal,
  continueTo: string,
  browser: Browser,
  exchange: TenantExchange,
  world: World,
): Promise<Answer> {
  const userName = exchange.request.form.parameters.get('username')
  const asked = { continueTo, refusal, userName }
  return answerSignInPage(asked, browser, exchange, world)
}

/** @throws {Refusal} under the first rule about the person that is broken */
function identify(exchange: TenantExchange, world: World): User {
  const { parameters } = exchange.request.form
  const { password } = world.facilitiesOf(exchange.tenant.id).signInSettings.current()
  const userName = parameters.get('user') || parameters.get('username') || ''
  const knowsPassword = password === null || parameters.get('password') === password
  return identifyPerson({ userName, knowsPassword }, exchange)
}

/** @throws {Refusal} under LOGIN-CONTINUATION */
function continuationOf({ request, origin, examination }: TenantExchange): string {
  const asked = request.form.parameters.get('continue') ?? ''
  const path = pathBelow(asked, origin, request.tenantName ?? '')
  enforce(signInRules.continuation, { leadsToTenant: path !== undefined }, examination)
  return path ?? `/${request.tenantName}/`
}

/** Path and query in the spelling of a browser, if they are of this origin and below this tenant. */
function pathBelow(asked: string, origin: string, tenantName: string): string | undefined {
  if (!asked.startsWith('/') || !URL.canParse(asked, origin)) return undefined
  const url = new URL(asked, origin)
  const isBelow =
    url.origin === new URL(origin).origin && url.pathname.startsWith(`/${tenantName}/`)
  return isBelow ? `${url.pathname}${url.search}` : undefined
}
