import assert from 'node:assert/strict'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { fetchTrusting } from './fetch-trusting.ts'
import { portsFrom } from './ports.ts'
import { createSend } from './send-request.ts'
import { makeCertificate } from './testing/make-certificate.ts'

let own: Awaited<ReturnType<typeof makeCertificate>>
let other: Awaited<ReturnType<typeof makeCertificate>>
let url: string
const server = createServer()

before(async () => {
  own = await makeCertificate()
  other = await makeCertificate()
  server.setSecureContext({ cert: own.certificatePem, key: own.privateKeyPem })
  server.on('request', (message, answer) => {
    if (message.url === '/silent') return
    if (message.url === '/empty') {
      answer.writeHead(204).end()
      return
    }
    answer.setHeader('x-method', message.method ?? '')
    answer.setHeader('set-cookie', ['a=1', 'b=2'])
    message.pipe(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
})

after(() => {
  server.closeAllConnections()
  server.close()
})

const send = (certificatePem: string, path: string, signal = new AbortController().signal) =>
  createSend(
    portsFrom({ fetch: fetchTrusting(certificatePem) }),
    30,
  )({
    step: 'agent-token',
    attempt: 1,
    url: `${url}${path}`,
    form: { scope: 'a b' },
    secrets: [],
    signal,
  })

test('a server of the given authority is spoken to', async () => {
  const answer = await send(own.certificatePem, '/token')
  assert.equal(answer.status, 200)
  assert.equal(answer.text, 'scope=a+b')
  assert.equal(answer.headers.get('x-method'), 'POST')
  assert.deepEqual(answer.headers.getSetCookie(), ['a=1', 'b=2'])
})

test('an answer without a body is read', async () => {
  const answer = await send(own.certificatePem, '/empty')
  assert.equal(answer.status, 204)
  assert.equal(answer.text, '')
})

test('a server of another authority is not spoken to', async () => {
  await assert.rejects(send(other.certificatePem, '/token'), {
    reason: 'unreachable',
    networkCode: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  })
})

test('a request under way can be aborted', async () => {
  const controller = new AbortController()
  const call = send(own.certificatePem, '/silent', controller.signal)
  setTimeout(() => controller.abort(new Error('enough')), 20)
  await assert.rejects(call, { message: 'enough' })
})

test('a blank authority is refused', () => {
  assert.throws(() => fetchTrusting(' '), { name: 'ClientConfigurationError' })
})
