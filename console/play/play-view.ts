import { html } from 'hono/html'
import type { Described, ListedTenant } from '../mock/described.ts'
import type { Html } from '../page/html.ts'
import { type FlowName, flows, isFlowName, type StepName, steps } from './flows.ts'

export type PlayShown = {
  readonly tenants: readonly ListedTenant[]
  readonly tenant: Described
  readonly query: URLSearchParams
  readonly controls: Html
}

/** A flow step by step: a button for each, as it should be or broken in a named way. */
export function playView({ tenants, tenant, query, controls }: PlayShown): Html {
  const asked = query.get('flow') ?? ''
  const flow: FlowName = isFlowName(asked) ? asked : 'autonomous'
  const { blueprints, agentIdentities } = tenant
  const blueprint =
    blueprints.find(({ appId }) => appId === query.get('blueprint')) ?? blueprints[0]
  const agents = agentIdentities.filter((one) => one.blueprint === blueprint?.appId)
  const agent = agents.find(({ id }) => id === query.get('agent')) ?? agents[0]
  const option = (value: string, text: string, isChosen: boolean) =>
    html`<option value="${value}"${isChosen ? html` selected` : ''}>${text}</option>`
  const hidden = { tenant: tenant.tenantId, blueprint: blueprint?.appId, agent: agent?.id }
  return html`<section class="view tool play" aria-labelledby="view-title"><h1 id="view-title" tabindex="-1">Play</h1>
<form class="fields" data-filter="/_mock/console/view" data-into="main" aria-label="Who plays"><input type="hidden" name="view" value="play">
<label><span>Flow</span><select name="flow">${Object.entries(flows).map(([name, { title }]) => option(name, title, name === flow))}</select></label>
<label><span>Tenant</span><select name="tenant">${tenants.slice(0, 200).map(({ tenantId, displayName }) => option(tenantId, displayName, tenantId === tenant.tenantId))}</select></label>
<label><span>Blueprint</span><select name="blueprint">${blueprints.map(({ appId, displayName }) => option(appId, displayName, appId === blueprint?.appId))}</select></label>
<label><span>Agent identity</span><select name="agent">${agents.map(({ id, displayName }) => option(id, displayName, id === agent?.id))}</select></label></form>
${agent ? html`<ol class="steps">${flows[flow].steps.map((name, at) => stepCard(name, at + 1, hidden))}</ol>` : html`<p class="hint">This tenant has no agent identity: make one in Directory.</p>`}
<div id="result" class="result" aria-label="What came of it" role="region" tabindex="-1"><p class="hint">Run the first step. What came of it appears here, and in Live.</p></div>
<div id="controls">${controls}</div></section>`
}

function stepCard(
  name: StepName,
  number: number,
  hidden: Readonly<Record<string, string | undefined>>,
): Html {
  const { title, says, breaks } = steps[name]
  return html`<li class="step"><h2><span class="number">${number}</span> ${title}</h2><p class="aside">${says}</p>
<form data-send="/_mock/console/play" data-into="result"><input type="hidden" name="step" value="${name}">${Object.entries(hidden).map(([key, value]) => html`<input type="hidden" name="${key}" value="${value ?? ''}">`)}
<label class="hear" for="break-${name}">How to do it: ${title}</label><select id="break-${name}" name="broken"><option value="">as it should be</option>${Object.entries(breaks).map(([key, text]) => html`<option value="${key}">${text}</option>`)}</select>
<button type="submit" class="main">${title}</button></form></li>`
}
