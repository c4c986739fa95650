import type { Permission } from '../directory/find-permissions.ts'
import type { User } from '../directory/person.ts'
import { facts, hiddenFields } from '../pages/components.ts'
import { type Html, html } from '../pages/html.ts'
import { renderPage } from '../pages/layout.ts'

/** Who asks whom for what. */
export type ConsentAsked = {
  readonly tenantName: string
  /** Path and query that the form goes to. */
  readonly action: string
  readonly csrfToken: string
  readonly clientName: string
  readonly clientId: string
  /** For an agent identity: its blueprint. */
  readonly blueprintName?: string | undefined
  readonly resourceName: string
  readonly user: User
  readonly permissions: readonly Permission[]
  /** `openid`, `profile`, `email` and `offline_access`, as far as they are asked for. */
  readonly openId: readonly string[]
  readonly mayConsentForAll: boolean
  /** Where a person goes to be somebody else. */
  readonly otherAccount: string
}

/** What the permissions of OpenID Connect mean to a person. */
const meanings: Readonly<Record<string, string>> = {
  openid: 'Know who you are',
  profile: 'See your name and user name',
  email: 'See your email address',
  offline_access: 'Keep the access when you are away',
}

/** The page on which a person allows a client what it asks for, or does not. */
export function consentPage(asked: ConsentAsked): string {
  const { tenantName, clientName, clientId, blueprintName, resourceName, user } = asked
  const { permissions, openId } = asked
  const isAgent = blueprintName !== undefined
  return renderPage({
    testId: 'consent-page',
    title: isAgent ? 'Allow this agent?' : 'Allow this app?',
    tenantName,
    lead: html`<p><b data-testid="client">${clientName}</b>${isAgent ? html`, an agent of ${blueprintName},` : ''} asks to act for <b data-testid="user">${user.displayName}</b> at <b data-testid="resource">${resourceName}</b>.</p>
${facts({ Account: user.userPrincipalName, 'Client ID': clientId })}
<p><a href="${asked.otherAccount}" data-testid="other-account">Use another account</a></p>`,
    work: html`<form method="post" action="${asked.action}">
<h2 id="asks">What it asks for</h2>
<ul class="asks" aria-labelledby="asks">${permissionItems(permissions, openId, resourceName)}</ul>
${hiddenFields({ csrf_token: asked.csrfToken })}
${asked.mayConsentForAll ? html`<label class="tick"><input type="checkbox" name="for_organization" value="yes" data-testid="for-organization"><span>Allow it for everybody in ${tenantName}</span></label>` : ''}
<div class="buttons"><button class="button" name="decision" value="decline" data-testid="decline">Decline</button><button class="button main" name="decision" value="accept" data-testid="accept">Accept</button></div></form>`,
  })
}

/** What is asked for, each as an item of a list. */
export function permissionItems(
  permissions: readonly Permission[],
  openId: readonly string[],
  resourceName: string,
): Html {
  const own = permissions.map(({ value, displayName, isAdmin }) => {
    const whose = displayName === value ? resourceName : `${value} of ${resourceName}`
    return item(value, displayName, isAdmin ? `${whose}, for administrators` : whose)
  })
  return html`${own}${openId.map((name) => item(name, meanings[name] ?? name, name))}`
}

function item(name: string, title: string, detail: string): Html {
  return html`<li data-testid="permission-${name}"><span>${title}</span><small>${detail}</small></li>`
}

/** Who asks for what only an administrator can allow. */
export type ApprovalAsked = Pick<
  ConsentAsked,
  Exclude<keyof ConsentAsked, 'blueprintName' | 'clientId' | 'openId' | 'mayConsentForAll'>
>

/** The page that ends the way of a person who cannot consent to what a client asks for. */
export function approvalPage(asked: ApprovalAsked): string {
  const { tenantName, clientName, resourceName, user, permissions } = asked
  const forAdministrators = permissions.filter(({ isAdmin }) => isAdmin)
  return renderPage({
    testId: 'approval-page',
    title: 'Ask an administrator',
    tenantName,
    refused: { error: 'access_denied', aadsts: 90094 },
    lead: html`<p class="number" data-testid="error-code">AADSTS90094</p>
<p><b data-testid="client">${clientName}</b> wants what only an administrator of ${tenantName} can allow. You are <b data-testid="user">${user.displayName}</b>.</p>`,
    work: html`<h2 id="asks">For administrators</h2>
<ul class="asks" aria-labelledby="asks">${forAdministrators.map(({ value, displayName }) => item(value, displayName, resourceName))}</ul>
<form method="post" action="${asked.action}">${hiddenFields({ csrf_token: asked.csrfToken })}
<div class="buttons"><a class="button" href="${asked.otherAccount}" data-testid="other-account">I am an administrator</a><button class="button main" name="decision" value="back" data-testid="back">Back to the app</button></div></form>`,
  })
}
