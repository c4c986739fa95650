import { html } from 'hono/html'
import { isRelaxable, rules } from '../../mock-idp/index.ts'
import type { ConsoleMock } from '../mock/open-mock.ts'
import type { Html } from '../page/html.ts'
import { faultPresets } from './fault-presets.ts'

type Clock = { readonly now: string; readonly offsetSeconds: number; readonly frozen: boolean }
type Lifetimes = Readonly<Record<string, number | undefined>>
type Lag = { readonly sts?: { readonly requests?: number } }

/** The controls of a tenant, as they stand. */
export async function controls(tenantId: string, mock: ConsoleMock, said = ''): Promise<Html> {
  const at = `?tenant=${tenantId}`
  const [clock, lifetimes, { faults }, lag] = await Promise.all([
    mock.read<Clock>(`/clock${at}`),
    mock.read<Lifetimes>(`/lifetimes${at}`),
    mock.read<{ readonly faults: readonly unknown[] }>(`/faults${at}`),
    mock.read<Lag>(`/lag${at}`),
  ])
  const form = (what: string, title: string, content: Html) =>
    html`<form class="control" data-send="/_mock/console/control" data-into="controls" aria-label="${title}"><h3>${title}</h3><input type="hidden" name="what" value="${what}"><input type="hidden" name="tenant" value="${tenantId}">${content}</form>`
  const seconds = (name: string, text: string) =>
    html`<label><span>${text}, seconds</span><input type="number" name="${name}" value="${lifetimes[name] ?? ''}" placeholder="3600"></label>`
  return html`<section aria-labelledby="controls-title"><h2 id="controls-title" tabindex="-1" data-focus>Controls of this tenant</h2>
<p class="made" role="status">${said}</p><div class="controls">
${form('clock', 'Clock', html`<p><time>${clock.now.slice(0, 19).replace('T', ' ')}</time>${clock.frozen ? ' (stopped)' : ''}</p><div class="bar"><button name="do" value="hour">+ 1 hour</button><button name="do" value="day">+ 1 day</button><button name="do" value="${clock.frozen ? 'run' : 'stop'}">${clock.frozen ? 'Let it run' : 'Stop'}</button><button name="do" value="real">Real time</button></div>`)}
${form('lifetimes', 'Lifetimes', html`${seconds('t1Seconds', 'T1')}${seconds('agentTokenSeconds', 'Other tokens')}<button type="submit">Set</button>`)}
${form('fault', 'Faults', html`<p>${faults.length === 0 ? 'None waits.' : `${faults.length} wait.`}</p><label><span>The next token request</span><select name="fault">${Object.entries(faultPresets).map(([name, { title }]) => html`<option value="${name}">${title}</option>`)}</select></label><div class="bar"><button name="do" value="add">Add</button><button name="do" value="clear">Remove all</button></div>`)}
${form('lag', 'Lag', html`<label><span>Token requests that do not see a change</span><input type="number" name="requests" min="0" max="1000" value="${lag.sts?.requests ?? 0}"></label><button type="submit">Set</button>`)}
${form('relax', 'Relaxed rules', html`<label><span>Rules without strong evidence, not enforced</span><select name="rules" multiple size="4">${rules.filter(isRelaxable).map(({ id }) => html`<option>${id}</option>`)}</select></label><button type="submit">Relax these alone</button>`)}
${form('reset', 'Reset', html`<p class="aside">Objects, clock, faults, lifetimes and journal, as they began.</p><button type="submit">Reset the tenant</button>`)}
</div></section>`
}
