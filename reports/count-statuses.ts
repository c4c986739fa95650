import type { CheckReport, CheckStatus } from './report.ts'

/** Counts the rules with each status. */
export function countStatuses(
  checks: readonly Pick<CheckReport, 'status'>[],
): Readonly<Record<CheckStatus, number>> {
  const of = (status: CheckStatus) => checks.filter((check) => check.status === status).length
  return {
    passed: of('passed'),
    failed: of('failed'),
    warning: of('warning'),
    noted: of('noted'),
    'expected failure': of('expected failure'),
    observed: of('observed'),
    skipped: of('skipped'),
    error: of('error'),
  }
}
