import type { CheckReport, CheckStatus, ConformanceReport, SubjectReport } from './report.ts'

export type ReportComparison = {
  readonly subjects: readonly SubjectComparison[]
  /** Subjects of the first report that the second does not judge. */
  readonly gone: readonly SubjectReport[]
  /** Subjects of the second report that the first does not judge. */
  readonly added: readonly SubjectReport[]
}

export type SubjectComparison = {
  readonly before: SubjectReport
  readonly after: SubjectReport
  /** Only rules whose status differs, in the order of the second report, then those gone. */
  readonly changes: readonly RuleChange[]
}

export type RuleChange = {
  readonly id: string
  readonly title: string
  /** changed: neither status is better, such as passed and skipped. */
  readonly direction: 'better' | 'worse' | 'changed' | 'new' | 'gone'
  readonly before: CheckStatus | undefined
  readonly after: CheckStatus | undefined
}

/** Statuses that can be compared, the worst first. What was skipped or observed is on no scale. */
const scale: readonly CheckStatus[] = [
  'error',
  'failed',
  'expected failure',
  'warning',
  'noted',
  'passed',
]

/** Rule by rule what became of each subject from the first report to the second. */
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

/** By name; where each report has one subject, it is the same one, whatever it is called. */
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
  const old = new Map(before.map((check) => [check.id, check]))
  const now = new Set(after.map(({ id }) => id))
  const kept = after.map((check) => change(old.get(check.id), check))
  const gone = before.filter(({ id }) => !now.has(id)).map((check) => change(check, undefined))
  return [...kept, ...gone].filter((one) => one !== undefined)
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
