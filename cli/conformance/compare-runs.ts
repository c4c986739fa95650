import {
  compareReports,
  describeComparison,
  type ReportComparison,
  readReport,
} from '../../reports/index.ts'
import { exitCodes } from '../exit-codes.ts'
import type { Surroundings } from '../surroundings.ts'
import { UsageError } from '../usage-error.ts'
import type { ConformanceOptions } from './conformance-options.ts'

/**
 * `--compare A B`: what became better or worse. Answers 1 if anything became worse.
 * @throws {ReportError} if one of them cannot be read
 */
export async function compareRuns(
  { compare = [], command = [] }: ConformanceOptions,
  { stdout }: Surroundings,
): Promise<number> {
  const [before, after, ...more] = compare
  if (before === undefined || after === undefined || more.length + command.length > 0) {
    throw new UsageError('--compare needs two report folders: --compare BEFORE AFTER')
  }
  const comparison = compareReports(await readReport(before), await readReport(after))
  stdout.write(describeComparison(comparison))
  return hasWorsened(comparison) ? exitCodes.failed : exitCodes.done
}

const verdicts = [
  'conforms',
  'fails as expected',
  'does not conform',
  'could not be judged',
] as const

/** A rule that was skipped, or is new, can make the verdict worse without being worse itself. */
function hasWorsened({ subjects }: ReportComparison): boolean {
  return subjects.some(
    ({ before, after, changes }) =>
      changes.some(({ direction }) => direction === 'worse') ||
      verdicts.indexOf(after.verdict) > verdicts.indexOf(before.verdict),
  )
}
