import { type ApiManifest, readApiManifest } from '../../engine/apis/read-api-manifest.ts'
import { readExpectedFailures } from '../../engine/clients/adapter/open-client.ts'
import { UsageError } from '../usage-error.ts'
import type { ConformanceOptions } from './conformance-options.ts'

/** Options that say something of clients or of identity providers alone. */
const notForApis = {
  client: '--client',
  oneShot: '--one-shot',
  manifest: '--manifest',
  saveEvidence: '--save-evidence',
  chaos: '--chaos',
  jobs: '--jobs',
} as const

/**
 * The APIs that are judged one after another.
 * @throws {UsageError} if the options do not fit together
 * @throws {AdapterUsageError} if a manifest cannot be used
 */
export async function chooseApis(options: ConformanceOptions): Promise<readonly ApiManifest[]> {
  const { apiManifest = [], expectedFailures, passEnv, target, command = [] } = options
  if (apiManifest.length === 0) return []
  const members = Object.keys(notForApis) as (keyof typeof notForApis)[]
  const useless = members.find((member) => options[member] !== undefined)
  const name = useless ? notForApis[useless] : command[0] && `the command ${command[0]}`
  if (name) throw new UsageError(`${name} does not work with --api-manifest. Remove one of them.`)
  if (target === 'live') {
    throw new UsageError(
      '--target live does not work with --api-manifest: only the mock makes forged tokens. Remove --target live.',
    )
  }
  if (expectedFailures !== undefined && apiManifest.length > 1) {
    throw new UsageError(
      '--expected-failures works with one API only. Name a file in each manifest instead: "expectedFailures".',
    )
  }
  const apis: ApiManifest[] = []
  for (const file of apiManifest) {
    const api = await readApiManifest(file)
    apis.push({
      ...api,
      passEnv: [...(api.passEnv ?? []), ...(passEnv ?? [])],
      expectedFailures:
        expectedFailures === undefined
          ? api.expectedFailures
          : await readExpectedFailures(expectedFailures),
    })
  }
  return apis
}
