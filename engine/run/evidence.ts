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
import { liveDirectory, liveVariables } from '../targets/live-directory.ts'
import { mockAsLiveTarget } from '../targets/mock-as-live.ts'
import type { TargetKind } from '../targets/target.ts'
import type { Variables } from '../targets/variables.ts'
import { selectionOf } from './index.ts'
import { runFeatures } from './run-features.ts'
import type { ScenarioResult } from './scenario-result.ts'

/**
 * Describes the target in evidence, without anything specific to a tenant.
 * @param authorityHost as the target reports it
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

/** Creates the evidence of a run from the recorded exchanges. */
export function evidenceOf(
  results: readonly ScenarioResult[],
  recorder: EvidenceRecorder,
  run: RunFacts,
): EvidenceSet {
  const facts = results.map(({ name, file, line, steps, observations, ...rest }) => ({
    ...rest,
    title: name,
    file,
    place: placeOf(file, line),
    steps: steps.map(({ keyword, text }) => ({ keyword, text })),
    observations: observations.map(({ text }) => text),
  }))
  return buildEvidence(run, facts, recorder)
}

/**
 * Runs the scenarios that such a target supports on a mock that exposes the same variables.
 * @param files the features to run. Default: all
 */
export async function replayOnMock(
  { target, ...facts }: RunFacts,
  files?: readonly string[],
): Promise<EvidenceSet> {
  const isLive = target.kind === 'live'
  const authorityHost = target.authority === 'private' ? undefined : target.authority
  const replayed = isLive
    ? await mockAsLiveTarget({ authorityHost, variables: target.variables })
    : await inProcessTarget()
  // The mock uses the machine's clock, and so do the recorded times.
  const recorder = createRecorder({ now: Date.now })
  try {
    const tags = selectionOf(target.kind, 'identity provider')
    const { results } = await runFeatures({ target: replayed, files, tags, evidence: recorder })
    return evidenceOf(results, recorder, { ...facts, target })
  } finally {
    await replayed.close()
  }
}
