import { html } from 'hono/html'
import type { Described, ListedTenant } from '../mock/described.ts'
import type { Html } from '../page/html.ts'
import { graphOf, type Node } from './graph-of.ts'
import { makeForms, nodeDetail } from './node-detail.ts'

export type Shown = {
  readonly tenants: readonly ListedTenant[]
  readonly tenant: Described
  /** The id of the object that is chosen, or an empty text. */
  readonly chosen: string
  /** What was just made, said once. */
  readonly made?: Html | undefined
}

const columns = {
  blueprint: 'Blueprints',
  agent: 'Agent identities',
  grant: 'May',
  resource: 'Resources',
} as const

/** Blueprint, agents, grants, resources: choose one, and follow its lines. */
export function directoryView({ tenants, tenant, chosen, made }: Shown): Html {
  const { nodes, related } = graphOf(tenant, chosen)
  return html`<section class="view tool directory" aria-labelledby="view-title"><div class="bar"><h1 id="view-title" tabindex="-1">Directory</h1>
<p class="hint">Choose an object, and see what belongs to it.</p></div>
<nav class="tenants" aria-label="Tenants"><ul>${tenants
    .slice(0, 200)
    .map(
      ({ tenantId, displayName, domains }) =>
        html`<li>${link(tenantId, '', html`<b>${displayName}</b> <span>${domains[0] ?? ''}</span>`, tenantId === tenant.tenantId)}</li>`,
    )}</ul><form data-send="/_mock/console/make" data-into="main"><input type="hidden" name="what" value="tenant"><button type="submit">New tenant</button></form></nav>
<p class="place">${tenant.tenantId}</p>
${made ?? ''}
${nodeDetail(tenant, chosen)}
<div class="walk">${Object.entries(columns).map(
    ([kind, title]) =>
      html`<section class="column" aria-labelledby="column-${kind}"><h2 id="column-${kind}">${title}</h2><ul>${nodes
        .filter((node) => node.kind === kind)
        .map((node) => nodeItem(node, tenant.tenantId, chosen, related))}</ul></section>`,
  )}</div>
${makeForms(tenant)}
</section>`
}

function nodeItem(
  { id, name, note }: Node,
  tenantId: string,
  chosen: string,
  related: ReadonlySet<string>,
): Html {
  const state = related.has(id) ? 'related' : 'apart'
  return html`<li class="node${chosen === '' ? '' : ` ${state}`}">${link(tenantId, id, html`<b>${name}</b>${note ? html` <span>${note}</span>` : ''}`, id === chosen)}</li>`
}

function link(tenantId: string, node: string, text: Html, isCurrent: boolean): Html {
  const query = new URLSearchParams({ view: 'directory', tenant: tenantId, ...(node && { node }) })
  return html`<a href="/?${query}" data-into="main" data-part="/_mock/console/view?${query}"${isCurrent ? html` aria-current="true"` : ''}>${text}</a>`
}
