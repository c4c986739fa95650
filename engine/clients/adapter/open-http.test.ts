import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { describe, it, type TestContext } from 'node:test'
import { openHttp } from './open-http.ts'
import { setup } from './testing/setup.ts'
import { untilLate } from './testing/until-late.ts'

type Said = { readonly id: number; readonly op: string; readonly agentIdentity?: string }
type Answer = (said: Said, response: ServerResponse) => unknown

/** Long enough for a busy machine. */
const timeoutMs = 60_000
const wanted = { agentIdentity: 'a', scope: 's' }
const good: Answer = ({ id, op, agentIdentity }) => {
  if (op === 'hello') return { id, ok: true, name: 'served', version: '1', capabilities: {} }
  if (agentIdentity === 'refused') {
    return { id, ok: false, error: { kind: 'client', message: 'I refuse' } }
  }
  return { id, ok: true, ...(op === 'acquire' && { token: { accessToken: 't' } }) }
}

/** A server that sends what `answer` returns; `answer` may also send the response itself. */
async function served(t: TestContext, answer: Answer) {
  const received: Said[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    assert.equal(request.method, 'POST')
    assert.equal(request.headers['content-type'], 'application/json')
    const said = JSON.parse(body)
    received.push(said)
    const reply = answer(said, response)
    if (reply !== undefined) response.end(JSON.stringify(reply))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `http://127.0.0.1:${port}/`, received }
}

/** Answers hello, configure and reset correctly, and acquire like this. */
async function configured(t: TestContext, answer: Answer) {
  const { url } = await served(t, (said, response) =>
    said.op === 'acquire' ? answer(said, response) : good(said, response),
  )
  return (await openHttp({ url, timeoutMs })).configure(setup())
}

async function acquiring(t: TestContext, answer: Answer) {
  return (await configured(t, answer)).acquire(wanted)
}

describe('a client behind a server', () => {
  it('is configured and asked like any other', async (t) => {
    const { url, received } = await served(t, good)
    const client = await openHttp({ url, timeoutMs })
    assert.equal(client.name, 'served')
    assert.equal(client.maxParallel, 1)
    const one = await client.configure(setup())
    assert.deepEqual(await one.acquire(wanted), { token: 't' })
    assert.equal((await one.acquire({ ...wanted, agentIdentity: 'refused' })).error?.kind, 'client')
    await one.reconfigure(setup({ tenantId: 'other' }))
    assert.match(await one.said(), /I refuse/)
    assert.deepEqual(one.strangeHosts(), [])
    await one.close()
    await client.close()
    assert.deepEqual(
      received.map(({ op }) => op),
      ['hello', 'configure', 'acquire', 'acquire', 'configure', 'reset'],
    )
  })

  it('serves one scenario after the other', async (t) => {
    const { url, received } = await served(t, good)
    const client = await openHttp({ url, timeoutMs })
    const one = await client.configure(setup())
    const two = client.configure(setup())
    await one.close()
    await (await two).close()
    assert.deepEqual(
      received.map(({ op }) => op),
      ['hello', 'configure', 'reset', 'configure', 'reset'],
    )
  })

  const failures: Readonly<Record<string, readonly [Answer, RegExp]>> = {
    'a server error': [
      ({ id }, response) => {
        response.statusCode = 500
        return { id, ok: true, token: { accessToken: 't' } }
      },
      /answered acquire with status 500/,
    ],
    'no JSON': [
      (_, response) => void response.writeHead(404).end('<h1>my-secret</h1>'),
      /answered acquire with status 404; expected a JSON object: <h1>\(hidden\)<\/h1>\.$/,
    ],
    'a wrong member': [
      ({ id }) => ({ id, ok: true, token: {} }),
      /sent an invalid reply to acquire: token\.accessToken: Invalid input/,
    ],
    'the reply of another request': [
      () => ({ id: 99, ok: true, token: { accessToken: 't' } }),
      /answered acquire with the id of another request/,
    ],
    'a flood': [
      (_, response) => void response.end('x'.repeat(2_000_000)),
      /sent too much output: its answer is over 1 MB \(acquire\)/,
    ],
    'a closed connection': [(_, response) => void response.destroy(), /cannot be reached: /],
    'another place': [
      (_, response) => void response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
      /cannot be reached: /,
    ],
  }
  for (const [name, [answer, message]] of Object.entries(failures)) {
    it(`breaks the protocol by ${name}`, async (t) => {
      await assert.rejects(acquiring(t, answer), { name: 'AdapterFailure', message })
    })
  }

  it('breaks the protocol by never answering', async (t) => {
    const client = await configured(t, () => undefined)
    const message = /did not answer within 60 s \(acquire\)/
    const acquired = untilLate(t, () => client.acquire(wanted))
    await assert.rejects(acquired, { name: 'AdapterFailure', message })
  })

  it('must be there, and speak this version of the protocol', async (t) => {
    const nobody = openHttp({ url: 'http://127.0.0.1:1/', timeoutMs })
    await assert.rejects(nobody, { name: 'AdapterFailure', message: /cannot be reached/ })
    const { url } = await served(t, ({ id }) => ({
      id,
      ok: false,
      error: { kind: 'unsupported', message: 'I speak version 9' },
    }))
    await assert.rejects(openHttp({ url, timeoutMs }), {
      name: 'AdapterFailure',
      message: `The adapter at ${url} refused agentid-adapter/1: I speak version 9`,
    })
  })

  it('cannot be led to the mock by impersonation', async (t) => {
    const { url } = await served(t, (said, response) => {
      const reply = Object(good(said, response))
      return { ...reply, capabilities: { redirect: ['impersonate'] } }
    })
    const client = await openHttp({ url, timeoutMs })
    await assert.rejects(client.configure(setup()), {
      message: /does not impersonate Microsoft Entra/,
    })
    await assert.rejects(client.configure(setup()), {
      message: /does not impersonate Microsoft Entra/,
    })
  })
})
