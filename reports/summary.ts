import { printableData } from '../wire/printable.ts'
import { areaOf } from './check-area.ts'
import { statuses, statusFacts } from './check-status.ts'
import { groupFailures } from './group-failures.ts'
import { markdownTable, escapeMarkdown as text } from './markdown.ts'
import type { CheckReport, CheckStatus, ConformanceReport, SubjectReport } from './report.ts'

/** GitHub takes 1 MiB for a step; the page holds the rest. */
const mostRows = 50

const verdictSymbols = {
  conforms: '✅',
  'fails as expected': '🟡',
  'does not conform': '❌',
  'could not be judged': '❔',
}

/** Summarizes a report in Markdown, for the page of a GitHub Actions job. */
export function summaryMarkdown(given: ConformanceReport): string {
  const report = printableData(given)
  const { tool, target, durationSeconds } = report
  const facts = [
    `${text(tool.name)} ${text(tool.version)}`,
    `${text(target.kind)} at ${text(target.authorityHost)}`,
    `${durationSeconds.toFixed(1)} s`,
  ]
  const lines = ['# Agent ID conformance', '', facts.join(' · '), '']
  return `${[...lines, ...report.subjects.flatMap(subjectLines)].join('\n').trimEnd()}\n`
}

function subjectLines(subject: SubjectReport): readonly string[] {
  const { kind, name, version, verdict, counts, checks, problems, notJudged } = subject
  const [failed, observed] = [of(checks, 'failed'), of(checks, 'observed')]
  const counted = statuses
    .filter((status) => counts[status] > 0)
    .map((status) => `${counts[status]} ${status}`)
  const title = [name, version].filter((part) => part).join(' ')
  return [
    `## ${verdictSymbols[verdict]} ${text(title)} ${verdict}`,
    '',
    counted.join(' · '),
    '',
    ...problems.map((problem) => `- **Problem:** ${text(problem)}`),
    ...notJudged.map((what) => `- **Declared, but not judged:** ${text(what)}`),
    ...(problems.length + notJudged.length > 0 ? [''] : []),
    ...section('Broken rules', kind === 'client' ? findingsTable(failed) : faultsTable(failed)),
    ...section('Could not be judged', reasonsTable(of(checks, 'error'))),
    ...section('Warnings', findingsTable(of(checks, 'warning', 'noted'))),
    ...section('Observations', reasonsTable(observed.filter((check) => !isAnswerOnly(check)))),
    ...folded('refused in another way, as a correct tenant may', observed.filter(isAnswerOnly)),
    ...folded('expected failures', of(checks, 'expected failure')),
    ...folded('skipped', of(checks, 'skipped')),
  ]
}

function of(
  checks: readonly CheckReport[],
  ...wanted: readonly CheckStatus[]
): readonly CheckReport[] {
  return checks.filter(({ status }) => wanted.includes(status))
}

function section(title: string, table: readonly string[]): readonly string[] {
  return table.length === 0 ? [] : [`### ${title}`, '', ...table, '']
}

function folded(what: string, checks: readonly CheckReport[]): readonly string[] {
  if (checks.length === 0) return []
  const summary = `<details><summary>${checks.length} ${what}</summary>`
  return [summary, '', ...reasonsTable(checks), '', '</details>', '']
}

function findingsTable(checks: readonly CheckReport[]): readonly string[] {
  const rows = checks.map((check) => {
    const story = check.stories.find(({ status }) => status === check.status) ?? check.stories[0]
    const finding = story?.findings[0]
    const reason = finding?.message ?? story?.reason ?? check.reason ?? ''
    return [
      ...ruleCells(check),
      text(finding?.expected ?? ''),
      text(finding === undefined ? reason : finding.actual),
    ]
  })
  return limited(['', 'Rule', 'Area', 'Expected', 'Came'], rows)
}

/** A row for each fault: one wrong claim may break several rules in many scenarios. */
function faultsTable(checks: readonly CheckReport[]): readonly string[] {
  const rows = groupFailures(checks).map(({ rules, message, tokens, stories, ...values }) => {
    const [only] = checks.filter(({ id }) => rules.length === 1 && id === rules[0])
    const where = tokens.length === 0 ? '' : `, in ${tokens.join(', ')}`
    const more = stories.length > 1 ? ` (${stories.length} scenarios)` : ''
    return [
      text(statusFacts.failed.symbol),
      `${rules.map((id) => `**${text(id)}**`).join(', ')}${only ? ` ${text(only.title)}` : ''}`,
      text(`${message}${where}${more}`),
      text(values.expected),
      text(values.actual),
    ]
  })
  return limited(['', 'Rule', 'What', 'Expected', 'Came'], rows)
}

/** Whether the tenant refused each time, only with another error, number or status. */
function isAnswerOnly({ stories }: CheckReport): boolean {
  const observed = stories.filter(({ status }) => status === 'observed')
  return observed.length > 0 && observed.every((story) => story.observed === 'answer')
}

function reasonsTable(checks: readonly CheckReport[]): readonly string[] {
  const rows = checks.map((check) => [...ruleCells(check), text(check.reason ?? '')])
  return limited(['', 'Rule', 'Area', 'Why'], rows)
}

function ruleCells({ id, title, status }: CheckReport): readonly string[] {
  const { symbol } = statusFacts[status]
  return [text(symbol), `**${text(id)}** ${text(title)}`, text(areaOf(id).name)]
}

function limited(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return []
  const more = rows.length - mostRows
  const table = markdownTable(head, rows.slice(0, mostRows))
  return more > 0 ? [...table, '', `… and ${more} more in conformance.html`] : table
}
