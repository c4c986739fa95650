import { html } from 'hono/html'
import type { Described, DescribedApplication } from '../mock/described.ts'
import type { Html } from '../page/html.ts'

/** What is known of the chosen object. Of a secret: that it is there, and until when. */
export function nodeDetail(tenant: Described, chosen: string): Html {
  const blueprint = tenant.blueprints.find(({ appId }) => appId === chosen)
  if (blueprint) return blueprintDetail(blueprint, tenant)
  const agent = tenant.agentIdentities.find(({ id }) => id === chosen)
  if (!agent) return html``
  const users = tenant.users.filter(({ identityParentId }) => identityParentId === agent.id)
  const parent = tenant.blueprints.find(({ appId }) => appId === agent.blueprint)
  return card(agent.displayName, {
    'client id': agent.id,
    enabled: agent.enabled ? 'yes' : 'no',
    blueprint: parent?.displayName ?? agent.blueprint,
    'user account': users.map(({ userPrincipalName }) => userPrincipalName).join(', ') || 'none',
  })
}

function blueprintDetail(blueprint: DescribedApplication, { tenantId }: Described): Html {
  const { appId, displayName, secrets, certificates, federatedCredentials, enabled } = blueprint
  const credentials = [
    ...secrets.map(({ endDateTime }) => `a secret until ${endDateTime.slice(0, 10)}`),
    ...certificates.map(() => 'a certificate'),
    ...federatedCredentials.map(({ name }) => `the federated credential ${name}`),
  ]
  return html`${card(displayName, {
    'client id': appId,
    enabled: enabled ? 'yes' : 'no',
    credentials: credentials.join(', ') || 'none',
    scopes: blueprint.scopes.map(({ value }) => value).join(', ') || 'none',
  })}<form class="make" data-send="/_mock/console/make" data-into="main"><input type="hidden" name="what" value="secret"><input type="hidden" name="tenant" value="${tenantId}"><input type="hidden" name="blueprint" value="${appId}"><button type="submit">New secret for ${displayName}</button></form>`
}

function card(title: string, facts: Readonly<Record<string, string>>): Html {
  return html`<article class="card"><h2 tabindex="-1" data-focus>${title}</h2><dl class="members">${Object.entries(
    facts,
  ).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></article>`
}

/** Makes an agent identity through Microsoft Graph, as the administrator of the tenant. */
export function makeForms({ tenantId, blueprints }: Described): Html {
  if (blueprints.length === 0) return html``
  return html`<form class="make fields" data-send="/_mock/console/make" data-into="main" aria-label="New agent identity"><input type="hidden" name="what" value="agent"><input type="hidden" name="tenant" value="${tenantId}">
<label><span>Name of the agent</span><input name="name" required maxlength="120" autocomplete="off"></label>
<label><span>Blueprint</span><select name="blueprint">${blueprints.map(({ appId, displayName }) => html`<option value="${appId}">${displayName}</option>`)}</select></label>
<button type="submit">New agent identity</button></form>`
}
