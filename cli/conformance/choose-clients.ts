import {
  type ClientSpec,
  clientSpecFrom,
  readExpectedFailures,
} from '../../engine/clients/adapter/open-client.ts'
import { UsageError } from '../usage-error.ts'
import type { ConformanceOptions } from './conformance-options.ts'

/** Options that say something of a client, by the member that holds them. */
const aboutClients = {
  oneShot: '--one-shot',
  passEnv: '--pass-env',
  expectedFailures: '--expected-failures',
  strict: '--strict',
  chaos: '--chaos',
  jobs: '--jobs',
} as const

/**
 * The clients that are judged one after another. None: the target is.
 * @throws {UsageError} if the options do not fit together
 * @throws {AdapterUsageError} if a command or a file cannot be used
 */
export async function chooseClients(options: ConformanceOptions): Promise<readonly ClientSpec[]> {
  const { client, command = [], oneShot, manifest = [], expectedFailures } = options
  mustFitTogether(options)
  if (client !== undefined || command.length > 0) {
    const spec = await clientSpecFrom({ command: client ?? command, oneShot })
    return [withPassed(await withExpectedFailures(spec, expectedFailures), options)]
  }
  const specs: ClientSpec[] = []
  for (const manifestFile of manifest) {
    const spec = await clientSpecFrom({ manifestFile, oneShot })
    specs.push(withPassed(await withExpectedFailures(spec, expectedFailures), options))
  }
  return specs
}

function mustFitTogether(options: ConformanceOptions): void {
  const { target, client, command = [], manifest = [], expectedFailures } = options
  const ways = [
    ...(client === undefined ? [] : ['--client']),
    ...(command.length === 0 ? [] : [`the command ${command[0]}`]),
    ...(manifest.length === 0 ? [] : ['--manifest']),
  ]
  if (ways.length > 1) {
    throw new UsageError(`you named a client in several ways: ${ways.join(', ')}. Use one of them.`)
  }
  if (ways.length === 0) mustNotNeedClient(options)
  else if (options.saveEvidence !== undefined) {
    throw new UsageError(
      '--save-evidence records the answers of an identity provider, so it does not work with a client. Remove one of them.',
    )
  } else if (target === 'live') {
    throw new UsageError(
      '--target live does not work with a client. To judge a client, agentid needs faults, a clock and a journal, which only the mock has. Remove --target live.',
    )
  } else if (expectedFailures !== undefined && manifest.length > 1) {
    throw new UsageError(
      '--expected-failures works with one client only. Name a file in each manifest instead: "expectedFailures".',
    )
  }
}

function mustNotNeedClient(options: ConformanceOptions): void {
  const members = Object.keys(aboutClients) as (keyof typeof aboutClients)[]
  const useless = members.find((member) => options[member] !== undefined)
  if (useless === undefined) return
  throw new UsageError(
    `${aboutClients[useless]} needs a client. Name one with --client, --manifest, or a command after --.`,
  )
}

async function withExpectedFailures(
  spec: ClientSpec,
  file: string | undefined,
): Promise<ClientSpec> {
  if (file === undefined) return spec
  return { ...spec, expectedFailures: await readExpectedFailures(file) }
}

/** A client that runs already has its variables. */
function withPassed(spec: ClientSpec, { passEnv = [] }: ConformanceOptions): ClientSpec {
  const { reach } = spec
  if (reach.kind === 'http' || passEnv.length === 0) return spec
  return { ...spec, reach: { ...reach, passEnv: [...(reach.passEnv ?? []), ...passEnv] } }
}
