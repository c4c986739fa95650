import type { EvidenceRecorder } from '../../evidence/index.ts'
import { evidenceAt } from '../../mock-idp/index.ts'
import type { SubjectReport } from '../../reports/report.ts'
import { ApiUnreachable } from '../apis/api-under-test.ts'
import type { OpenedApi } from '../apis/open-api.ts'
import { AdapterUsageError } from '../clients/adapter/adapter-usage-error.ts'
import { AdapterFailure, type ClientUnderTest } from '../clients/client-under-test.ts'
import { openTarget, type Target, type TargetOptions, TargetUnreachable } from '../targets/index.ts'
import type { TargetKind } from '../targets/target.ts'
import { findDistrust } from './find-distrust.ts'
import { giveUpOnBroken } from './give-up.ts'
import { createProgress } from './progress.ts'
import { countScenarios, type FeatureRunResult, runFeatures } from './run-features.ts'
import { summarize } from './summarize.ts'
import { type Judging, outcomeOf, type Verdict, verdictOf } from './verdict.ts'

export { AdapterFailure, type ClientUnderTest } from '../clients/client-under-test.ts'
export { referenceClient } from '../clients/reference.ts'
export type { RunningTenant } from '../targets/index.ts'
export type { Target, TargetKind } from '../targets/target.ts'
export type { ExpectedFailure } from './expected-failures.ts'

export type { ScenarioResult } from './scenario-result.ts'
export { tagProblem } from './tag-problem.ts'
export type { Verdict } from './verdict.ts'

export type ConformanceOptions = Omit<TargetOptions, 'needsPort'> &
  Judging & {
    readonly target: TargetKind
    /** Opens the client to judge, after the target is open. The run closes it. */
    readonly openClient?: ((target: Target) => Promise<ClientUnderTest>) | undefined
    /** Opens the API to judge, after the target is open. The run closes it. */
    readonly openApi?: ((target: Target) => Promise<OpenedApi>) | undefined
    /** A tag expression that narrows the selection of the target and the client. */
    readonly tags?: string | undefined
    /** Default: every feature of the package. */
    readonly files?: readonly string[] | undefined
    /** File for the messages of Cucumber, an absolute path. */
    readonly messagesFile?: string | undefined
    /** Whether to keep the requests of every scenario for a report. A client's are always kept. */
    readonly keepsRequests?: boolean | undefined
    /** Records every exchange of the scenarios, redacted. Default: none. */
    readonly evidence?: EvidenceRecorder | undefined
    /** Text beside the progress. */
    readonly title?: string | undefined
    readonly write: (text: string) => void
    readonly isTty: boolean
    readonly columns?: number | undefined
  }

type RunOptions = Omit<ConformanceOptions, 'target' | 'openClient' | 'openApi'>

/** Runs the specification. `exitCode`: 0 conforms, 1 does not, 2 could not be judged. */
export async function runConformance(options: ConformanceOptions): Promise<Verdict> {
  const opened = await open(options)
  if ('problem' in opened) return conclude({ ...nothing, ...opened }, options)
  try {
    return await runWithClient(opened, options)
  } finally {
    await opened.close()
  }
}

async function runWithClient(target: Target, options: ConformanceOptions): Promise<Verdict> {
  if (options.openApi) return runWithApi(target, options, options.openApi)
  if (!options.openClient) return runOnTarget(target, options)
  const client = await options.openClient(target).catch(broken)
  if ('problem' in client) return conclude({ ...nothing, ...client }, options, target)
  try {
    const problem = await findDistrust(client, target)
    if (problem !== undefined)
      return conclude({ ...nothing, problem }, { ...options, client }, target)
    return await runOnTarget(target, { ...options, client: giveUpOnBroken(client) })
  } finally {
    await client.close()
  }
}

async function runWithApi(
  target: Target,
  options: ConformanceOptions,
  open: NonNullable<ConformanceOptions['openApi']>,
): Promise<Verdict> {
  const opened = await open(target).catch(broken)
  if ('problem' in opened) return conclude({ ...nothing, ...opened }, options, target)
  try {
    return await runOnTarget(opened.target, { ...options, api: opened.api })
  } finally {
    await opened.api.close()
  }
}

function broken(error: unknown): { readonly problem: string } {
  const isKnown = [AdapterFailure, AdapterUsageError, ApiUnreachable].some(
    (kind) => error instanceof kind,
  )
  if (isKnown) return { problem: (error as Error).message }
  throw error
}

/** Runs the specification against a target that is already open, and leaves it open. */
export async function runOnTarget(target: Target, options: RunOptions): Promise<Verdict> {
  try {
    const run = await runSelected(target, options)
    const problem = options.api?.givenUp()
    if (problem !== undefined) return conclude({ ...nothing, problem }, options, target)
    return conclude(run, options, target, await countWithoutPower(target, options))
  } catch (error) {
    return conclude({ ...nothing, problem: unreachable(error) }, options, target)
  }
}

const nothing = { results: [], parseErrors: [] }

async function open(options: ConformanceOptions): Promise<Target | { readonly problem: string }> {
  // A client in this process uses the scenario's clock and needs no port.
  const { client, openClient, openApi } = options
  const needsPort =
    openClient !== undefined || openApi !== undefined || client?.hasVirtualTime === false
  try {
    return await openTarget(options.target, { ...options, needsPort })
  } catch (error) {
    return { problem: unreachable(error) }
  }
}

function unreachable(error: unknown): string {
  if (error instanceof TargetUnreachable) return error.message
  throw error
}

/** Scenarios about identity providers that a live target cannot run. */
async function countWithoutPower({ kind }: Target, options: RunOptions): Promise<number> {
  const { client, files, tags } = options
  if (kind !== 'live' || client || options.api) return 0
  const narrowed = tags ? ` and (${tags})` : ''
  return countScenarios({ files, tags: `@mock and not @live and not @client${narrowed}` })
}

function conclude(
  run: FeatureRunResult,
  options: RunOptions,
  target?: Target,
  withoutPower = 0,
): Verdict {
  const isPartial = options.tags !== undefined || options.files !== undefined
  const verdict = verdictOf(run, {
    ...options,
    evidenceOf: evidenceAt(Date.now()),
    isPartial,
    withoutPower,
    authorityHost: target?.authorityHost,
  })
  options.write(summarize(verdict))
  return verdict
}

async function runSelected(target: Target, options: RunOptions): Promise<FeatureRunResult> {
  const { client, api, tags, files, messagesFile, keepsRequests, evidence } = options
  const progress = createProgress(options, (result) => outcomeOf(result, options))
  try {
    await target.prepare(progress.note)
    return await runFeatures({
      target,
      client,
      api,
      files,
      messagesFile,
      keepsRequests,
      evidence,
      tags: selectionOf(target.kind, subjectKind(options), tags),
      ...progress,
    })
  } finally {
    progress.stop()
  }
}

function subjectKind({ api, client }: RunOptions): SubjectReport['kind'] {
  if (api) return 'API'
  return client ? 'client' : 'identity provider'
}

/** Selects scenarios that need no control over a real tenant, and those about a client or an API only for one. */
export function selectionOf(
  kind: TargetKind,
  subject: SubjectReport['kind'],
  tags?: string,
): string {
  const aboutWhat =
    subject === 'API'
      ? ['@api']
      : [kind === 'live' ? '@live' : '@mock', subject === 'client' ? '@client' : 'not @client']
  const parts = [...aboutWhat, ...(tags ? [`(${tags})`] : [])]
  return parts.join(' and ')
}
