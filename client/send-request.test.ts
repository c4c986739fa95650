import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { portsFrom } from './ports.ts'
import { readTokenAnswer } from './read-answer.ts'
import { createSend, type HttpRequest } from './send-request.ts'
import { createFakeIdentityProvider } from './testing/fake-identity-provider.ts'

const request: HttpRequest = {
  step: 'exchange-token',
  attempt: 1,
  url: 'https://login.example/t/oauth2/v2.0/token',
  form: { client_id: 'a', client_secret: 'Zq8~ +/=&canary', fmi_path: 'b' },
  secrets: ['Zq8~ +/=&canary'],
  signal: new AbortController().signal,
}

test('a form is posted as a form, with a correlation id and nothing in the URL', async () => {
  const { ports, requests } = createFakeIdentityProvider()
  await createSend(ports, 30)(request)
  const [sent] = requests
  assert.equal(sent?.url.href, 'https://login.example/t/oauth2/v2.0/token')
  assert.equal(sent?.method, 'POST')
  assert.equal(sent?.redirect, 'manual')
  assert.deepEqual(sent?.form, request.form)
  assert.deepEqual(sent?.headers, {
    accept: 'application/json',
    'return-client-request-id': 'true',
    'x-client-sku': 'agentid-conformance',
    'x-ms-lib-capability': 'retry-after, h429',
    'client-request-id': '99999999-9999-4999-8999-000000000001',
    'content-type': 'application/x-www-form-urlencoded',
  })
})

test('what is sent and answered is told, with the secret masked', async () => {
  const { ports, events } = createFakeIdentityProvider()
  await createSend(ports, 30)(request)
  const about = {
    step: 'exchange-token',
    attempt: 1,
    clientRequestId: '99999999-9999-4999-8999-000000000001',
  }
  assert.deepEqual(events, [
    {
      type: 'request-sent',
      ...about,
      method: 'POST',
      url: 'https://login.example/t/oauth2/v2.0/token',
      parameters: { client_id: 'a', client_secret: '[masked]', fmi_path: 'b' },
    },
    { type: 'answer-received', ...about, httpStatus: 200, durationMs: 0 },
  ])
})

test('a listener that throws costs nobody a token', async () => {
  const { ports } = createFakeIdentityProvider()
  const onEvent = () => {
    throw new Error('listener')
  }
  assert.equal((await createSend(portsFrom({ ...ports, onEvent }), 30)(request)).status, 200)
})

test('of what fetch throws only an error code is kept', async () => {
  const { ports } = createFakeIdentityProvider()
  const fetch = async () => {
    const config = { data: 'client_secret=Zq8~canary' }
    throw Object.assign(new TypeError('fetch failed: Zq8~canary'), {
      config,
      cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
    })
  }
  await assert.rejects(createSend({ ...ports, fetch }, 30)(request), {
    name: 'TokenRequestError',
    message:
      'exchange-token: no answer (ECONNREFUSED) [correlation id 99999999-9999-4999-8999-000000000001]',
    reason: 'unreachable',
    networkCode: 'ECONNREFUSED',
  })
})

test('a request under way ends when it is aborted, with the reason of the caller', async () => {
  const { ports } = createFakeIdentityProvider()
  const controller = new AbortController()
  const call = createSend(
    {
      ...ports,
      fetch: (_, { signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason))
        }),
    },
    30,
  )({ ...request, signal: controller.signal })
  controller.abort(new Error('enough'))
  await assert.rejects(call, { message: 'enough' })
})

/** A server on loopback whose answers the test decides, and the requests it saw. */
const withServer = async (
  redirectTo: string,
  use: (url: string, seen: readonly string[]) => Promise<void>,
) => {
  const seen: string[] = []
  const server = createServer((message, answer) => {
    seen.push(`${message.method} ${message.url}`)
    if (message.url === '/silent') return
    answer.writeHead(307, { location: redirectTo }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    await use(`http://127.0.0.1:${port}`, seen)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

test('a redirect is an error and is never followed', async () => {
  await withServer('/elsewhere', async (url, seen) => {
    const send = createSend(portsFrom({}), 30)
    const answer = await send({ ...request, url: `${url}/token` })
    assert.throws(() => readTokenAnswer(answer), {
      reason: 'unusable-answer',
      httpStatus: 307,
      message: /the answer is a redirect, which the client does not follow/,
    })
    assert.deepEqual(seen, ['POST /token'])
  })
})

test('a server that never answers is given up after the time allowed', async () => {
  await withServer('/', async (url) => {
    const send = createSend(portsFrom({}), 0.05)
    await assert.rejects(send({ ...request, url: `${url}/silent` }), {
      reason: 'unreachable',
      networkCode: 'TIMEOUT',
    })
  })
})
