import { html } from 'hono/html'
import type { JournalEntry } from '../../mock-idp/index.ts'
import type { Story } from '../report.ts'
import { requestDetails } from './request-details.ts'
import { answerWords, requestWords } from './request-words.ts'
import type { Html } from './status-icon.ts'

/** Draws the requests of a story between two lanes: client on the left, identity provider on the right. */
export function sequenceDiagram({ requests, findings, names }: Story, subject: string): Html {
  const [first] = requests
  if (!first) return html``
  const breaks = new Map(findings.map(({ request, check }) => [request, check]))
  const startMs = Date.parse(first.time)
  return html`<h5>Requests</h5><div class="sequence"><p class="lanes"><span>${subject}</span><span>Identity provider</span></p>
<ol>${requests.map((entry) => {
    const broken = breaks.get(entry.sequence)
    return exchange(entry, names, broken, Date.parse(entry.time) - startMs)
  })}</ol></div>`
}

function exchange(
  entry: JournalEntry,
  names: Story['names'],
  broken: string | undefined,
  afterMs: number,
): Html {
  const { sequence, method, path, host } = entry
  const answer = answerWords(entry)
  const isBroken = broken !== undefined
  return html`<li class="exchange${isBroken ? ' offending' : ''}">
<div class="request"><p class="line"><span class="number">${sequence}</span> <b>${requestWords(entry, names)}</b> <span class="after">${readableDelay(afterMs)}</span></p>
${isBroken ? html`<p class="mark">✗ Proof that ${broken} is broken</p>` : ''}
<p class="url"><b>${method}</b> <span>${host}</span>${path}</p>
${requestDetails(entry, names, isBroken)}</div>
<div class="arrow to" aria-hidden="true"></div>
<div class="answer ${answer.kind}"><b>${answer.title}</b>${answer.details.map((detail) => html` <span>${detail}</span>`)}</div>
<div class="arrow from ${answer.kind}" aria-hidden="true"></div>
</li>`
}

function readableDelay(ms: number): string {
  if (!(ms > 0)) return ''
  return ms < 1000 ? `+${ms} ms` : `+${(ms / 1000).toFixed(1)} s`
}
