import {
  authorityHosts,
  buildEvidence,
  createRecorder,
  type EvidenceRecorder,
  type EvidenceSet,
  type EvidenceTarget,
  type RunFacts,
} from '../../evidence/index.ts'
import { placeOf } from '../scenario/recorded-target.ts'
import { inProcessTarget } from '../targets/in-process.ts'
import { liveDirectory, liveVariables, type Variables } from '../targets/live-directory.ts'
import { mockAsLiveTarget } from '../targets/mock-as-live.ts'
import type { TargetKind } from '../targets/target.ts'
import { selectionOf } from './index.ts'
import { runFeatures } from './run-features.ts'
import type { ScenarioResult } from './scenario-result.ts'

/**
 * What evidence says of the target: nothing that is a tenant's own.
 * @param authorityHost as the target told it
 */
export function evidenceTarget(
  kind: TargetKind,
  variables: Variables,
  authorityHost: string,
): EvidenceTarget {
  if (kind !== 'live') {
    return { kind, authority: 'private', credential: 'its client secret', variables: [] }
  }
  return {
    kind,
    authority: authorityHosts.includes(new URL(authorityHost).host) ? authorityHost : 'private',
    credential: liveDirectory(variables, authorityHost).usualCredential('Concierge'),
    variables: liveVariables.filter((name) => variables[name]),
  }
}

/** The evidence of a run whose exchanges were kept by the recorder. */
export function evidenceOf(
  results: readonly ScenarioResult[],
  recorder: EvidenceRecorder,
  run: RunFacts,
): EvidenceSet {
  const facts = results.map(({ name, file, line, steps, ...rest }) => ({
    ...rest,
    title: name,
    file,
    place: placeOf(file, line),
    steps: steps.map(({ keyword, text }) => ({ keyword, text })),
  }))
  return buildEvidence(run, facts, recorder)
}

/** Every scenario that such a target can show, on a mock that is known in the same way. */
export async function replayOnMock({ target, ...facts }: RunFacts): Promise<EvidenceSet> {
  const isLive = target.kind === 'live'
  const authorityHost = target.authority === 'private' ? undefined : target.authority
  const replayed = isLive
    ? await mockAsLiveTarget({ authorityHost, variables: target.variables })
    : await inProcessTarget()
  // The mock goes by the clock of the machine, and so do the times in what is recorded.
  const recorder = createRecorder({ now: Date.now })
  try {
    const tags = selectionOf(target.kind, false)
    const { results } = await runFeatures({ target: replayed, tags, evidence: recorder })
    return evidenceOf(results, recorder, { ...facts, target })
  } finally {
    await replayed.close()
  }
}
