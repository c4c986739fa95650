import { permissionItems } from '../authorize/consent-page.ts'
import type { User } from '../directory/person.ts'
import { facts, hiddenFields } from '../pages/components.ts'
import { type Html, html } from '../pages/html.ts'
import { renderPage } from '../pages/layout.ts'
import type { Client } from '../token-endpoint/find-client.ts'
import type { AskedOfAdmin, AskedOfResource } from './asked.ts'

type Asked = {
  readonly tenantName: string
  /** Path and query that the form goes to. */
  readonly action: string
  readonly csrfToken: string
  readonly client: Client
  readonly user: User
  readonly asked: AskedOfAdmin
}

/** The page on which an administrator allows something for everybody, or does not. */
export function adminConsentPage(page: Asked): string {
  const { tenantName, action, csrfToken, client, user, asked } = page
  const { displayName, appId } = client.principal
  return renderPage({
    testId: 'admin-consent-page',
    title: `Allow this for everybody in ${tenantName}?`,
    tenantName,
    lead: html`<p><b data-testid="client">${displayName}</b> asks <b data-testid="user">${user.displayName}</b>, as an administrator, for permissions.${isBlueprint(client) ? html` Its agents have what they inherit of them.` : ''}</p>
${facts({ Account: user.userPrincipalName, 'Client ID': appId })}`,
    work: html`<form method="post" action="${action}">
${asked.resources.map(resourceItems)}
${asked.openId.length > 0 ? html`<h2>Signing in</h2><ul class="asks">${permissionItems([], asked.openId, '')}</ul>` : ''}
${hiddenFields({ csrf_token: csrfToken })}
<div class="buttons"><button class="button" name="decision" value="decline" data-testid="decline">Decline</button><button class="button main" name="decision" value="accept" data-testid="accept">Accept</button></div></form>`,
  })
}

function isBlueprint({ kind }: Client): boolean {
  return kind === 'blueprint'
}

function resourceItems({ resource, permissions, roles }: AskedOfResource): Html {
  const { displayName } = resource
  const ofUsers =
    permissions.length === 0
      ? ''
      : html`<h2>For users, at ${displayName}</h2>
<ul class="asks">${permissionItems(permissions, [], displayName)}</ul>`
  const ofClient =
    roles.length === 0
      ? ''
      : html`<h2>For the app itself, at ${displayName}</h2>
<ul class="asks">${roles.map(
          ({ value, displayName: title }) =>
            html`<li data-testid="role-${value}"><span>${title}</span><small>${title === value ? displayName : value}</small></li>`,
        )}</ul>`
  return html`${ofUsers}${ofClient}`
}

/** What an administrator sees who came from the portal, which this machine does not have. */
export function adminConsentDonePage(tenantName: string, clientName: string): string {
  return renderPage({
    testId: 'admin-consent-done-page',
    title: 'Done',
    tenantName,
    lead: html`<p><b data-testid="client">${clientName}</b> has what you allowed, for everybody in ${tenantName}. You can close this page.</p>`,
  })
}
