import type { NewClient } from '../clients/client-under-test.ts'
import { openTarget, type Target, type TargetOptions, TargetUnreachable } from '../targets/index.ts'
import type { TargetKind } from '../targets/target.ts'
import { createProgress } from './progress.ts'
import { type FeatureRunResult, runFeatures } from './run-features.ts'
import { summarize, type Verdict, verdictOf } from './verdict.ts'

export type { NewClient } from '../clients/client-under-test.ts'
export { referenceClient } from '../clients/reference.ts'
export type { ScenarioResult } from './scenario-result.ts'
export type { Verdict } from './verdict.ts'

export type ConformanceOptions = TargetOptions & {
  readonly target: TargetKind
  /** Judges this client against the target, instead of the target. */
  readonly newClient?: NewClient | undefined
  /** A tag expression; it narrows what the target and the client select. */
  readonly tags?: string | undefined
  /** Default: every feature of the package. */
  readonly files?: readonly string[] | undefined
  /** Where `junit.xml` and `messages.ndjson` go. An absolute path. */
  readonly reportFolder?: string | undefined
  /** Names of scenarios or ids of rules that are known to fail. One that does not fail is a failure. */
  readonly expectedFailures?: readonly string[] | undefined
  readonly write: (text: string) => void
  readonly isTty: boolean
  readonly columns?: number | undefined
}

/** Runs the specification. `exitCode`: 0 conforms, 1 does not, 2 could not be judged. */
export async function runConformance(options: ConformanceOptions): Promise<Verdict> {
  const { write } = options
  let target: Target | undefined
  try {
    target = await openTarget(options.target, options)
    const run = await judge(target, options)
    const verdict = verdictOf(run, options.expectedFailures)
    write(summarize(verdict))
    return verdict
  } catch (error) {
    if (!(error instanceof TargetUnreachable)) throw error
    const verdict = verdictOf({ results: [], parseErrors: [], problem: error.message })
    write(summarize(verdict))
    return verdict
  } finally {
    await target?.close()
  }
}

async function judge(
  target: Target,
  { newClient, tags, files, reportFolder, ...view }: ConformanceOptions,
): Promise<FeatureRunResult> {
  const progress = createProgress(view)
  await target.prepare(progress.note)
  const selection = selectionOf(target.kind, newClient !== undefined, tags)
  try {
    return await runFeatures({
      target,
      newClient,
      files,
      reportFolder,
      tags: selection,
      ...progress,
    })
  } finally {
    progress.stop()
  }
}

/** On a real tenant only scenarios that need no power over it; scenarios about a client only for a client. */
function selectionOf(kind: TargetKind, hasClient: boolean, tags: string | undefined): string {
  const parts = [
    kind === 'live' ? '@live' : '@mock',
    hasClient ? '@client' : 'not @client',
    ...(tags ? [`(${tags})`] : []),
  ]
  return parts.join(' and ')
}
