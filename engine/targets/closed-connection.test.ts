import assert from 'node:assert/strict'
import { it } from 'node:test'
import { pastClosedConnections } from './closed-connection.ts'

function failing(times: number, code: string) {
  const sent: string[] = []
  const send = pastClosedConnections(async (path) => {
    sent.push(path)
    if (sent.length > times) return new Response('ok')
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
  })
  return { send, sent }
}

for (const code of ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']) {
  it(`a request that meets ${code} is sent once more`, async () => {
    const { send, sent } = failing(1, code)
    assert.equal(await (await send('/keys')).text(), 'ok')
    assert.deepEqual(sent, ['/keys', '/keys'])
  })
}

it('a connection that closes twice is an error', async () => {
  const { send, sent } = failing(2, 'ECONNRESET')
  await assert.rejects(async () => send('/keys'), /fetch failed/)
  assert.equal(sent.length, 2)
})

it('a server that is not there is asked once', async () => {
  const { send, sent } = failing(1, 'ECONNREFUSED')
  await assert.rejects(async () => send('/keys'), /fetch failed/)
  assert.equal(sent.length, 1)
})
