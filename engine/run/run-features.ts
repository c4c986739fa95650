import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { Writable } from 'node:stream'
import { loadSources, runCucumber } from '@cucumber/cucumber/api'
import pLimit from 'p-limit'
import type { EvidenceRecorder } from '../../evidence/index.ts'
import { createKnownValues } from '../../wire/known-values/known-values.ts'
import type { ApiUnderTest } from '../apis/api-under-test.ts'
import type { ClientUnderTest } from '../clients/client-under-test.ts'
import { referenceClient } from '../clients/reference.ts'
import { packageRoot } from '../package-root.ts'
import { beginRun } from '../scenario/current-run.ts'
import type { Target } from '../targets/target.ts'
import { collectResults, type Listener } from './collect-results.ts'
import { hideInResults } from './hide-in-results.ts'
import { longestFirst } from './longest-first.ts'
import { mergeMessages } from './merge-messages.ts'
import type { ScenarioResult } from './scenario-result.ts'
import { configuration, supportCode } from './support-code.ts'

export type FeatureRun = Listener & {
  readonly target: Target
  readonly client?: ClientUnderTest | undefined
  readonly api?: ApiUnderTest | undefined
  /** Default: every feature of the package. */
  readonly files?: readonly string[] | undefined
  readonly tags?: string | undefined
  /** File for the messages of Cucumber, an absolute path. */
  readonly messagesFile?: string | undefined
  /** Whether to keep the requests of every scenario for a report. Default: no. */
  readonly keepsRequests?: boolean | undefined
  /** Whether to begin no scenario after one that failed. Default: no. */
  readonly stopsAtFailure?: boolean | undefined
  /** Records every exchange, redacted. Default: none. */
  readonly evidence?: EvidenceRecorder | undefined
}

export type FeatureRunResult = {
  readonly results: readonly ScenarioResult[]
  /** Errors in feature files. */
  readonly parseErrors: readonly string[]
  /** Why nothing ran. */
  readonly problem?: string
}

type Group = { readonly files: readonly string[] }

/** Runs features against a target in this process, in parallel if the client allows it. */
export async function runFeatures(run: FeatureRun): Promise<FeatureRunResult> {
  const { target, client = referenceClient, api, tags, keepsRequests = false, evidence } = run
  const plan = await planned(run)
  if ('problem' in plan) return { results: [], parseErrors: [], ...plan }
  run.onPlanned?.(plan.counts)
  const collected = collectResults(run)
  const parseErrors = plan.errors
  if (parseErrors.length > 0) return { ...collected, parseErrors }
  if (plan.files.length === 0) {
    const hint = run.client ? '' : '; scenarios tagged @client need a client'
    return { ...collected, parseErrors, problem: `no scenario matches ${tags}${hint}` }
  }
  const secrets = createKnownValues()
  beginRun({ target, client, api, keepsRequests, evidence, secrets })
  const messages = openMessages(run.messagesFile)
  // All scenarios about an API share it, and its tenant.
  const isOneByOne = client.maxParallel <= 1 || api !== undefined
  const groups: readonly Group[] = !isOneByOne
    ? longestFirst(plan.files).map((file) => ({ files: [file] }))
    : [plan]
  const limit = pLimit(client.maxParallel)
  await Promise.all(
    groups.map((group) =>
      limit(async () => {
        if (run.stopsAtFailure && collected.results.some(({ status }) => status === 'failed'))
          return
        await runGroup(group, run, [collected.onMessage, messages.forGroup()])
      }),
    ),
  )
  await messages.close()
  return { results: hideInResults(collected.results, secrets), parseErrors }
}

/** The features with selected scenarios, and the number in each. */
async function planned({ files, tags = '' }: Pick<FeatureRun, 'files' | 'tags'>) {
  const { runConfiguration } = await configuration({
    paths: [...(files ?? ['features/**/*.feature'])],
    tags,
  })
  try {
    const { plan, errors } = await loadSources(runConfiguration.sources, surroundings())
    const counts = new Map<string, number>()
    for (const { uri } of plan) counts.set(uri, (counts.get(uri) ?? 0) + 1)
    return {
      files: [...counts.keys()],
      counts,
      errors: errors.map(({ uri, message }) => `${uri}: ${message}`),
    }
  } catch (error) {
    return { problem: problemOf(error) }
  }
}

/** How many scenarios these tags select. */
export async function countScenarios({
  files,
  tags,
}: Pick<FeatureRun, 'files' | 'tags'>): Promise<number> {
  const plan = await planned({ files, tags })
  return 'problem' in plan ? 0 : [...plan.counts.values()].reduce((sum, one) => sum + one, 0)
}

async function runGroup(
  { files }: Group,
  { tags = '', stopsAtFailure = false }: FeatureRun,
  listeners: readonly Parameters<typeof runCucumber>[2][],
): Promise<void> {
  if (files.length === 0) return
  const support = await supportCode()
  // A format without output; without any format, Cucumber uses its progress bar.
  const { runConfiguration } = await configuration({
    paths: [...files],
    tags,
    format: ['rerun'],
    publish: false,
    failFast: stopsAtFailure,
  })
  await runCucumber({ ...runConfiguration, support }, surroundings(), (envelope) => {
    for (const listener of listeners) listener?.(envelope)
  })
}

function openMessages(file: string | undefined) {
  if (file === undefined) return { forGroup: () => () => {}, close: async () => {} }
  const stream = createWriteStream(file)
  const failed = once(stream, 'error').then(([error]) => {
    throw error
  })
  failed.catch(() => {})
  const merged = mergeMessages((line) => stream.write(line))
  return {
    forGroup: merged.forGroup,
    close: async () => {
      merged.finish()
      const ended = once(stream, 'close')
      stream.end()
      await Promise.race([ended, failed])
    },
  }
}

/** Unwraps errors of Cucumber, such as a syntax error in a tag expression. */
function problemOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (cause instanceof Error && cause.message.startsWith('Tag expression')) return cause.message
  throw error
}

/** Discards Cucumber's own output: everything shown comes from the messages. */
function surroundings() {
  return { cwd: packageRoot, stdout: nowhere(), stderr: nowhere() }
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}
