import { html } from 'hono/html'
import type { Finding } from '../../judge/index.ts'
import type { Story } from '../report.ts'
import { sequenceDiagram } from './sequence-diagram.ts'
import { type Html, statusLabel } from './status-icon.ts'

/** One scenario: its findings, steps and requests. Folded unless it did not pass. */
export function storySection(story: Story, subject: string, isOpen: boolean): Html {
  const { title, feature, file, line, seconds, status, reason, findings } = story
  const place = file === '' ? feature : `${feature} · ${file}:${line}`
  return html`<details class="story"${isOpen ? html` open` : ''}><summary><span class="story-title">${title}</span>${statusLabel(status)}</summary>
<p class="place">${place} · ${seconds.toFixed(2)} s</p>
${reason ? html`<p class="reason">${reason}</p>` : ''}
${findings.map(finding)}
${steps(story)}
${sequenceDiagram(story, subject)}
</details>`
}

function finding({ message, severity, check, expected, actual, request, token }: Finding): Html {
  const proof = request === undefined ? '' : html`<p class="proof">Proved by request ${request}</p>`
  return html`<div class="finding ${severity.toLowerCase()}"><p class="message"><span class="id">${check}</span> ${message}${token ? html`, in ${token}` : ''}</p>
<dl><div><dt>Expected</dt><dd>${expected}</dd></div><div><dt>Actual</dt><dd>${actual}</dd></div></dl>${proof}</div>`
}

const marks = {
  passed: ['✓', 'passed'],
  failed: ['✗', 'failed'],
  skipped: ['–', 'not reached'],
} as const

function steps({ steps: all }: Story): Html {
  if (all.length === 0) return html``
  return html`<h5>Steps</h5><ol class="steps">${all.map(({ keyword, text, status }) => {
    const [mark, word] = marks[status]
    return html`<li class="${status}"><span class="mark" aria-hidden="true">${mark}</span><span class="step"><b>${keyword}</b> ${text}<span class="${status === 'passed' ? 'hear' : 'outcome'}"> ${word}</span></span></li>`
  })}</ol>`
}
