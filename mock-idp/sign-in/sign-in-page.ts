import type { Refusal } from '../answers/refusal.ts'
import type { User } from '../directory/person.ts'
import type { Tenant } from '../directory/tenant.ts'
import type { Answer } from '../exchange/endpoint.ts'
import { offeredTenants } from '../home-tenant/index.ts'
import { answerPage } from '../pages/answer-page.ts'
import { facts, hiddenFields, initialsOf, problem } from '../pages/components.ts'
import { type Html, html } from '../pages/html.ts'
import { renderPage } from '../pages/layout.ts'
import type { World } from '../world.ts'
import { type Browser, knowEverywhere, personOf, type TenantExchange } from './browser.ts'
import { queryOf, redirectTargets } from './continuation.ts'

/** What the page is to know. */
export type SignInAsked = {
  /** Path and query, below the tenant, to go on at as somebody. */
  readonly continueTo: string
  /** The user name that is filled in. Default: none. */
  readonly userName?: string | undefined
  /** What went wrong the last time. */
  readonly refusal?: Refusal | undefined
}

/** More than that nobody reads; the others are typed. */
const mostListed = 12

/** The page on which a person signs in: picks themselves, or types name and password where the tenant asks for one. */
export function answerSignInPage(
  asked: SignInAsked,
  browser: Browser,
  { tenant, request }: TenantExchange,
  world: World,
): Promise<Answer> {
  const { password } = world.facilitiesOf(tenant.id).signInSettings.current()
  const app = appAt(asked.continueTo, tenant)
  const offered = offeredTenants(request, app?.appId, tenant, world)
  knowEverywhere(browser, offered, world)
  const people = offered.flatMap(peopleOf)
  const page = renderPage({
    testId: 'sign-in-page',
    title: browser.session.needsSeveralFactors ? 'Sign in again' : 'Sign in',
    tenantName: offered.length > 1 ? 'Any organization' : tenant.displayName,
    refused: asked.refusal?.rule,
    lead: html`<p>${app ? html`<b data-testid="app">${app.displayName}</b> asks who you are.` : 'Say who you are.'}</p>
${browser.session.needsSeveralFactors ? html`<p data-testid="several-factors">A policy of ${tenant.displayName} demands several factors. The mock takes the second one for granted.</p>` : ''}
${facts({ [offered.length > 1 ? 'Tenants' : 'Tenant']: offered.map(nameOf).join(', '), 'Client ID': app?.appId })}`,
    work: html`${problem(asked.refusal && `AADSTS${asked.refusal.rule.aadsts ?? 0}: ${asked.refusal.prose}`)}${
      password === null ? pickForm(people, asked, browser, tenant, request.tenantName) : ''
    }${typeForm(asked, browser, { password: password !== null, tenantName: request.tenantName, people })}`,
  })
  const formTargets = redirectTargets(asked.continueTo, world)
  const status = asked.refusal?.rule.status ?? 200
  return answerPage(page, { status, headers: browser.headers, formTargets }, world.platform)
}

function nameOf({ domains, id }: Tenant): string {
  return domains[0] ?? id
}

/** Those who can sign in: an agent user has no credentials. */
function peopleOf({ users }: Tenant): readonly User[] {
  return [...users.values()].filter((one) => one.enabled && one.identityParentId === undefined)
}

/** The application that asks, by the address to go on at. */
function appAt(continueTo: string, { principals }: Tenant) {
  return principals.get(queryOf(continueTo).get('client_id')?.toLowerCase() ?? '')
}

const loginPath = (tenantName: string | undefined) => `/${tenantName ?? ''}/login`

function pickForm(
  people: readonly User[],
  { continueTo }: SignInAsked,
  browser: Browser,
  tenant: Tenant,
  tenantName: string | undefined,
): Html {
  const current = personOf(browser, tenant)
  const { csrfToken } = browser.session
  const role = ({ id, directoryRoles }: User) =>
    id === current?.id ? 'Signed in' : directoryRoles.join(', ')
  const listed = people.slice(0, mostListed)
  if (listed.length === 0) return html`<p class="note">Nobody in this tenant can sign in.</p>`
  return html`<form method="post" action="${loginPath(tenantName)}">
<h2 id="pick">Pick an account</h2>
${hiddenFields({ csrf_token: csrfToken, continue: continueTo })}
<ul class="people" aria-labelledby="pick">${listed.map(
    (
      one,
    ) => html`<li><button class="person" name="user" value="${one.id}" data-testid="person-${one.userPrincipalName}">
<span class="initials" aria-hidden="true">${initialsOf(one.displayName)}</span>
<span><span>${one.displayName}</span><small>${one.userPrincipalName}</small>${role(one) === '' ? '' : html`<small>${role(one)}</small>`}</span></button></li>`,
  )}</ul></form>`
}

type Typing = {
  readonly password: boolean
  readonly tenantName: string | undefined
  readonly people: readonly User[]
}

function typeForm(
  { continueTo, userName = '' }: SignInAsked,
  { session }: Browser,
  { password, tenantName, people }: Typing,
): Html {
  const example = people[0]?.userPrincipalName ?? 'name@contoso.example'
  const main = password ? ' main' : ''
  return html`<form method="post" action="${loginPath(tenantName)}">
${password ? html`<h2>Sign in with a password</h2>` : ''}
${hiddenFields({ csrf_token: session.csrfToken, continue: continueTo })}
<label class="field">${password ? 'User name' : 'Or type a user name'}<input name="username" type="email" autocomplete="username" placeholder="${example}" value="${userName}" required data-testid="username"></label>
${password ? html`<label class="field">Password<input name="password" type="password" autocomplete="current-password" required data-testid="password"></label>` : ''}
<div class="buttons"><button class="button${main}" data-testid="sign-in">Sign in</button></div></form>`
}
