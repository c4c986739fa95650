import { join } from 'node:path'
import { type Counts, countNodeTests } from '../../tests/support/counts.ts'
import { reasonsToSkip } from '../../tests/support/run-parts.ts'
import { root, runNode } from '../../tests/support/run-tool.ts'

/**
 * `agentid observe` on programs that use the packages of the adapters, the findings about them, and provisioning with
 * them: what needs the packages of all adapters.
 */
export const watchingTests = [
  'observe/findings.test.ts',
  'observe/real-programs.test.ts',
  'provisioning/real-tools.test.ts',
] as const

/** @returns what the test counted, and what of its output somebody should read */
export async function watchPrograms(
  test: string,
): Promise<{ readonly counts: Counts; readonly output: string }> {
  const file = join(root, 'proofs', 'programs', test)
  const args = ['--import', 'tsx', '--test', '--test-reporter=spec', file]
  const { status, output } = await runNode(args)
  const counts = countNodeTests(output) ?? { passed: 0, failed: 0, skipped: 0 }
  if (status !== 0) return { counts: { ...counts, failed: Math.max(counts.failed, 1) }, output }
  const reasons = reasonsToSkip(output).map((reason) => `skipped ${reason.trim()}\n`)
  return { counts, output: reasons.join('') }
}
