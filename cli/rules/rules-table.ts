import {
  type EvidenceOf,
  evidenceKindsOf,
  hasSeverity,
  isRelaxable,
  isStrong,
  type Rule,
} from '../../mock-idp/index.ts'
import { entryLines, nameWidth } from '../terminal/entry.ts'
import type { Page } from '../terminal/page.ts'
import { byArea } from './rule-areas.ts'

type Row = {
  readonly id: string
  readonly title: string
  readonly error: string
  readonly number: string
  readonly evidence: string
}

const footnote = '* no strong evidence that Entra refuses it; a tenant of the mock can relax it'

/** The catalogue by area: one line a rule where it fits, two and more where it does not. */
export function rulesTable(
  rules: readonly Rule[],
  page: Page,
  evidenceOf: EvidenceOf,
): readonly string[] {
  const toRow = (rule: Rule) => rowOf(rule, evidenceOf)
  const rows = rules.map(toRow)
  const widths = {
    id: widest(rows, 'id'),
    title: widest(rows, 'title'),
    error: widest(rows, 'error'),
    number: widest(rows, 'number'),
  }
  const widestEvidence = widest(rows, 'evidence')
  const total = Object.values(widths).reduce((sum, width) => sum + width + 2, widestEvidence)
  const line = (row: Row) => oneLine(row, widths, page)
  const set =
    total <= page.width ? (row: Row) => [line(row)] : (row: Row) => stacked(row, page, widths.id)
  const areas = byArea(rules).flatMap(({ area, rules: members }) => [
    page.colours.title(area),
    ...members.map(toRow).flatMap(set),
    '',
  ])
  return [...areas, footnote]
}

function rowOf(rule: Rule, evidenceOf: EvidenceOf): Row {
  const { id, title } = rule
  if (rule.kind === 'tool') return { id, title, error: '-', number: '-', evidence: 'this tool' }
  const { kind, staleSince } = evidenceOf(rule)
  const stale = staleSince === undefined ? '' : `, observed ${staleSince} (stale)`
  const mark = isRelaxable(rule) && !isStrong({ kind }) ? ' *' : ''
  const evidence = `${evidenceKindsOf(rule, evidenceOf)}${mark}${stale}`
  if (rule.kind === 'promise') return { id, title, error: '-', number: '-', evidence }
  if (hasSeverity(rule)) return { id, title, error: rule.severity, number: '-', evidence }
  const number = rule.aadsts === undefined ? '-' : `AADSTS${rule.aadsts}`
  return { id, title, error: rule.error, number, evidence }
}

function widest(rows: readonly Row[], member: keyof Row): number {
  return nameWidth(rows.map((row) => row[member]))
}

type Widths = Readonly<Record<'id' | 'title' | 'error' | 'number', number>>

function oneLine(row: Row, widths: Widths, { colours }: Page): string {
  return [
    colours.name(row.id) + padding(row.id, widths.id),
    row.title + padding(row.title, widths.title),
    row.error.padEnd(widths.error),
    row.number.padEnd(widths.number),
    markedEvidence(row.evidence, colours),
  ].join('  ')
}

function stacked(row: Row, page: Page, column: number): readonly string[] {
  const facts = [row.error, row.number, row.evidence].filter((fact) => fact !== '-')
  return entryLines({ name: row.id, text: row.title, aside: facts.join(', ') }, page, column)
}

/** Colour codes have no width, so padding is counted on the bare text. */
const padding = (text: string, width: number) => ' '.repeat(Math.max(0, width - text.length))

const markedEvidence = (evidence: string, colours: Page['colours']) =>
  evidence.includes(' *') ? colours.caution(evidence) : evidence
