import { join } from 'node:path'
import { evidenceOf, evidenceTarget } from '../../engine/run/evidence.ts'
import { featureTexts } from '../../engine/run/feature-texts.ts'
import {
  checkEvidenceFolder,
  createRecorder,
  type EvidenceRecorder,
  saveEvidence,
} from '../../evidence/index.ts'
import type { Surroundings } from '../surroundings.ts'
import { UsageError } from '../usage-error.ts'
import { readVersion } from '../version.ts'
import type { ConformanceOptions } from './conformance-options.ts'
import { authorityHostOf, type Judged } from './judge-all.ts'

export type OpenEvidence = {
  /** An absolute path. */
  readonly folder: string
  readonly recorder: EvidenceRecorder
}

/**
 * A recorder, and a folder that can be written; found out before anything is sent.
 * @throws {EvidenceError}
 */
export async function openEvidence(
  { saveEvidence: folder }: ConformanceOptions,
  { now }: Surroundings,
): Promise<OpenEvidence | undefined> {
  if (folder === undefined) return undefined
  return { folder: await checkEvidenceFolder(folder), recorder: createRecorder({ now }) }
}

/**
 * Writes what the recorder kept, and says where. A run in which nothing could be judged leaves the folder as it was.
 * @throws {EvidenceError} if it cannot be written, or would reveal what belongs to the tenant
 */
export async function saveEvidenceOf(
  judged: Judged,
  { folder, recorder }: OpenEvidence,
  { env, stdout }: Surroundings,
): Promise<void> {
  const { target, startedMs, verdicts } = judged
  const results = verdicts.flatMap(({ scenarios }) => scenarios)
  const authorityHost = authorityHostOf(judged)
  if (results.length === 0 || authorityHost === undefined) {
    throw new UsageError(
      'no scenario ran, so there is no evidence to write. Check the target and --tags.',
    )
  }
  const evidence = evidenceOf(results, recorder, {
    day: new Date(startedMs).toISOString().slice(0, 10),
    tool: { name: 'agentid-conformance', version: readVersion() },
    target: evidenceTarget(target, env, authorityHost),
  })
  const sensitive = [...recorder.sensitive(), ...valuesOf(env)]
  await saveEvidence(evidence, folder, sensitive, await featureTexts())
  stdout.write(`evidence: ${join(folder, 'index.json')}\n`)
}

const publicVariables = ['AGENTID_AUTHORITY_HOST', 'AGENTID_GRAPH_URL', 'AGENTID_SCOPE']

/** A shorter value of a variable is no id and no secret, but a word such as `true`. */
const shortest = 8

/** Whatever the variables hold is the tenant's own, whether a scenario used it or not. */
function valuesOf(env: Surroundings['env']): readonly string[] {
  return Object.entries(env).flatMap(([name, value = '']) => {
    const isOwn = name.startsWith('AGENTID_') && !publicVariables.includes(name)
    return isOwn && (value.length >= shortest || name.endsWith('_SECRET')) ? [value] : []
  })
}
