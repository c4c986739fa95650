import { checkTags } from './conformance/check-tags.ts'
import { chooseClients } from './conformance/choose-clients.ts'
import { compareRuns } from './conformance/compare-runs.ts'
import { judgeAll } from './conformance/judge-all.ts'
import { openReportFolder } from './conformance/report-folder.ts'
import { openEvidence, saveEvidenceOf } from './conformance/save-evidence.ts'
import { saveReport } from './conformance/save-report.ts'
import { unjudged } from './conformance/unjudged.ts'
import type { ConformanceOptions } from './conformance-options.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * `agentid conformance`: runs the specification and answers the exit code.
 * @throws {UsageError} whenever nothing can be said of what was to be judged
 */
export async function runConformanceCommand(
  options: ConformanceOptions,
  surroundings: Surroundings,
): Promise<number> {
  try {
    if (options.compare) return await compareRuns(options, surroundings)
    return await judge(options, surroundings)
  } catch (error) {
    throw unjudged(error)
  }
}

/** What can be wrong is found before anything runs. */
async function judge(options: ConformanceOptions, surroundings: Surroundings): Promise<number> {
  const clients = await chooseClients(options)
  await checkTags(options.tags)
  const evidence = await openEvidence(options, surroundings)
  const folder = await openReportFolder(options.report)
  const judged = await judgeAll({ options, clients, folder, evidence, surroundings })
  if (folder !== undefined) await saveReport(judged, folder, surroundings)
  if (evidence) await saveEvidenceOf(judged, evidence, surroundings)
  return Math.max(...judged.verdicts.map(({ exitCode }) => exitCode))
}
