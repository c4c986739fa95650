import type { Refusal } from '../answers/refusal.ts'
import { permissionItems } from '../authorize/consent-page.ts'
import type { Permission } from '../directory/find-permissions.ts'
import type { User } from '../directory/person.ts'
import type { Answer } from '../exchange/endpoint.ts'
import { answerPage, type PageAnswer } from '../pages/answer-page.ts'
import { facts, hiddenFields, problem } from '../pages/components.ts'
import { type Html, html } from '../pages/html.ts'
import { type Page, renderPage } from '../pages/layout.ts'
import type { Browser, TenantExchange } from '../sign-in/browser.ts'
import type { RequestedScopes } from '../token-endpoint/resolve-scopes.ts'
import type { DeviceSignIn } from '../tokens/device-codes.ts'
import type { World } from '../world.ts'

/** Of one answer: the browser, the request, and what the mock needs to write a page. */
export type Showing = {
  readonly browser: Browser
  readonly exchange: TenantExchange
  readonly world: World
}

/** Where the forms go. */
export function pathOf({ request }: Pick<TenantExchange, 'request'>): string {
  return `/${request.tenantName ?? ''}/oauth2/deviceauth`
}

/** The page on which a user types what the device shows. */
export function answerCodePage(showing: Showing, refusal?: Refusal): Promise<Answer> {
  const page = {
    testId: 'device-code-page',
    title: 'Enter the code',
    refused: refusal?.rule,
    lead: html`<p>Your device shows a code. Type it here, and then sign in for the device.</p>`,
    work: html`${problem(refusal && `AADSTS${refusal.rule.aadsts ?? 0}: ${refusal.prose}`)}${form(
      showing,
      {},
      html`<label class="field">Code<input class="code" name="user_code" autocomplete="off" autocapitalize="characters" spellcheck="false" required data-testid="user-code"></label>
<div class="buttons"><button class="button main" data-testid="next">Next</button></div>`,
    )}`,
  }
  return answer(page, showing, refusal?.rule)
}

/** Nobody may sign somebody else's device in: the user looks at what asks. */
export function answerConfirmPage(
  device: DeviceSignIn,
  user: User,
  showing: Showing,
): Promise<Answer> {
  const app = appOf(device, showing)
  const page = {
    testId: 'device-confirm-page',
    title: `Are you signing in to ${app}?`,
    lead: html`<p><b data-testid="app">${app}</b> asks on another device to sign in as <b data-testid="user">${user.userPrincipalName}</b>.</p>
${facts({ 'Client ID': device.clientAppId })}`,
    work: html`<p class="note">Go on only if you started this yourself, on a device that you see.</p>${actions(
      device,
      showing,
      { cancel: 'Cancel', continue: 'Continue', switch: 'Use another account' },
    )}`,
  }
  return answer(page, showing)
}

/** What a request of a device asks for, and what of it is left to consent to. */
export type DeviceConsent = {
  readonly asked: RequestedScopes
  readonly left: readonly Permission[]
}

/** What the app may do from now on. */
export function answerConsentPage(
  device: DeviceSignIn,
  { asked, left }: DeviceConsent,
  showing: Showing,
): Promise<Answer> {
  const app = appOf(device, showing)
  const { openId, target } = asked
  const page = {
    testId: 'device-consent-page',
    title: `${app} asks for permissions`,
    lead: html`<p>If you accept, <b data-testid="app">${app}</b> may do this in your name until you withdraw it.</p>
${facts({ 'Client ID': device.clientAppId })}`,
    work: html`<h2 id="asks">It asks for</h2><ul class="asks" aria-labelledby="asks">${permissionItems(left, [...openId], target.resource.displayName)}</ul>${actions(device, showing, { cancel: 'Decline', accept: 'Accept' })}`,
  }
  return answer(page, showing)
}

export function answerDonePage(device: DeviceSignIn, showing: Showing): Promise<Answer> {
  const app = appOf(device, showing)
  const lead = html`<p>You are signed in to <b data-testid="app">${app}</b> on your device. You can close this page.</p>`
  return answer({ testId: 'device-done-page', title: 'Done', lead }, showing)
}

export function answerDeclinedPage(device: DeviceSignIn, showing: Showing): Promise<Answer> {
  const app = appOf(device, showing)
  const lead = html`<p><b data-testid="app">${app}</b> is not signed in on your device. You can close this page.</p>`
  return answer({ testId: 'device-declined-page', title: 'You declined', lead }, showing)
}

function appOf({ clientAppId }: DeviceSignIn, { exchange: { tenant } }: Showing): string {
  return tenant.principals.get(clientAppId)?.displayName ?? clientAppId
}

/** The second one is what most people want. */
function actions(
  { reference }: DeviceSignIn,
  showing: Showing,
  named: Readonly<Record<string, string>>,
): Html {
  const buttons = Object.entries(named).map(
    ([action, text], at) =>
      html`<button class="${at === 1 ? 'button main' : 'button'}" name="action" value="${action}" data-testid="${action}">${text}</button>`,
  )
  return form(showing, { request: reference }, html`<div class="buttons">${buttons}</div>`)
}

function form(
  { browser, exchange }: Showing,
  fields: Readonly<Record<string, string>>,
  content: Html,
): Html {
  const hidden = { csrf_token: browser.session.csrfToken, ...fields }
  return html`<form method="post" action="${pathOf(exchange)}">${hiddenFields(hidden)}${content}</form>`
}

function answer(
  page: Omit<Page, 'tenantName'>,
  { browser, exchange, world }: Showing,
  { status = 200 }: Pick<PageAnswer, 'status'> = {},
): Promise<Answer> {
  const text = renderPage({ ...page, tenantName: exchange.tenant.displayName })
  return answerPage(text, { status, headers: browser.headers }, world.platform)
}
