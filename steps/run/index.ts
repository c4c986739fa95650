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
  const opened = await open(options)
  if ('problem' in opened) return conclude({ ...nothing, ...opened }, options)
  try {
    return await judgeTarget(opened, options)
  } finally {
    await opened.close()
  }
}

/** The same for a target that is open already. It stays open. */
export async function judgeTarget(
  target: Target,
  options: Omit<ConformanceOptions, 'target'>,
): Promise<Verdict> {
  try {
    return conclude(await judge(target, options), options)
  } catch (error) {
    return conclude({ ...nothing, problem: unreachable(error) }, options)
  }
}

const nothing = { results: [], parseErrors: [] }

async function open(options: ConformanceOptions): Promise<Target | { readonly problem: string }> {
  try {
    return await openTarget(options.target, options)
  } catch (error) {
    return { problem: unreachable(error) }
  }
}

function unreachable(error: unknown): string {
  if (error instanceof TargetUnreachable) return error.message
  throw error
}

function conclude(
  run: FeatureRunResult,
  { expectedFailures, write }: Omit<ConformanceOptions, 'target'>,
): Verdict {
  const verdict = verdictOf(run, expectedFailures)
  write(summarize(verdict))
  return verdict
}

async function judge(
  target: Target,
  { newClient, tags, files, reportFolder, ...view }: Omit<ConformanceOptions, 'target'>,
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
