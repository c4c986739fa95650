import { html } from 'hono/html'
import { statuses } from '../check-status.ts'
import { type FailureGroup, groupFailures } from '../group-failures.ts'
import type { ConformanceReport, SubjectReport } from '../report.ts'
import type { RuleArea, RuleRow } from './rule-rows.ts'
import { type Html, statusClass, statusIcon } from './status-icon.ts'
import { subjectName, verdictStatus } from './subject-name.ts'

/** The target, time and tool of the run. */
export function header({ tool, target, startedAt, durationSeconds }: ConformanceReport): Html {
  const facts = [
    ['Target', `${target.kind}, ${target.authorityHost}`],
    ['Started', html`<time datetime="${startedAt}">${readableTime(startedAt)}</time>`],
    ['Duration', `${durationSeconds.toFixed(1)} s`],
    ['Tool', `${tool.name} ${tool.version}`],
  ] as const
  return html`<header class="top">
<div class="title"><p class="kicker">Microsoft Entra Agent ID</p><h1>Conformance report</h1></div>
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
</header>`
}

/** The verdict on each subject, with the broken rules. */
export function verdicts(subjects: readonly SubjectReport[], areas: readonly RuleArea[]): Html {
  const isSingle = subjects.length === 1
  const rows = areas.flatMap(({ rows: of }) => of)
  return html`<section class="verdicts${isSingle ? ' single' : ''}" aria-label="Verdicts">${subjects.map(
    (subject, index) => card(subject, brokenRules(rows, subject, index, isSingle)),
  )}</section>`
}

/** The first broken rules; the matrix has all of them. */
const mostNamed = 12

function brokenRules(
  rows: readonly RuleRow[],
  { checks }: SubjectReport,
  subject: number,
  withTitles: boolean,
): Html {
  const faults = groupFailures(checks)
  const ids = [...new Set(faults.map(({ rules }) => rules.join(' ')))]
  if (ids.length === 0) return html``
  const rowOf = (id: string) => rows.find((row) => row.id === id)
  const named = ids.slice(0, mostNamed).map((joined) => {
    const rules = joined.split(' ')
    const links = rules.map((id) => {
      const { title = '', cells = [] } = rowOf(id) ?? {}
      return html`<a class="story-link" href="#${cells[subject]?.anchor}" title="${title}">${id}</a> `
    })
    const fault = faults.find((one) => one.rules.join(' ') === joined)
    return html`<li>${links}${withTitles ? html`<span>${told(rules, fault, rowOf(joined)?.title)}</span>` : ''}</li>`
  })
  const more = ids.length - mostNamed
  return html`<ul class="broken" aria-label="Broken rules">${named}${more > 0 ? html`<li class="more-broken">and ${more} more</li>` : ''}</ul>`
}

/** The rule as a sentence, or what is wrong with several of them and in which tokens. */
function told(rules: readonly string[], fault: FailureGroup | undefined, title = ''): string {
  if (rules.length === 1 || !fault) return title
  return `${fault.message}, in ${fault.tokens.join(', ')}`
}

function card(subject: SubjectReport, broken: Html): Html {
  const { verdict, language, kind, problems, notJudged } = subject
  const status = verdictStatus[verdict]
  return html`<article class="card ${statusClass(status)}">
<h2>${subjectName(subject)}</h2>
<p class="kind">${kind === 'client' ? language : kind}</p>
<p class="verdict">${statusIcon(status)}<span>${verdict}</span></p>
${countsBar(subject)}${broken}${problems.map((problem) => html`<p class="problem">${problem}</p>`)}${notJudged.map((what) => html`<p class="problem">Declared, but not judged: ${what}</p>`)}
</article>`
}

/** The share of each status as a bar, and in words. */
function countsBar({ counts }: SubjectReport): Html {
  const present = statuses.filter((status) => counts[status] > 0)
  const total = present.reduce((sum, status) => sum + counts[status], 0)
  let from = 0
  const bars = present.map((status) => {
    const width = (counts[status] / total) * 100
    const bar = html`<rect class="${statusClass(status)}" x="${from.toFixed(2)}%" width="${Math.max(width - 0.4, 0.2).toFixed(2)}%" height="6" rx="1"/>`
    from += width
    return bar
  })
  return html`<svg class="bar" aria-hidden="true" width="100%" height="6">${bars}</svg>
<ul class="counts">${present.map(
    (status) => html`<li class="${statusClass(status)}"><b>${counts[status]}</b> ${status}</li>`,
  )}</ul>`
}

function readableTime(iso: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
