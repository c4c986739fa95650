import { html } from 'hono/html'
import { statuses, statusFacts } from '../check-status.ts'
import { evidenceKinds, evidenceMeaning } from '../evidence-meaning.ts'
import type { RuleArea } from './rule-rows.ts'
import { type Html, statusClass, statusIcon } from './status-icon.ts'

type Choice = { readonly value: string; readonly meaning: string; readonly label: unknown }

const severities = {
  MUST: 'breaking it fails the run',
  SHOULD: 'breaking it is a warning',
  INFO: 'for information',
}

/** Offers only values that occur. The script shows the filters, which need it. */
export function filters(areas: readonly RuleArea[]): Html {
  const rows = areas.flatMap(({ rows: of }) => of)
  const seen = new Set<string | undefined>(
    rows.flatMap(({ severity, evidence, cells }) => [
      severity,
      evidence?.kind,
      ...cells.map(({ check }) => check?.status),
    ]),
  )
  const ofStatus = statuses
    .filter((status) => seen.has(status))
    .map((status) => ({
      value: status,
      meaning: `This rule ${statusFacts[status].meaning}`,
      label: html`<span class="${statusClass(status)}">${statusIcon(status)}</span>${status}`,
    }))
  const ofSeverity = Object.entries(severities)
    .filter(([value]) => seen.has(value))
    .map(([value, meaning]) => ({ value, meaning, label: value }))
  const ofEvidence = evidenceKinds
    .filter((kind) => seen.has(kind))
    .map((value) => ({ value, meaning: evidenceMeaning(value), label: value }))
  return html`<form class="filters" role="search" aria-label="Filter the rules" hidden>
<label class="search"><span>Search</span><input type="search" name="text" autocomplete="off" spellcheck="false" placeholder="Rule, sentence, area"></label>
${choices('Status', 'status', ofStatus)}
${choices('Severity', 'severity', ofSeverity)}
${choices('Evidence', 'evidence', ofEvidence)}
<p class="shown"><output name="shown">${rows.length} rules</output><button type="reset">Show all</button></p>
</form>`
}

function choices(legend: string, name: string, offered: readonly Choice[]): Html {
  if (offered.length < 2) return html``
  return html`<fieldset><legend>${legend}</legend>${offered.map(
    ({ value, meaning, label }) =>
      html`<label class="chip" title="${meaning}"><input type="checkbox" name="${name}" value="${value}"><span>${label}</span></label>`,
  )}</fieldset>`
}
