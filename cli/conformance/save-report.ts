import { join } from 'node:path'
import { reportFormat, writeReports } from '../../reports/index.ts'
import type { Surroundings } from '../surroundings.ts'
import { readVersion } from '../version.ts'
import { authorityHostOf, type Judged } from './judge-all.ts'

/**
 * Writes the reports of a run, and says where.
 * @throws {ReportError} if one cannot be written
 */
export async function saveReport(
  judged: Judged,
  folder: string,
  { env, stdout, now }: Surroundings,
): Promise<void> {
  const { target, startedMs, verdicts } = judged
  const report = {
    format: reportFormat,
    tool: { name: 'agentid-conformance', version: readVersion() },
    startedAt: new Date(startedMs).toISOString(),
    durationSeconds: (now() - startedMs) / 1000,
    target: { kind: target, authorityHost: authorityHostOf(judged) ?? 'not reached' },
    subjects: verdicts.map(({ subject }) => subject),
  } as const
  await writeReports(report, folder, { stepSummaryFile: env.GITHUB_STEP_SUMMARY || undefined })
  stdout.write(`report: ${join(folder, 'conformance.html')}\n`)
}
