import { html } from 'hono/html'
import { areaOf } from '../check-area.ts'
import type { SubjectReport } from '../report.ts'
import type { RuleArea, RuleCell, RuleRow } from './rule-rows.ts'
import { type Html, statusClass, statusIcon } from './status-icon.ts'
import { subjectName } from './subject-name.ts'

/** With more columns than this there is no room for words, and the icon gets an accessible name. */
const mostColumnsWithWords = 4

/** Rule by subject. Explicit roles, because narrow screens lay out the rows as blocks. */
export function matrix(areas: readonly RuleArea[], subjects: readonly SubjectReport[]): Html {
  const density = subjects.length > mostColumnsWithWords ? 'dense' : 'roomy'
  return html`<table class="matrix ${density}" role="table" aria-label="Status of each rule for each subject">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Rule</th>${subjects.map(
    (subject) =>
      html`<th role="columnheader" scope="col"><span>${subject.name} <small>${subject.version}</small></span></th>`,
  )}</tr></thead>
${areas.map((area) => group(area, subjects))}
</table>
<p class="nothing" hidden>No matching rules. <button type="button" class="plain" data-reset>Show all rules</button></p>`
}

function group({ prefix, name, rows }: RuleArea, subjects: readonly SubjectReport[]): Html {
  return html`<tbody role="rowgroup"><tr role="row" class="area"><th role="rowheader" scope="rowgroup" colspan="${subjects.length + 1}">${name}${name === prefix ? '' : html` <code>${prefix}</code>`}</th></tr>
${rows.map((row) => ruleRow(row, subjects))}</tbody>`
}

function ruleRow(
  { id, title, severity, evidence, cells }: RuleRow,
  subjects: readonly SubjectReport[],
): Html {
  return html`<tr role="row" class="rule" data-area="${areaOf(id).name}" data-severity="${severity}" data-evidence="${evidence?.kind}"><th role="rowheader" scope="row"><span class="id">${id}</span> <span class="severity ${severity.toLowerCase()}">${severity}</span> <span class="sentence">${title}</span></th>${cells.map(
    (one, index) => cell(one, subjects[index], id),
  )}</tr>
`
}

function cell({ anchor, check }: RuleCell, subject: SubjectReport | undefined, id: string): Html {
  const name = subject ? subjectName(subject) : ''
  if (!check)
    return html`<td role="cell"><span class="none" title="${id} does not concern ${name}">·</span></td>`
  const { status } = check
  return html`<td role="cell" data-status="${status}"><a class="story-link ${statusClass(status)}" href="#${anchor}">${statusIcon(status)}<span class="who">${subject?.name}<small> ${subject?.version}</small><i>: </i></span><span class="word">${status}</span></a></td>`
}
