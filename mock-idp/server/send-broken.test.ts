import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { connect as connectTcp } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { connect as connectTls } from 'node:tls'
import { seedIds } from '../directory/seed-ids.ts'
import type { Fault } from '../sandbox/faults/index.ts'
import { startServer } from './start-mock-idp.ts'

const dataFolder = await mkdtemp(join(tmpdir(), 'agentid-broken-'))
const idp = await startServer({ port: 0, httpPort: 0, dataFolder })
const ca = await readFile(idp.caFile)
const httpUrl = new URL(idp.httpUrl ?? '')
after(async () => {
  await idp.close()
  await rm(dataFolder, { recursive: true })
})

const path = `/${seedIds.contoso}/discovery/v2.0/keys`
const url = new URL(path, httpUrl)
const { faults } = idp.tenants.sandboxOf(seedIds.contoso)
const meet = (fault: Fault) => faults.add({ endpoint: 'keys', ...fault })

const connections = {
  http: () => connectTcp(Number(httpUrl.port), '127.0.0.1'),
  https: () => {
    const port = Number(new URL(idp.authorityHost).port)
    return connectTls({ port, host: '127.0.0.1', servername: 'localhost', ca })
  },
} as const

/** Every byte of the answer until the connection is closed. */
async function received(scheme: keyof typeof connections): Promise<string> {
  const socket = connections[scheme]()
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', () => {})
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`)
  await closed
  return Buffer.concat(chunks).toString()
}

for (const scheme of ['http', 'https'] as const) {
  test(`over ${scheme} a dropped connection is closed without a byte`, async () => {
    meet({ connection: 'drop' })
    assert.equal(await received(scheme), '')
  })

  test(`over ${scheme} a cut answer is closed after its head and half of its body`, async () => {
    meet({ connection: 'cut', status: 200, body: '0123456789' })
    const [head = '', body] = (await received(scheme)).split('\r\n\r\n')
    assert.match(head, /^HTTP\/1\.1 200 OK\r\n/)
    assert.match(head, /\r\ncontent-length: 10(\r\n|$)/i)
    assert.equal(body, '01234')
  })
}

test('fetch rejects a dropped connection, and the body of a cut answer', async () => {
  meet({ connection: 'drop' })
  await assert.rejects(fetch(url), { name: 'TypeError', message: 'fetch failed' })
  meet({ connection: 'cut' })
  const answer = await fetch(url)
  assert.equal(answer.status, 200)
  await assert.rejects(answer.text(), { name: 'TypeError', message: 'terminated' })
})

test('the next answer after a broken one is whole', async () => {
  meet({ connection: 'drop' })
  await assert.rejects(fetch(url))
  assert.equal((await fetch(url)).status, 200)
})

test('the headers of an answer arrive before its late body', async () => {
  meet({ bodyDelayMs: 600_000, status: 200, body: 'late' })
  const hangUp = new AbortController()
  const waiting = await fetch(url, { signal: hangUp.signal })
  assert.equal(waiting.status, 200)
  const body = waiting.text()
  hangUp.abort()
  await assert.rejects(body, { name: 'AbortError' })
  meet({ bodyDelayMs: 1, status: 200, body: 'late' })
  assert.equal(await (await fetch(url)).text(), 'late')
})

test('a client that hangs up ends the wait for a late answer', async () => {
  meet({ delayMs: 600_000 })
  await assert.rejects(fetch(url, { signal: AbortSignal.timeout(50) }), { name: 'TimeoutError' })
})
