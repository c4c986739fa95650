import { html } from 'hono/html'
import type { JournalEntry } from '../../mock-idp/index.ts'
import type { ListedTenant } from '../mock/described.ts'
import type { Parties } from '../mock/names.ts'
import type { Html } from '../page/html.ts'
import { type Filters, outcomes, queryOf } from './filters.ts'
import { requestRow } from './request-row.ts'

export type Live = {
  readonly filters: Filters
  readonly tenants: readonly ListedTenant[]
  /** Newest first. */
  readonly requests: readonly { readonly entry: JournalEntry; readonly parties: Parties }[]
  /** The request that is open, and its key. */
  readonly open: { readonly key: string; readonly detail: Html } | undefined
}

/** The requests as they come, and one of them opened. */
export function liveView({ filters, tenants, requests, open }: Live): Html {
  const query = queryOf(filters)
  return html`<section class="view live${open ? ' opened' : ''}" aria-labelledby="view-title">
<div class="list"><div class="bar"><h1 id="view-title" tabindex="-1">Live</h1><p class="state" role="status"><span class="lamp" aria-hidden="true"></span><output id="count">${requests.length}</output> requests<span id="state"></span></p></div>
${filterForm(filters, tenants)}
<ol id="requests" class="requests" data-stream="/_mock/console/live?${query}">${requests.map(({ entry, parties }) => requestRow(entry, parties, filters, open?.key))}</ol>
<div class="nothing"><p><b>Nothing yet.</b> Each request to this mock appears here at once.</p><p>Send one with <code>agentid token</code>, with your own client, or in <a href="/?view=play" data-into="main" data-part="/_mock/console/view?view=play">Play</a>.</p></div></div>
<div id="detail" class="detail" aria-label="The request that is open" role="region" tabindex="-1">${open ? open.detail : html`<p class="hint">Open a request to read its story.</p>`}</div>
</section>`
}

function filterForm(filters: Filters, tenants: readonly ListedTenant[]): Html {
  const { tenant, client, rule, outcome } = filters
  const option = (value: string, text: string, chosen: string) =>
    html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`
  return html`<form class="filters" data-filter="/_mock/console/view" data-into="main" aria-label="Filter the requests">
<label><span>Tenant</span><select name="tenant">${option('', 'All', tenant)}${tenants.map(({ tenantId, displayName, domains }) => option(tenantId, domains[0] ? `${displayName} (${domains[0]})` : displayName, tenant))}${option('unknown', 'None that exists', tenant)}</select></label>
<label><span>Client</span><input type="search" name="client" value="${client}" placeholder="Name or id" autocomplete="off"></label>
<label><span>Rule</span><input type="search" name="rule" value="${rule}" placeholder="T1-AGENT" autocomplete="off"></label>
<label><span>Outcome</span><select name="outcome">${option('', 'Any', outcome)}${Object.entries(outcomes).map(([value, text]) => option(value, text, outcome))}</select></label>
</form>`
}
