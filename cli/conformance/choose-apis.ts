import type { ApiSpec } from '../../engine/apis/open-api.ts'
import { readApiManifest } from '../../engine/apis/read-api-manifest.ts'
import { readExpectedFailures } from '../../engine/clients/adapter/open-client.ts'
import { UsageError } from '../usage-error.ts'
import { apiFromOptions } from './api-from-options.ts'
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

/** Options that a manifest of an API says itself. */
const besidesManifest = {
  api: '--api',
  audience: '--audience',
  scope: '--scope',
  role: '--role',
  policy: '--policy',
  mcp: '--mcp',
} as const

/**
 * The APIs that are judged one after another.
 * @throws {UsageError} if the options do not fit together
 * @throws {AdapterUsageError} if a manifest cannot be used
 */
export async function chooseApis(options: ConformanceOptions): Promise<readonly ApiSpec[]> {
  const { apiManifest = [], passEnv = [] } = options
  const way = wayOf(options)
  if (way === undefined) return []
  mustFitTogether(options, way)
  const apis = apiManifest.length > 0 ? await readAll(apiManifest) : [await apiFromOptions(options)]
  const known =
    options.expectedFailures === undefined
      ? undefined
      : await readExpectedFailures(options.expectedFailures)
  return apis.map((api) => ({
    ...api,
    passEnv: [...(api.passEnv ?? []), ...passEnv],
    expectedFailures: known ?? api.expectedFailures,
  }))
}

async function readAll(files: readonly string[]): Promise<readonly ApiSpec[]> {
  const apis: ApiSpec[] = []
  for (const file of files) apis.push(await readApiManifest(file))
  return apis
}

/** The option that names an API. Undefined: no API is judged. */
function wayOf(options: ConformanceOptions): string | undefined {
  if (options.apiManifest && options.apiManifest.length > 0) return '--api-manifest'
  if (options.api !== undefined) return '--api'
  if (options.audience !== undefined) return '--audience'
  const useless = given(besidesManifest, options)
  if (useless === undefined) return undefined
  throw new UsageError(
    `${useless} needs an API. Name one with --api, or with --audience and a command after --.`,
  )
}

function mustFitTogether(options: ConformanceOptions, way: string): void {
  const { apiManifest = [], expectedFailures, target, command = [] } = options
  const isManifest = way === '--api-manifest'
  const inManifest = given(besidesManifest, options) ?? (command[0] && `the command ${command[0]}`)
  if (isManifest && inManifest) {
    throw new UsageError(`${inManifest} does not work with --api-manifest. Remove one of them.`)
  }
  const other = given(notForApis, options)
  if (other) throw new UsageError(`${other} does not work with ${way}. Remove one of them.`)
  if (target === 'live') {
    throw new UsageError(
      `--target live does not work with ${way}: only the mock makes forged tokens. Remove --target live.`,
    )
  }
  if (expectedFailures !== undefined && apiManifest.length > 1) {
    throw new UsageError(
      '--expected-failures works with one API only. Name a file in each manifest instead: "expectedFailures".',
    )
  }
}

function given(
  names: Readonly<Partial<Record<keyof ConformanceOptions, string>>>,
  options: ConformanceOptions,
): string | undefined {
  const members = Object.keys(names) as (keyof ConformanceOptions)[]
  const member = members.find((name) => options[name] !== undefined)
  return member && names[member]
}
