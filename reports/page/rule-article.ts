import { html } from 'hono/html'
import { statusFacts } from '../check-status.ts'
import { evidenceMeaning } from '../evidence-meaning.ts'
import type { Story, SubjectReport } from '../report.ts'
import { sourceLink } from '../source-link.ts'
import type { RuleCell, RuleRow } from './rule-rows.ts'
import { type Html, statusClass, statusIcon, statusLabel } from './status-icon.ts'
import { storySection } from './story-section.ts'
import { subjectName } from './subject-name.ts'

/** Everything about one rule: its evidence, and the stories of each subject. */
export function ruleArticle(row: RuleRow, subjects: readonly SubjectReport[]): Html {
  const { id, title, severity, anchor, cells } = row
  const told = cells.flatMap(({ check, anchor: part }, index) => {
    const subject = subjects[index]
    return check && subject ? [{ check, anchor: part, subject }] : []
  })
  const isKept = told.every(({ check }) => check.status === 'passed')
  return html`<article class="rule-article" id="${anchor}" aria-labelledby="${anchor}-title" data-kept="${isKept ? 'yes' : 'no'}">
<header><p class="rule-id"><span class="id">${id}</span> <span class="severity ${severity.toLowerCase()}">${severity}</span></p>
<h3 id="${anchor}-title" tabindex="-1">${title}</h3>
${evidence(row)}
${
  told.length < 2
    ? ''
    : html`<nav class="tabs" aria-label="${id} by subject">${told.map(
        ({ check, anchor: part, subject }) =>
          html`<a href="#${part}" class="${statusClass(check.status)}">${statusIcon(check.status)}<span>${subject.name}</span><span class="hear">, ${check.status}</span></a>`,
      )}</nav>`
}</header>
${told.map((one) => part(one))}
</article>
`
}

function evidence({ evidence: known, answerEvidence: how }: RuleRow): Html {
  if (!known) return html`<p class="evidence">A rule of this tool, without outside evidence.</p>`
  const isSame = !how || (how.kind === known.kind && how.source === known.source)
  if (isSame) return piece(known)
  return html`${piece(known, 'That it is refused:')}${piece(how, 'How it is refused:')}`
}

function piece({ kind, source }: NonNullable<RuleRow['evidence']>, about = ''): Html {
  const link = sourceLink(source)
  const shown = link ? html`<a href="${link}" rel="noreferrer">${source}</a>` : source
  return html`<p class="evidence">${about ? html`${about} ` : ''}<b>${kind}</b> ${evidenceMeaning(kind)}<span class="source">Source: ${shown}</span></p>`
}

type Part = {
  readonly check: NonNullable<RuleCell['check']>
  readonly anchor: string
  readonly subject: SubjectReport
}

function part({ check, anchor, subject }: Part): Html {
  const name = subjectName(subject)
  const { status, reason, stories } = check
  return html`<section class="part ${statusClass(status)}" id="${anchor}" aria-labelledby="${anchor}-name">
<h4 id="${anchor}-name"><span>${name}</span>${statusLabel(status)}</h4>
<p class="meaning">This rule ${statusFacts[status].meaning}${reason ? html`: ${reason}` : '.'}</p>
${stories.map((story) => storySection(story, name, isShownOpen(story, stories.length)))}
</section>`
}

/** A correct tenant may refuse in another way too, so that is not for everybody to read. */
function isShownOpen({ status, observed }: Story, count: number): boolean {
  return count === 1 || (status !== 'passed' && observed !== 'answer')
}
