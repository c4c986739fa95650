import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startAgentid } from './agentid-server.ts'
import type { Measurement, Surroundings } from './measurement.ts'
import type { Row } from './report.ts'
import { summarize } from './statistics.ts'

type Node = typeof import('../mock-idp/node.ts')
type State = typeof import('../mock-idp/state/index.ts')

/** What is measured: one write, after which it is where it has to be. */
type Subject = {
  readonly what: string
  readonly write: (at: number) => Promise<void> | void
  /** How many are under way at once. */
  readonly atOnce: number
  readonly close: () => Promise<void> | void
  readonly perSecond: number[]
}

const origin = 'https://localhost'

/** Graph writes that outlive the mock beside bare `fsync`ed appends of as many bytes, in turns. */
export const stateWrites: Measurement = async (surroundings) => {
  const { quick, progress } = surroundings
  const [rounds, writes] = quick ? [3, 100] : [9, 400]
  const subjects = await open(surroundings)
  try {
    for (const one of subjects) await measure(one, writes)
    for (const one of subjects) one.perSecond.length = 0
    for (let round = 1; round <= rounds; round++) {
      progress(`state writes, round ${round} of ${rounds}`)
      for (const one of subjects) await measure(one, writes)
    }
  } finally {
    for (const one of subjects) await one.close()
  }
  return {
    title: 'Durable writes (--state)',
    rows: rowsOf(subjects),
    notes: [
      'a write renames an application through Microsoft Graph; each is one transaction with one fsync',
      'the reference appends as many bytes as the object has, with one fsync each',
    ],
  }
}

async function open(surroundings: Surroundings): Promise<readonly Subject[]> {
  const { dist, folder } = surroundings
  const load = (file: string) => import(pathToFileURL(join(dist, 'mock-idp', file)).href)
  const { createMockIdp } = (await load('node.js')) as Node
  const { openStateFile } = (await load('state/index.js')) as State
  const state = await openStateFile(join(folder, 'in-process.db'))
  const kept = await inProcess(await createMockIdp({ state }))
  const bare = await inProcess(await createMockIdp())
  const server = await overHttps(surroundings)
  const reference = appends(join(folder, 'reference'), kept.bytes)
  const nothing = () => undefined
  return [
    { ...reference, what: `reference: fsync of ${kept.bytes} bytes`, atOnce: 1, perSecond: [] },
    subject('durable, in process', kept.rename, 1, () => state.close()),
    subject('in memory, in process', bare.rename, 1, nothing),
    subject('durable, https, one connection', server.rename, 1, nothing),
    subject('durable, https, eight connections', server.rename, 8, server.stop),
  ]
}

function subject(
  what: string,
  write: Subject['write'],
  atOnce: number,
  close: Subject['close'],
): Subject {
  return { what, write, atOnce, close, perSecond: [] }
}

async function measure({ write, atOnce, perSecond }: Subject, writes: number): Promise<void> {
  let left = writes
  const connection = async () => {
    for (; left > 0; left--) await write(left)
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: atOnce }, connection))
  perSecond.push(writes / ((performance.now() - start) / 1000))
}

async function inProcess(idp: Awaited<ReturnType<Node['createMockIdp']>>) {
  const [tenant] = idp.tenants.all()
  const token = await idp.graphToken({ tenantId: tenant?.tenantId ?? '', origin })
  const url = `${origin}/v1.0/applications/${tenant?.blueprints[0]?.appId}`
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const shown = await idp.fetch(new Request(url, { headers }))
  return {
    bytes: Buffer.byteLength(await shown.text()),
    rename: async (at: number) => {
      const body = renaming(at)
      const answer = await idp.fetch(new Request(url, { method: 'PATCH', headers, body }))
      mustBeDone(answer.status)
    },
  }
}

async function overHttps(surroundings: Surroundings) {
  const state = ['--state', join(surroundings.folder, 'server.db')]
  const { ready, stop } = await startAgentid(surroundings, state)
  const agent = new Agent({ keepAlive: true, maxSockets: 8, ca: readFileSync(ready.caFile) })
  const { AGENTID_GRAPH_TOKEN: token, AGENTID_BLUEPRINT_CLIENT_ID: id } = ready.env
  const url = `${ready.authorityHost}/v1.0/applications/${id}`
  const rename = (at: number) => {
    const body = renaming(at)
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }
    return new Promise<void>((resolve, reject) => {
      request(url, { agent, method: 'PATCH', headers }, (answer) => {
        answer.resume().on('end', () => {
          mustBeDone(answer.statusCode)
          resolve()
        })
      })
        .on('error', reject)
        .end(body)
    })
  }
  return {
    rename,
    stop: async () => {
      agent.destroy()
      await stop()
    },
  }
}

function appends(file: string, bytes: number) {
  const handle = openSync(file, 'a')
  const content = Buffer.alloc(bytes, 'a')
  return {
    write: () => {
      writeSync(handle, content)
      fsyncSync(handle)
    },
    close: () => closeSync(handle),
  }
}

function renaming(at: number): string {
  return JSON.stringify({ displayName: `Concierge ${String(at).padStart(6, '0')}` })
}

/** A refusal would be measured as a fast write. */
function mustBeDone(status: number | undefined): void {
  if (status !== 204) throw new Error(`a write was answered with ${status}`)
}

function rowsOf(subjects: readonly Subject[]): readonly Row[] {
  const [reference, kept] = subjects
  const ratios = kept?.perSecond.map((rate, at) => rate / (reference?.perSecond[at] ?? Number.NaN))
  const rates = subjects.map(({ what, perSecond }) => ({
    what,
    unit: '/s',
    measured: summarize(perSecond),
  }))
  const ratio = 'durable, in process, over the reference'
  return [...rates, { what: ratio, unit: '', digits: 2, measured: summarize(ratios ?? []) }]
}
