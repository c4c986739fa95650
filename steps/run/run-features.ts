import { join } from 'node:path'
import { Writable } from 'node:stream'
import { runCucumber } from '@cucumber/cucumber/api'
import type { NewClient } from '../clients/client-under-test.ts'
import { referenceClient } from '../clients/reference.ts'
import { beginRun } from '../support/current-run.ts'
import type { Target } from '../targets/target.ts'
import { collectResults, type Listener } from './collect-results.ts'
import { packageRoot } from './package-root.ts'
import type { ScenarioResult } from './scenario-result.ts'
import { configuration, supportCode } from './support-code.ts'

export type FeatureRun = Listener & {
  readonly target: Target
  readonly newClient?: NewClient | undefined
  /** Default: every feature of the package. */
  readonly files?: readonly string[] | undefined
  readonly tags?: string | undefined
  readonly reportFolder?: string | undefined
}

export type FeatureRunResult = {
  readonly results: readonly ScenarioResult[]
  /** Why a feature cannot be read. */
  readonly parseErrors: readonly string[]
  /** Why nothing could be run. */
  readonly problem?: string
}

/** Runs features against a target, one scenario after another, in this process. */
export async function runFeatures(run: FeatureRun): Promise<FeatureRunResult> {
  const support = await supportCode()
  const collected = collectResults(run)
  const { runConfiguration } = await configuration({
    paths: [...(run.files ?? ['features/**/*.feature'])],
    tags: run.tags ?? '',
    format: ['rerun', ...reports(run.reportFolder)],
    publish: false,
  })
  beginRun({ target: run.target, newClient: run.newClient ?? referenceClient })
  const surroundings = { cwd: packageRoot, stdout: nowhere(), stderr: nowhere() }
  try {
    await runCucumber({ ...runConfiguration, support }, surroundings, collected.onMessage)
    return collected
  } catch (error) {
    return { ...collected, problem: problemOf(error) }
  }
}

/** Cucumber wraps what its parts throw, such as the reason why a tag expression cannot be read. */
function problemOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (cause instanceof Error && cause.message.startsWith('Tag expression')) return cause.message
  throw error
}

function reports(folder: string | undefined): [string, string][] {
  if (folder === undefined) return []
  return [
    ['junit', join(folder, 'junit.xml')],
    ['message', join(folder, 'messages.ndjson')],
  ]
}

/** Everything that is shown comes from the messages. */
function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}
