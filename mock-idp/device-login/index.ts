import { enforce } from '../answers/enforce.ts'
import { Refusal } from '../answers/refusal.ts'
import { consentLeft, resolvePermissions } from '../authorize/asked-permissions.ts'
import { checkAssignment } from '../authorize/check-assignment.ts'
import { writeConsent } from '../authorize/consent.ts'
import { needsSeveralFactors } from '../authorize/meet-policies.ts'
import { maySpeakForOrganization } from '../directory/consent.ts'
import type { User } from '../directory/person.ts'
import type { Answer, Exchange } from '../exchange/endpoint.ts'
import { pageHeaders } from '../pages/answer-page.ts'
import { AnsweredRefusal, pageEndpoint } from '../pages/page-endpoint.ts'
import { authorizePersonRules } from '../rules/authorize-person.ts'
import { userCodeRules } from '../rules/device-login.ts'
import { browserOf, demandSeveralFactors, enforceOwnForm, personOf } from '../sign-in/browser.ts'
import { answerSignInPage } from '../sign-in/sign-in-page.ts'
import { findClient } from '../token-endpoint/find-client.ts'
import { findTenant } from '../token-endpoint/find-tenant.ts'
import type { SignIn } from '../tokens/delegation.ts'
import type { DeviceSignIn } from '../tokens/device-codes.ts'
import type { World } from '../world.ts'
import { deviceOfReference, deviceOfUserCode } from './device-asked.ts'
import {
  answerCodePage,
  answerConfirmPage,
  answerConsentPage,
  answerDeclinedPage,
  answerDonePage,
  pathOf,
  type Showing,
} from './pages.ts'

/** `/{tenant}/oauth2/deviceauth`: the page on which a user signs in for a device that shows a code. */
export const deviceLoginEndpoint = pageEndpoint('deviceLogin', decide)

async function decide(opened: Exchange, world: World): Promise<Answer> {
  const exchange = findTenant(opened)
  const browser = browserOf(exchange, world)
  const showing = { browser, exchange, world }
  const { request } = exchange
  if (request.method === 'POST') {
    enforceOwnForm(browser, exchange)
    return orAskAgain(showing, () => act(request.form.parameters, showing))
  }
  const reference = request.query?.get('request')
  if (!reference) return answerCodePage(showing)
  return orAskAgain(showing, () => look(reference, showing))
}

/** A code that is wrong or too old: the page says so, and asks for another. */
async function orAskAgain(showing: Showing, go: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await go()
  } catch (error) {
    if (!(error instanceof Refusal) || !isAboutCode(error)) throw error
    throw new AnsweredRefusal(error, await answerCodePage(showing, error))
  }
}

function isAboutCode({ rule }: Refusal): boolean {
  return userCodeRules.some(({ id }) => id === rule.id)
}

/** The user looks at what asks, once signed in. */
function look(reference: string, showing: Showing): Promise<Answer> {
  const { browser, exchange, world } = showing
  const device = deviceOfReference(reference, exchange, world)
  const user = personOf(browser, exchange.tenant)
  return user ? answerConfirmPage(device, user, showing) : askWho(device, showing)
}

function askWho({ reference }: DeviceSignIn, showing: Showing): Promise<Answer> {
  const { browser, exchange, world } = showing
  return answerSignInPage({ continueTo: addressOf(reference, showing) }, browser, exchange, world)
}

function act(fields: ReadonlyMap<string, string>, showing: Showing): Answer | Promise<Answer> {
  const { browser, exchange, world } = showing
  const action = fields.get('action')
  if (action === undefined) return goOn(fields.get('user_code') ?? '', showing)
  const device = deviceOfReference(fields.get('request') ?? '', exchange, world)
  const { deviceCodes } = world.facilitiesOf(exchange.tenant.id)
  if (action === 'cancel') {
    deviceCodes.setState(device.userCode, { kind: 'declined' })
    return answerDeclinedPage(device, showing)
  }
  const user = personOf(browser, exchange.tenant)
  if (!user || action === 'switch') return askWho(device, showing)
  return answerConsent(action === 'accept', device, user, showing)
}

function goOn(userCode: string, showing: Showing): Answer {
  const { browser, exchange, world } = showing
  const { reference } = deviceOfUserCode(userCode, exchange, world)
  const headers = { ...pageHeaders, ...browser.headers, location: addressOf(reference, showing) }
  return { status: 303, headers, body: null }
}

function addressOf(reference: string, { exchange }: Showing): string {
  return `${pathOf(exchange)}?request=${reference}`
}

/**
 * The device has the sign-in of this browser, as soon as nothing is left to consent to.
 * @throws {Refusal} under a rule of the authorize endpoint
 */
function answerConsent(
  accepts: boolean,
  device: DeviceSignIn,
  user: User,
  showing: Showing,
): Promise<Answer> {
  const { exchange, world } = showing
  const client = findClient(device.clientAppId, exchange, world)
  const permissions = resolvePermissions(device.scope, client, exchange)
  const { resource } = permissions.requested.target
  checkAssignment([device.clientAppId, resource.appId], user, exchange)
  const signIn = signInOf(showing)
  if (needsSeveralFactors({ person: { user, signIn }, resource, mustBeSilent: false }, exchange)) {
    return stepUp(device, user, showing)
  }
  const left = consentLeft(permissions, client, user, exchange.tenant)
  const isAdministrator = maySpeakForOrganization(user)
  enforce(
    authorizePersonRules.consent,
    {
      clientId: client.principal.appId,
      clientName: client.principal.displayName,
      mustBeSilent: false,
      isNeeded: left.isNeeded,
      needsAdministrator: !isAdministrator && left.permissions.some(({ isAdmin }) => isAdmin),
      isDeclined: false,
    },
    exchange.examination,
  )
  if (left.isNeeded && !accepts) {
    const asked = permissions.requested
    return answerConsentPage(device, { asked, left: left.permissions }, showing)
  }
  if (left.isNeeded) {
    writeConsent({ client, permissions, person: { user } }, left, false, exchange, world)
  }
  return approve(device, user, showing)
}

/** The same request again, once the user has signed in with several factors. */
function stepUp(device: DeviceSignIn, user: User, showing: Showing): Promise<Answer> {
  const { browser, exchange, world } = showing
  const demanding = demandSeveralFactors(browser, exchange, world)
  const continueTo = addressOf(device.reference, showing)
  const userName = user.userPrincipalName
  return answerSignInPage({ continueTo, userName }, demanding, exchange, world)
}

function signInOf({ browser }: Showing): SignIn {
  const signIn = browser.session.person?.signIn
  if (!signIn) throw new TypeError('nobody is signed in')
  return signIn
}

function approve(device: DeviceSignIn, user: User, showing: Showing): Promise<Answer> {
  const { exchange, world } = showing
  const { deviceCodes } = world.facilitiesOf(exchange.tenant.id)
  const signIn = signInOf(showing)
  deviceCodes.setState(device.userCode, { kind: 'approved', userId: user.id, signIn })
  return answerDonePage(device, showing)
}
