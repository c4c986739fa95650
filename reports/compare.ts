import { currentIdOf } from '../mock-idp/index.ts'
import type { CheckReport, CheckStatus, ConformanceReport, SubjectReport } from './report.ts'

export type ReportComparison = {
  readonly subjects: readonly SubjectComparison[]
  /** Subjects that only the first report judges. */
  readonly gone: readonly SubjectReport[]
  /** Subjects that only the second report judges. */
  readonly added: readonly SubjectReport[]
}

export type SubjectComparison = {
  readonly before: SubjectReport
  readonly after: SubjectReport
  /** Only rules whose status differs: in the order of the second report, then removed rules. */
  readonly changes: readonly RuleChange[]
}

export type RuleChange = {
  readonly id: string
  readonly title: string
  /** changed: neither status is better than the other, such as passed and skipped. */
  readonly direction: 'better' | 'worse' | 'changed' | 'new' | 'gone'
  readonly before: CheckStatus | undefined
  readonly after: CheckStatus | undefined
}

/** Comparable statuses, worst first. `skipped` and `observed` are not comparable. */
const scale: readonly CheckStatus[] = [
  'error',
  'failed',
  'expected failure',
  'warning',
  'noted',
  'passed',
]

/** Compares two reports: how each rule changed for each subject. */
export function compareReports(
  before: ConformanceReport,
  after: ConformanceReport,
): ReportComparison {
  const pairs = pairSubjects(before.subjects, after.subjects)
  const isPaired = (subject: SubjectReport) => pairs.some((pair) => pair.includes(subject))
  return {
    subjects: pairs.map(([old, now]) => ({
      before: old,
      after: now,
      changes: compareChecks(old.checks, now.checks),
    })),
    gone: before.subjects.filter((subject) => !isPaired(subject)),
    added: after.subjects.filter((subject) => !isPaired(subject)),
  }
}

type Pair = readonly [before: SubjectReport, after: SubjectReport]

/** Matches subjects by name. If each report has one subject, they match whatever their names. */
function pairSubjects(
  before: readonly SubjectReport[],
  after: readonly SubjectReport[],
): readonly Pair[] {
  const [old, now] = [before[0], after[0]]
  if (before.length === 1 && after.length === 1 && old && now) return [[old, now]]
  return after.flatMap((subject) => {
    const same = before.find(({ kind, name }) => kind === subject.kind && name === subject.name)
    return same ? [[same, subject] as const] : []
  })
}

function compareChecks(
  before: readonly CheckReport[],
  after: readonly CheckReport[],
): readonly RuleChange[] {
  const old = new Map(before.map((check) => [idToday(check), check]))
  const now = new Set(after.map(idToday))
  const kept = after.map((check) => change(old.get(idToday(check)), check))
  const gone = before
    .filter((check) => !now.has(idToday(check)))
    .map((check) => change(check, undefined))
  return [...kept, ...gone].filter((one) => one !== undefined)
}

/** A report keeps the ids that its rules had when it was written. */
function idToday({ id }: CheckReport): string {
  return currentIdOf(id) ?? id
}

function change(
  before: CheckReport | undefined,
  after: CheckReport | undefined,
): RuleChange | undefined {
  const check = after ?? before
  if (check === undefined || before?.status === after?.status) return undefined
  return {
    id: check.id,
    title: check.title,
    direction: directionOf(before?.status, after?.status),
    before: before?.status,
    after: after?.status,
  }
}

function directionOf(
  before: CheckStatus | undefined,
  after: CheckStatus | undefined,
): RuleChange['direction'] {
  if (before === undefined) return 'new'
  if (after === undefined) return 'gone'
  const [from, to] = [scale.indexOf(before), scale.indexOf(after)]
  if (from < 0 || to < 0) return 'changed'
  return to > from ? 'better' : 'worse'
}
