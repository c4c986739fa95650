import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startApi } from './start-api.ts'

const node = (script: string) => ({
  command: [process.execPath, '--eval', script],
  health: '/health',
  startSeconds: 30,
})
const listening = (answer: string) =>
  `require('node:http').createServer((request, response) => { ${answer} }).listen(process.env.PORT, '127.0.0.1')`

test('an API is started on a free port, and its output is kept', async () => {
  const api = await startApi(node(listening(`console.log('asked'); response.end('ready')`)))
  try {
    assert.match(api.origin, /^http:\/\/127\.0\.0\.1:\d+$/)
    const answer = await fetch(`${api.origin}/anything`)
    assert.equal(await answer.text(), 'ready')
  } finally {
    await api.close()
  }
  assert.match(api.written(), /asked/)
})

test('an API that ends before it is ready is refused with what it wrote', async () => {
  await assert.rejects(startApi(node(`console.error('no such database'); process.exit(3)`)), {
    name: 'ApiUnreachable',
    message:
      /The API ".*" exited with code 3 before \/health answered\. The last lines of its stderr:\n {2}no such database/,
  })
})

test('an API that is not ready in time is refused with the port on which it has to listen', async () => {
  const start = { ...node(listening('response.statusCode = 503; response.end()')), startSeconds: 1 }
  await assert.rejects(startApi(start), {
    name: 'ApiUnreachable',
    message: /did not answer GET \/health on port \d+ with 2xx within 1 s\. It has to listen/,
  })
})

test('a program that is not there is refused', async () => {
  const start = { command: ['no-such-program-anywhere'], health: '/health', startSeconds: 1 }
  await assert.rejects(startApi(start), { name: 'ApiUnreachable', message: /did not start/ })
})
