import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { handlerOf } from '../app.ts'
import { seedIds } from '../directory/seed-ids.ts'
import { createJournal } from '../journal/journal.ts'
import { createRecorder } from '../journal/recorder.ts'
import { origin } from '../testing/mock-world.ts'
import { openWorld } from '../testing/open-world.ts'
import { type Endpoint, tenantInPath } from './endpoint.ts'

const secret = 'a-secret-in-the-message-of-an-error'

function throwing(): never {
  throw new TypeError(`cannot read ${secret}`)
}

const token: Endpoint = {
  kind: 'token',
  findTenant: tenantInPath,
  decide: () => ({ status: 200, headers: {}, body: null }),
}

/** What answers a request at an endpoint, and what the journals of the tenant and of nobody hold then. */
async function ask(endpoint: Endpoint) {
  const { world, sandboxes } = await openWorld()
  const strays = createJournal()
  const surroundings = {
    world,
    sandboxOf: sandboxes.of,
    record: createRecorder({ strays, onRequest: undefined }),
  }
  const app = new Hono()
  app.all('/:tenant/token', handlerOf(endpoint, surroundings))
  const response = await app.fetch(new Request(`${origin}/contoso.example/token`))
  const text = await response.text()
  const entries = [...sandboxes.of(seedIds.contoso).journal.entries(), ...strays.entries()]
  return { response, text, body: JSON.parse(text), entries }
}

const places: Readonly<Record<string, Endpoint>> = {
  'its decision': { ...token, decide: throwing },
  'a later part of its decision': { ...token, decide: async () => throwing() },
  'the search for its tenant': { ...token, findTenant: throwing },
  'writing its refusal': {
    ...token,
    decide: throwing,
    refuse: throwing,
  },
}

for (const [where, endpoint] of Object.entries(places)) {
  test(`a request that the mock fails at ${where} is answered with a bug, and journalled`, async () => {
    const { response, text, body, entries } = await ask(endpoint)
    assert.equal(response.status, 500)
    assert.equal(response.headers.get('x-mock-rule'), 'BUG')
    assert.equal(body.error, 'server_error')
    assert.deepEqual(body.error_codes, [50000])
    assert.match(
      body.error_description,
      /bug of the mock.*TypeError in (Object\.)?throwing at unforeseen\.test\.ts/,
    )
    assert.ok(!text.includes(secret))
    const [entry, ...others] = entries
    assert.equal(others.length, 0)
    assert.equal(entry?.httpStatus, 500)
    assert.equal(entry?.traceId, body.trace_id)
    assert.equal(entry?.correlationId, body.correlation_id)
    assert.deepEqual(entry?.outcome, { refused: 'BUG', error: 'server_error', aadsts: 50000 })
  })
}

test('Microsoft Graph answers a bug in its own form', async () => {
  const { respondRefused } = await import('../graph/call/respond.ts')
  const { response, body } = await ask({
    ...token,
    kind: 'graph',
    decide: throwing,
    refuse: respondRefused,
  })
  assert.equal(response.status, 500)
  assert.equal(body.error.code, 'InternalServerError')
})

test('a request whose body breaks off is journalled as far as it is known', async () => {
  const { world, sandboxes } = await openWorld()
  const surroundings = {
    world,
    sandboxOf: sandboxes.of,
    record: createRecorder({ strays: createJournal(), onRequest: undefined }),
  }
  const app = new Hono()
  app.all('/:tenant/token', handlerOf({ ...token, reads: 'form' }, surroundings))
  const parts = ['client_id=one&', 'scope=tw']
  const body = new ReadableStream({
    pull: (stream) => {
      const part = parts.shift()
      if (part === undefined) stream.error(new TypeError('terminated'))
      else stream.enqueue(new TextEncoder().encode(part))
    },
  })
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'a test' }
  const init = { method: 'POST', headers, body, duplex: 'half' }
  await app.fetch(new Request(`${origin}/contoso.example/token`, init as RequestInit))
  const [entry] = sandboxes.of(seedIds.contoso).journal.entries()
  assert.equal(entry?.userAgent, 'a test')
  assert.deepEqual(entry?.parameters, { client_id: 'one', scope: 'tw' })
})
