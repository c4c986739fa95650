import { execFileSync } from 'node:child_process'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTwoCores } from './core.ts'
import type { Measurement } from './measurement.ts'
import type { Row } from './report.ts'
import { endedChildrenCpuSeconds } from './server-process.ts'
import { summarize } from './statistics.ts'

type Run = {
  readonly wallSeconds: number
  readonly cpuSeconds: number | undefined
  /** The last line of a run counts scenarios. */
  readonly counts: string
}

/** Every scenario about clients, with the reference client: in the process of the run, and as a program beside it. */
export const clientSuite: Measurement = async ({ dist, quick, progress }) => {
  const manifest = join(dist, '..', 'adapters', 'reference', 'agentid-adapter.yaml')
  const script = fileURLToPath(new URL('reference-client.mjs', import.meta.url))
  const ways = [
    { name: 'in process', args: [script, join(dist, 'engine', 'run', 'index.js')] },
    {
      name: 'as a program',
      args: [join(dist, 'cli', 'agentid.js'), 'conformance', '--manifest', manifest],
    },
  ].map((way) => ({ ...way, runs: [] as Run[] }))
  const rounds = quick ? 1 : 3
  for (let round = 1; round <= rounds; round++) {
    for (const { name, args, runs } of ways) {
      progress(`client suite ${name}, round ${round} of ${rounds}`)
      runs.push(judge(args))
    }
  }
  return {
    title: 'Full client suite against the reference client, on 2 cores',
    rows: ways.flatMap(({ name, runs }) => rowsOf(name, runs)),
    notes: [
      ...ways.map(({ name, runs }) => `${name}: ${runs.at(-1)?.counts}`),
      `load average at the end: ${loadavg()[0]?.toFixed(1)}; what else runs makes wall time longer`,
    ],
  }
}

/** @throws when the client does not conform: a run that is cut short is not measured */
function judge(args: readonly string[]): Run {
  const [program, ...rest] = onTwoCores([process.execPath, ...args])
  const cpuBefore = endedChildrenCpuSeconds() ?? 0
  const start = performance.now()
  const output = execFileSync(program, rest, { encoding: 'utf8' })
  const wallSeconds = (performance.now() - start) / 1000
  const cpuAfter = endedChildrenCpuSeconds()
  return {
    wallSeconds,
    cpuSeconds: cpuAfter === undefined ? undefined : cpuAfter - cpuBefore,
    counts: output.trimEnd().split('\n').at(-1) ?? '',
  }
}

function rowsOf(name: string, runs: readonly Run[]): readonly Row[] {
  const wall = summarize(runs.map(({ wallSeconds }) => wallSeconds))
  const cpu = runs.flatMap(({ cpuSeconds }) => cpuSeconds ?? [])
  const row = { unit: 's', digits: 1 }
  return [
    { ...row, what: name, measured: wall, target: { atMost: 15 } },
    ...(cpu.length > 0 ? [{ ...row, what: `${name}: CPU`, measured: summarize(cpu) }] : []),
  ]
}
