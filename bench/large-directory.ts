import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DirectoryDescription } from '../index.ts'
import { type AgentidServer, startAgentid, t1Request } from './agentid-server.ts'
import { latencies, load } from './load.ts'
import type { Measurement, Surroundings } from './measurement.ts'
import { cpuSeconds, residentMegabytes } from './server-process.ts'
import { summarize } from './statistics.ts'

const few = 10
const many = 100_000

type Subject = {
  readonly size: number
  readonly server: AgentidServer
  readonly loadMs: number
  readonly megabytes: number
  readonly latencyMs: number[]
  readonly cpuMicroseconds: number[]
}

/** A directory of 100 000 agent identities beside one of ten, in turns, over agents drawn at random. */
export const largeDirectory: Measurement = async (surroundings) => {
  const { quick, progress } = surroundings
  const subjects: Subject[] = []
  for (const size of [few, many]) {
    progress(`directory of ${size} agent identities: loading`)
    subjects.push(await open(size, surroundings))
  }
  try {
    const [rounds, tokens] = quick ? [3, 500] : [9, 2_000]
    for (const one of subjects) await load(2 * tokens, () => drawn(one))
    for (let round = 1; round <= rounds; round++) {
      progress(`large directory, round ${round} of ${rounds}`)
      for (const one of subjects) await measure(one, tokens)
    }
    return report(subjects)
  } finally {
    await Promise.all(subjects.map(({ server }) => server.stop()))
  }
}

async function open(size: number, surroundings: Surroundings): Promise<Subject> {
  const file = join(surroundings.folder, `directory-${size}.json`)
  writeFileSync(file, JSON.stringify(describe(size)))
  const server = await startAgentid(surroundings, ['--directory', file])
  const loadMs = performance.now() - server.spawnedAt
  const megabytes = residentMegabytes(server.pid)
  return { size, server, loadMs, megabytes, latencyMs: [], cpuMicroseconds: [] }
}

async function measure(subject: Subject, tokens: number): Promise<void> {
  const { pid } = subject.server
  const before = cpuSeconds(pid)
  await load(tokens, () => drawn(subject))
  subject.cpuMicroseconds.push(((cpuSeconds(pid) - before) / tokens) * 1e6)
  const measured = await latencies(tokens / 4, () => drawn(subject))
  subject.latencyMs.push(summarize(measured).median)
}

function report(subjects: readonly Subject[]) {
  const rows = subjects.flatMap(({ size, latencyMs, cpuMicroseconds, loadMs, megabytes }) => [
    { what: `${size}: latency of T1`, unit: 'ms', digits: 2, measured: summarize(latencyMs) },
    { what: `${size}: CPU of T1`, unit: 'us', measured: summarize(cpuMicroseconds) },
    { what: `${size}: spawn to ready`, unit: 'ms', measured: summarize([loadMs]) },
    { what: `${size}: memory when ready`, unit: 'MB', measured: summarize([megabytes]) },
  ])
  const [small, large] = subjects
  const ratios = large?.latencyMs.map((ms, round) => ms / (small?.latencyMs[round] ?? Number.NaN))
  const same = {
    what: `latency with ${many} over latency with ${few}`,
    unit: '',
    digits: 2,
    measured: summarize(ratios ?? []),
    target: { atMost: 1.1 },
  }
  return { title: 'Directory of 100 000 agent identities', rows: [same, ...rows], notes: [] }
}

function drawn({ size, server }: Subject) {
  return t1Request(server, agentId(Math.floor(Math.random() * size)))
}

function describe(size: number): DirectoryDescription {
  const blueprint = '20000000-be0c-4a11-8000-000000000001'
  const principal = '21000000-be0c-4a11-8000-000000000001'
  const agentIdentities = Array.from({ length: size }, (_, at) => ({
    id: agentId(at),
    displayName: `Agent ${at}`,
    blueprint,
  }))
  return {
    tenants: [
      {
        tenantId: '10000000-be0c-4a11-8000-000000000001',
        displayName: 'Bench',
        blueprints: [
          {
            appId: blueprint,
            displayName: 'Blueprint',
            secrets: [{ value: 'a-secret-of-the-bench-only' }],
            principal: { id: principal },
          },
        ],
        agentIdentities,
      },
    ],
  }
}

function agentId(at: number): string {
  return `30000000-be0c-4a11-8000-${String(at).padStart(12, '0')}`
}
