import { printable } from '../../../wire/printable.ts'
import type { Capabilities } from '../capabilities.ts'
import type { AdapterClient } from './adapter-client.ts'
import { AdapterUsageError } from './adapter-usage-error.ts'
import { openAdapter } from './open-adapter.ts'
import { openHttp } from './open-http.ts'
import { openOneShot } from './open-one-shot.ts'
import type { ExpectedFailure, SkippedCheck } from './read-expected-failures.ts'
import { type Manifest, readManifest } from './read-manifest.ts'
import type { OpenRedirect } from './redirect-type.ts'
import { splitCommand } from './split-command.ts'

export type { AdapterClient } from './adapter-client.ts'
export { readExpectedFailures } from './read-expected-failures.ts'

type ProgramSpec = {
  readonly kind: 'process' | 'oneShot'
  readonly command: readonly string[]
  readonly workdir?: string | undefined
  readonly env?: Readonly<Record<string, string>> | undefined
  /** Variables that the program inherits besides those that every program needs. */
  readonly passEnv?: readonly string[] | undefined
  /** One-shot only. */
  readonly capabilities?: Capabilities | undefined
}

/** How to reach a client, and what its manifest says about it. */
export type ClientSpec = {
  readonly name?: string | undefined
  readonly reach: ProgramSpec | { readonly kind: 'http'; readonly url: string }
  readonly timeoutMs: number
  readonly expectedFailures: readonly ExpectedFailure[]
  readonly skip: readonly SkippedCheck[]
}

/** The client chosen on the command line: a command or a manifest. */
export type ClientChoice = {
  /** A string, a string with a JSON array, or an argument vector. */
  readonly command?: string | readonly string[] | undefined
  readonly oneShot?: boolean | undefined
  readonly manifestFile?: string | undefined
}

export type OpenClientOptions = {
  /** The environment that a program inherits from. Default: that of this process. */
  readonly inherited?: Readonly<Record<string, string | undefined>> | undefined
  readonly maxParallel?: number | undefined
  /** Redirects clients that send requests to Entra's own hosts. Opened for each process. */
  readonly openRedirect?: OpenRedirect | undefined
}

const defaultTimeoutMs = 30_000

/** @throws {AdapterUsageError} if the choice, or the manifest that it names, is invalid */
export async function clientSpecFrom(choice: ClientChoice): Promise<ClientSpec> {
  const { command, oneShot = false, manifestFile } = choice
  if ((command === undefined) === (manifestFile === undefined)) {
    throw new AdapterUsageError('Give either a client command or a manifest, not both.')
  }
  if (command !== undefined) {
    const reach = { kind: kindOf(oneShot), command: splitCommand(command) }
    return { reach, timeoutMs: defaultTimeoutMs, expectedFailures: [], skip: [] }
  }
  if (oneShot) {
    throw new AdapterUsageError('Set "oneShot: true" in the manifest instead of using the option.')
  }
  return specOf(await readManifest(manifestFile ?? ''))
}

function specOf({ name, timeoutSeconds, expectedFailures, skip, ...rest }: Manifest): ClientSpec {
  const shown = name === undefined ? undefined : printable(name)
  const known = { name: shown, timeoutMs: timeoutSeconds * 1000, expectedFailures, skip }
  if (rest.url !== undefined) return { ...known, reach: { kind: 'http', url: rest.url } }
  const { command, oneShot = false, workdir, env, passEnv, capabilities } = rest
  const parts = splitCommand(command ?? [])
  const program = { command: parts, workdir, env, passEnv, capabilities }
  return { ...known, reach: { kind: kindOf(oneShot), ...program } }
}

function kindOf(oneShot: boolean): ProgramSpec['kind'] {
  return oneShot ? 'oneShot' : 'process'
}

/** @throws {AdapterFailure} if the adapter is unreachable or does not speak this protocol */
export async function openClient(
  { name, reach, timeoutMs }: ClientSpec,
  options: OpenClientOptions = {},
): Promise<AdapterClient> {
  if (reach.kind === 'http') return openHttp({ url: reach.url, timeoutMs, name })
  const { kind, ...program } = reach
  if (kind === 'oneShot') return openOneShot({ ...program, ...options, timeoutMs, name })
  return openAdapter({ ...program, ...options, timeoutMs, name })
}
