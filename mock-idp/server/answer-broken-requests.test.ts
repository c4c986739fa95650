import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { test } from 'node:test'
import { createMockIdp, openMockIdp } from '../create-mock-idp.ts'
import type { RequestSummary } from '../journal/recorder.ts'
import { nodePlatform } from '../keys/node-platform.ts'
import { storedSigningKey } from '../testing/mock-world.ts'
import { listen } from './listen.ts'

/** What comes back for bytes, and what the journal holds then. */
async function send(bytes: string) {
  const entries: RequestSummary[] = []
  const signingKeys = [await storedSigningKey()]
  let heard: () => void
  const hears = new Promise<void>((resolve) => {
    heard = resolve
  })
  const onRequest = (entry: RequestSummary) => {
    entries.push(entry)
    heard()
  }
  const { mock, journalBroken } = await openMockIdp({
    signingKeys,
    platform: nodePlatform,
    onRequest,
  })
  const host = '127.0.0.1'
  const server = await listen({ fetch: mock.fetch, host, port: 0, onBroken: journalBroken })
  const socket = connect(server.port, host)
  socket.write(bytes)
  let answer = ''
  socket.on('data', (data) => {
    answer += data.toString()
  })
  await Promise.all([once(socket, 'close'), hears])
  await server.close()
  return { answer, entries }
}

test('a request that is no HTTP is answered with 400, and journalled as far as it is known', async () => {
  const { answer, entries } = await send(
    'POST /contoso.example/oauth2/v2.0/token?client_secret=canary HTTP/1.1\r\nHost: localhost:8443\r\nUser-Agent: a test\r\nno header\r\n\r\n',
  )
  assert.match(answer, /^HTTP\/1\.1 400 /)
  const [entry, ...others] = entries
  assert.equal(others.length, 0)
  assert.equal(entry?.method, 'POST')
  assert.equal(entry?.path, '/contoso.example/oauth2/v2.0/token')
  assert.equal(entry?.userAgent, 'a test')
  assert.deepEqual(entry?.outcome, {
    refused: 'MALFORMED',
    error: 'invalid_request',
    aadsts: 9002313,
  })
  assert.ok(!JSON.stringify(entry).includes('canary'))
})

for (const bytes of ['\0\0\0\0\r\n\r\n', 'GET\r\n\r\n', 'TRACE no-path HTTP/1.1\r\nx\r\n\r\n']) {
  test(`of ${JSON.stringify(bytes)} the journal hears too`, async () => {
    const { answer, entries } = await send(bytes)
    assert.match(answer, /^HTTP\/1\.1 400 /)
    assert.deepEqual(
      entries.map(({ httpStatus }) => httpStatus),
      [400],
    )
  })
}

test('a body that breaks the rules of HTTP leaves one entry, with what came before', async () => {
  const { entries } = await send(
    'POST /contoso.example/oauth2/v2.0/token HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\nd\r\nclient_id=one\r\nzz\r\n',
  )
  assert.deepEqual(
    entries.map(({ parameters }) => parameters),
    [{ client_id: 'one' }],
  )
})

test('a mock without a port is the same mock', async () => {
  const signingKeys = [await storedSigningKey()]
  const mock = await createMockIdp({ signingKeys, platform: nodePlatform })
  assert.equal((await mock.fetch(new Request('https://localhost/discovery/keys'))).status, 200)
})
