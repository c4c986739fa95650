import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { enforce } from '../answers/enforce.ts'
import { handlerOf } from '../app.ts'
import { seedIds } from '../directory/seed-ids.ts'
import { createJournal } from '../journal/journal.ts'
import { createRecorder } from '../journal/recorder.ts'
import { requestRules } from '../rules/request.ts'
import { origin } from '../testing/mock-world.ts'
import { openWorld } from '../testing/open-world.ts'
import { type Endpoint, tenantInPath } from './endpoint.ts'

const clientIdIsPresent = requestRules.parameters.filter(({ id }) => id === 'REQ-CLIENT-ID')

/** All that an endpoint is: this one answers how many users it sees. */
const deviceCode: Endpoint = {
  kind: 'token',
  reads: 'form',
  viewer: 'sts',
  findTenant: tenantInPath,
  decide: ({ request, tenant, examination }) => {
    const clientId = request.form.parameters.get('client_id')
    const facts = {
      grantType: undefined,
      clientId,
      scope: undefined,
      knownGrant: false,
      needsScope: false,
    }
    enforce(clientIdIsPresent, facts, examination)
    return { status: 200, headers: {}, body: JSON.stringify({ users: tenant?.users.size }) }
  },
}

async function open() {
  const { world, sandboxes } = await openWorld()
  const record = createRecorder({ strays: createJournal(), onRequest: undefined })
  const app = new Hono()
  const surroundings = { world, sandboxOf: sandboxes.of, record }
  app.all('/:tenant/oauth2/v2.0/devicecode', handlerOf(deviceCode, surroundings))
  const ask = async (form: Readonly<Record<string, string>> = { client_id: 'one' }) => {
    const url = `${origin}/contoso.example/oauth2/v2.0/devicecode`
    const body = new URLSearchParams(form)
    const response = await app.fetch(new Request(url, { method: 'POST', body }))
    return { response, body: JSON.parse(await response.text()) }
  }
  return { ask, world, sandbox: sandboxes.of(seedIds.contoso) }
}

test('a new endpoint is journalled', async () => {
  const { ask, sandbox } = await open()
  await ask({ client_id: 'one', client_secret: 'canary' })
  const [entry] = sandbox.journal.entries()
  assert.deepEqual(entry?.outcome, { answered: 'token' })
  assert.equal(entry?.stage, 'answered')
  assert.deepEqual(entry?.parameters, { client_id: 'one', client_secret: '***' })
  assert.deepEqual(entry?.rulesLookedAt, ['REQ-CLIENT-ID'])
})

test('a refusal of a new endpoint has the form of Entra and names its rule', async () => {
  const { ask } = await open()
  const id = '76543210-ba98-4dec-90f1-32547698badc'
  const { response, body } = await ask({ 'client-request-id': id })
  assert.equal(response.status, 400)
  assert.equal(response.headers.get('x-mock-rule'), 'REQ-CLIENT-ID')
  assert.equal(response.headers.get('x-ms-request-id'), body.trace_id)
  assert.equal(body.correlation_id, id)
  assert.match(body.trace_id, /00$/)
})

test('a new endpoint meets faults and chaos', async () => {
  const { ask, sandbox } = await open()
  sandbox.faults.add({ change: { users: 0 } })
  assert.equal((await ask()).body.users, 0)
  sandbox.chaos.set(7)
  const bodies = new Set<string>()
  for (let request = 0; request < 9; request += 1) bodies.add(JSON.stringify((await ask()).body))
  assert.ok(bodies.size > 2)
})

test('a new endpoint sees changes as late as its viewer does, and has the time of the tenant', async () => {
  const { ask, world, sandbox } = await open()
  sandbox.lag.set({ sts: { requests: 1 } })
  sandbox.clock.set({ offsetSeconds: 60 })
  const tenant = world.directory.findTenant(seedIds.contoso)
  const [key = ''] = tenant?.users.keys() ?? []
  const count = tenant?.users.size ?? 0
  world.directory.change(seedIds.contoso, [{ collection: 'users', key, value: undefined }])
  assert.equal((await ask()).body.users, count)
  assert.equal((await ask()).body.users, count - 1)
  assert.equal(sandbox.journal.entries()[0]?.time, '2026-11-23T12:01:00.000Z')
})
