import { printable } from '../wire/printable.ts'
import type { ReportComparison, RuleChange, SubjectComparison } from './compare.ts'
import type { SubjectReport } from './report.ts'

const headings: readonly (readonly [RuleChange['direction'], string])[] = [
  ['worse', 'worse'],
  ['better', 'better'],
  ['changed', 'changed'],
  ['new', 'new'],
  ['gone', 'removed'],
]

/** Formats a comparison as plain text, with a line for each rule whose status differs. */
export function describeComparison(comparison: ReportComparison): string {
  const { subjects, gone, added } = comparison
  const lines = [
    ...subjects.flatMap(subjectLines),
    ...gone.map((subject) => `${nameOf(subject)}: only in the first report`),
    ...added.map((subject) => `${nameOf(subject)}: only in the second report`),
  ]
  return lines.length === 0 ? 'both reports are empty\n' : `${lines.join('\n')}\n`
}

function subjectLines({ before, after, changes }: SubjectComparison): readonly string[] {
  const [from, to] = [nameOf(before), nameOf(after)]
  const title = from === to ? to : `${from} -> ${to}`
  const verdict =
    before.verdict === after.verdict
      ? `${after.verdict} (unchanged)`
      : `${before.verdict} -> ${after.verdict}`
  if (changes.length === 0) return [`${title}: ${verdict}`, '  no rule changed']
  const width = Math.max(...changes.map(({ id }) => id.length))
  const groups = headings.flatMap(([direction, heading]) => {
    const group = changes.filter((change) => change.direction === direction)
    if (group.length === 0) return []
    return [`  ${group.length} ${heading}`, ...group.map((change) => changeLine(change, width))]
  })
  return [`${title}: ${verdict}`, ...groups]
}

function changeLine({ id, title, before, after }: RuleChange, width: number): string {
  const status = [before, after].filter((one) => one !== undefined).join(' -> ')
  return `    ${printable(id).padEnd(width)}  ${status}  ${printable(title)}`
}

function nameOf({ name, version }: SubjectReport): string {
  const words = [name, version].filter((part) => part).join(' ')
  return printable(words)
}
