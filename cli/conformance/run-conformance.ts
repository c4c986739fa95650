import type { Surroundings } from '../surroundings.ts'
import { checkTags } from './check-tags.ts'
import { chooseApis } from './choose-apis.ts'
import { chooseClients } from './choose-clients.ts'
import { compareRuns } from './compare-runs.ts'
import type { ConformanceOptions } from './conformance-options.ts'
import { judgeAll } from './judge-all.ts'
import { openReportFolder } from './report-folder.ts'
import { openEvidence, saveEvidenceOf } from './save-evidence.ts'
import { saveReport } from './save-report.ts'
import { unjudged } from './unjudged.ts'

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
    return await judgeAndReport(options, surroundings)
  } catch (error) {
    throw unjudged(error)
  }
}

/** What can be wrong is found before anything runs. */
async function judgeAndReport(
  options: ConformanceOptions,
  surroundings: Surroundings,
): Promise<number> {
  const apis = await chooseApis(options)
  const clients = apis.length > 0 ? [] : await chooseClients(options)
  await checkTags(options.tags)
  const evidence = await openEvidence(options, surroundings)
  const folder = await openReportFolder(options.report)
  const judged = await judgeAll({ options, clients, apis, folder, evidence, surroundings })
  if (folder !== undefined) await saveReport(judged, folder, surroundings)
  if (evidence) await saveEvidenceOf(judged, evidence, surroundings)
  return Math.max(...judged.verdicts.map(({ exitCode }) => exitCode))
}
