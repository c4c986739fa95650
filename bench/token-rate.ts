import { fileURLToPath } from 'node:url'
import { type Ready, redemption, serveCommand, t1Request } from './agentid-server.ts'
import { isPinned, onTheCore } from './core.ts'
import { load, send, type TokenRequest } from './load.ts'
import type { Measurement } from './measurement.ts'
import { reference, signaturesPerCpuSecond } from './openssl.ts'
import type { Row, Target } from './report.ts'
import { accounting, cpuSeconds } from './server-process.ts'
import { startServer } from './start-server.ts'
import { summarize } from './statistics.ts'

type Contestant = {
  readonly name: string
  readonly pid: number
  readonly request: TokenRequest
  readonly target?: Target
  readonly ratios: number[]
}

/** Tokens per CPU-second of the server over signatures per CPU-second of openssl, both on one core, in turns. */
export const tokenRate: Measurement = async (surroundings) => {
  const { quick, progress } = surroundings
  const agentid = await startServer<Ready>(onTheCore(serveCommand(surroundings)))
  const peers = await Promise.all(peerNames.map(startPeer))
  try {
    const t1 = await send(t1Request(agentid))
    const { pid } = agentid
    const contestants: Contestant[] = [
      {
        name: 'T1 with a secret',
        pid,
        request: t1Request(agentid),
        target: { atLeast: 0.7 },
        ratios: [],
      },
      {
        name: 'agent token, which verifies T1',
        pid,
        request: redemption(agentid, t1),
        target: { atLeast: 0.6 },
        ratios: [],
      },
      ...peers.map(({ name, server }) => ({
        name,
        pid: server.pid,
        request: server.ready,
        ratios: [],
      })),
    ]
    const [rounds, tokens] = quick ? [2, 1_000] : [9, 4_000]
    for (const { request } of contestants) await load(quick ? 2_000 : 8_000, () => request)
    for (let round = 1; round <= rounds; round++) {
      progress(`token rate, round ${round} of ${rounds}`)
      for (const one of contestants) one.ratios.push(await measure(one, tokens, quick ? 1 : 2))
    }
    return {
      title: 'Tokens per CPU-second over RSA-2048 signatures per CPU-second',
      rows: contestants.map(row),
      notes: [
        reference,
        isPinned ? 'all on one core' : 'not held on one core',
        accounting,
        ...(quick ? ['quick: the servers are not warm yet, ratios read up to 0.1 too low'] : []),
      ],
    }
  } finally {
    await Promise.all([agentid.stop(), ...peers.map(({ server }) => server.stop())])
  }
}

const peerNames = ['minimal-hono', 'oidc-provider', 'oauth2-mock-server'] as const

async function startPeer(name: (typeof peerNames)[number]) {
  const file = fileURLToPath(new URL(`peers/${name}.ts`, import.meta.url))
  const server = await startServer<TokenRequest>(
    onTheCore([process.execPath, '--import', 'tsx', file]),
  )
  return { name, server }
}

async function measure(
  { pid, request }: Contestant,
  tokens: number,
  opensslSeconds: number,
): Promise<number> {
  const signatures = signaturesPerCpuSecond(opensslSeconds)
  const before = cpuSeconds(pid)
  await load(tokens, () => request)
  return tokens / (cpuSeconds(pid) - before) / signatures
}

function row({ name, ratios, target }: Contestant): Row {
  const measured = summarize(ratios)
  return { what: name, unit: '', digits: 2, measured, ...(target && { target }) }
}
