import { areaOf } from '../check-area.ts'
import type { CheckReport, ConformanceReport } from '../report.ts'

/** A rule and its status for each subject. */
export type RuleRow = Pick<
  CheckReport,
  'id' | 'title' | 'severity' | 'evidence' | 'answerEvidence'
> & {
  /** Id of its article in the page. */
  readonly anchor: string
  readonly cells: readonly RuleCell[]
}

export type RuleCell = {
  /** Id of its part of the article. */
  readonly anchor: string
  /** Absent if the rule does not apply to the subject. */
  readonly check: CheckReport | undefined
}

export type RuleArea = {
  readonly prefix: string
  readonly name: string
  readonly rows: readonly RuleRow[]
}

/** The rules of all subjects, by area, in the order of the report. */
export function ruleAreas({ subjects }: ConformanceReport): readonly RuleArea[] {
  const rules = new Map(subjects.flatMap(({ checks }) => checks).map((check) => [check.id, check]))
  const bySubject = subjects.map(({ checks }) => new Map(checks.map((check) => [check.id, check])))
  const rows = [...rules.values()].map((check, index): RuleRow => {
    const { id, title, severity, evidence, answerEvidence } = check
    // An id may come from a file, and only some characters are safe in a link.
    const anchor = /^[A-Za-z][\w-]*$/.test(id) ? id : `rule-${index + 1}`
    const cells = bySubject.map((checks, subject) => ({
      anchor: `${anchor}.${subject + 1}`,
      check: checks.get(id),
    }))
    return { id, title, severity, evidence, answerEvidence, anchor, cells }
  })
  const prefixes = [...new Set(rows.map(({ id }) => areaOf(id).prefix))]
  return prefixes.map((prefix) => ({
    prefix,
    name: areaOf(prefix).name,
    rows: rows.filter(({ id }) => areaOf(id).prefix === prefix),
  }))
}
