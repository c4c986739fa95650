import { fileURLToPath } from 'node:url'
import { isPinned, onTheCore } from './core.ts'
import { load, type TokenRequest } from './load.ts'
import type { Surroundings } from './measurement.ts'
import { reference, signaturesPerCpuSecond } from './openssl.ts'
import type { Report, Row, Target } from './report.ts'
import { accounting, cpuSeconds } from './server-process.ts'
import { type BenchServer, startServer } from './start-server.ts'
import { summarize } from './statistics.ts'

/** A server and the request that it answers with a token, again and again. */
export type Contestant = {
  readonly name: string
  readonly pid: number
  readonly request: TokenRequest
  readonly target?: Target
}

/** A server of `bench/peers`, held on the core that all are measured on. */
export function startPeer(
  name: string,
  args: readonly string[] = [],
): Promise<BenchServer<TokenRequest>> {
  const file = fileURLToPath(new URL(`peers/${name}.ts`, import.meta.url))
  return startServer(onTheCore([process.execPath, '--import', 'tsx', file, ...args]))
}

/** Tokens per CPU-second of each server over signatures per CPU-second of openssl, on one core, in turns. */
export async function contest(
  title: string,
  contestants: readonly Contestant[],
  { quick, progress }: Surroundings,
): Promise<Report> {
  const measured = contestants.map((one) => ({ ...one, ratios: [] as number[] }))
  const [rounds, tokens] = quick ? [2, 1_000] : [9, 4_000]
  for (const { request } of measured) await load(quick ? 2_000 : 8_000, () => request)
  for (let round = 1; round <= rounds; round++) {
    progress(`${title}, round ${round} of ${rounds}`)
    for (const one of measured) one.ratios.push(await measure(one, tokens, quick ? 1 : 2))
  }
  return {
    title,
    rows: measured.map(row),
    notes: [
      reference,
      isPinned ? 'all on one core' : 'not held on one core',
      accounting,
      ...(quick ? ['quick: the servers are not warm yet, ratios read up to 0.1 too low'] : []),
    ],
  }
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

function row({ name, ratios, target }: Contestant & { readonly ratios: readonly number[] }): Row {
  const measured = summarize(ratios)
  return { what: name, unit: '', digits: 2, measured, ...(target && { target }) }
}
