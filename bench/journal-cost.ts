import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { redemption, t1Request } from './agentid-server.ts'
import { createMocks, type Mocks } from './bare-mock.ts'
import type { TokenRequest } from './load.ts'
import type { Measurement } from './measurement.ts'
import { loadInternals } from './mock-internals.ts'
import type { Row } from './report.ts'
import { summarize } from './statistics.ts'

type Fetch = Mocks['real']

/** CPU microseconds of one token. */
type Round = { readonly real: number; readonly bare: number }

/** The token route beside one without journal, faults and chaos, none of which anybody uses, in turns. */
export const journalCost: Measurement = async ({ dist, quick, progress }) => {
  const internals = await loadInternals(dist)
  const mocks = await createMocks(internals)
  const httpUrl = 'http://127.0.0.1'
  const reached = { ready: { httpUrl, env: internals.variablesOf(mocks.tenant, httpUrl) } }
  const t1 = t1Request(reached)
  const redeemed = redemption(reached, await obtain(mocks.real, t1))
  await mustDiffer(mocks, t1)
  const [rounds, tokens] = quick ? [15, 100] : [60, 200]
  const rows: Row[] = []
  for (const [name, request] of [['T1', t1] as const, ['agent token', redeemed] as const]) {
    progress(`journal and faults, ${rounds} rounds of ${name}`)
    await measure(mocks, request, quick ? 1_000 : 2_000, false)
    const measured: Round[] = []
    for (let round = 1; round <= rounds; round++) {
      measured.push(await measure(mocks, request, tokens, round % 2 === 0))
    }
    rows.push(...rowsOf(name, measured))
  }
  return {
    title: 'Tokens per CPU-second with journal and faults, which nobody uses, over those without',
    rows,
    notes: ['in one process, without a port: through a server the same cost is a smaller part'],
  }
}

/** @param swapped the one that goes second meets a warmer or a fuller heap: they take turns at that too */
async function measure(
  { real, bare }: Mocks,
  request: TokenRequest,
  tokens: number,
  swapped: boolean,
): Promise<Round> {
  if (!swapped) {
    const first = await cpuOfToken(bare, request, tokens)
    return { bare: first, real: await cpuOfToken(real, request, tokens) }
  }
  const first = await cpuOfToken(real, request, tokens)
  return { real: first, bare: await cpuOfToken(bare, request, tokens) }
}

setFlagsFromString('--expose-gc')
const collect: (options: { readonly type: 'minor' }) => void = runInNewContext('gc')

/** Each pays for its own garbage: what it keeps is moved twice, and nothing of the other is left to be moved. */
async function cpuOfToken(fetch: Fetch, request: TokenRequest, tokens: number): Promise<number> {
  collect({ type: 'minor' })
  const start = process.cpuUsage()
  for (let made = 0; made < tokens; made++) await obtain(fetch, request)
  collect({ type: 'minor' })
  collect({ type: 'minor' })
  const { user, system } = process.cpuUsage(start)
  return (user + system) / tokens
}

async function obtain(fetch: Fetch, { url, form }: TokenRequest): Promise<string> {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(form)),
  }
  const answer = await fetch(new Request(url, { method: 'POST', headers, body: form }))
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}: ${text}`)
  return String(JSON.parse(text).access_token)
}

/** A comparison of two that are alike would always pass. */
async function mustDiffer({ real, bare, journal }: Mocks, request: TokenRequest): Promise<void> {
  const added = async (fetch: Fetch) => {
    const before = journal.entries().length
    await obtain(fetch, request)
    return journal.entries().length - before
  }
  const counts = [await added(real), await added(bare)]
  if (counts.join() !== '1,0') {
    throw new Error(`with a journal and without, one token adds ${counts.join(' and ')} entries`)
  }
}

function rowsOf(name: string, rounds: readonly Round[]): readonly Row[] {
  const cost = rounds.map(({ real, bare }) => real - bare)
  return [
    {
      what: name,
      unit: '',
      digits: 3,
      measured: summarize(rounds.map(({ real, bare }) => bare / real)),
      target: { atLeast: 0.95 },
    },
    { what: 'CPU without', unit: 'us', measured: summarize(rounds.map(({ bare }) => bare)) },
    { what: 'CPU of journal and faults', unit: 'us', measured: summarize(cost) },
  ]
}
