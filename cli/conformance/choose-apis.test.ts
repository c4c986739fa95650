import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { runningTenantOf } from './api-from-options.ts'
import { chooseApis } from './choose-apis.ts'

const manifest = fileURLToPath(new URL('../../examples/api/agentid-api.yaml', import.meta.url))
const target = 'in-process' as const

test('without a manifest of an API there is none to judge', async () => {
  assert.deepEqual(await chooseApis({ target }), [])
})

test('several APIs are judged one after another', async () => {
  const apis = await chooseApis({ target, apiManifest: [manifest, manifest] })
  assert.deepEqual(
    apis.map(({ name }) => name),
    ['orders-api', 'orders-api'],
  )
})

const misfits = [
  [{ client: 'node adapter.mjs' }, /--client does not work with --api-manifest/],
  [{ command: ['node'] }, /the command node does not work with --api-manifest/],
  [{ chaos: 7 }, /--chaos does not work/],
  [{ target: 'live' }, /--target live does not work with --api-manifest/],
] as const

for (const [options, message] of misfits) {
  test(`what says nothing of an API is refused: ${Object.keys(options)}`, async () => {
    await assert.rejects(chooseApis({ target, apiManifest: [manifest], ...options }), {
      name: 'UsageError',
      message,
    })
  })
}

const appId = '70000000-c0de-4a11-8000-0000000000aa'

test('an API that runs is described by its URL and the id that tokens for it name', async () => {
  const api = 'http://localhost:3000/orders?of=today'
  const [chosen] = await chooseApis({ target, api, audience: appId, scope: 'Read', mcp: true })
  assert.equal(chosen?.command, undefined)
  assert.equal(chosen?.origin, 'http://localhost:3000')
  assert.deepEqual(chosen?.resource, { method: 'GET', path: '/orders?of=today' })
  assert.deepEqual([chosen?.audience, chosen?.scope, chosen?.role], [appId, 'Read', undefined])
  assert.equal(chosen?.policy.mcp, true)
})

test('a command after -- starts the API, on the port of its URL or on a free one', async () => {
  const command = ['node', 'server.mjs']
  const [named] = await chooseApis({ target, api: 'http://localhost:3000/orders', command })
  assert.deepEqual([named?.command, named?.origin], [command, 'http://localhost:3000'])
  const [free] = await chooseApis({ target, audience: appId, command })
  assert.deepEqual([free?.command, free?.origin], [command, undefined])
})

const incomplete = [
  [{ api: 'localhost:3000' }, /--api: expected the URL of a resource/],
  [{ api: 'http://localhost:3000/orders' }, /needs --audience/],
  [{ audience: appId }, /--audience needs the API itself/],
  [{ audience: 'orders', command: ['node'] }, /--audience: expected the application id/],
  [{ role: 'Orders.Read' }, /--role needs an API/],
  [{ apiManifest: [manifest], scope: 'Read' }, /--scope does not work with --api-manifest/],
  [{ audience: appId, command: ['node'], jobs: 2 }, /--jobs does not work with --audience/],
] as const

for (const [options, message] of incomplete) {
  test(`an API is not half described: ${message.source}`, async () => {
    await assert.rejects(chooseApis({ target, ...options }), { name: 'UsageError', message })
  })
}

test('an API that runs is judged by the mock that the variables name', () => {
  const env = { AGENTID_AUTHORITY_HOST: 'https://localhost:8443/', AGENTID_CA_FILE: 'ca.pem' }
  assert.throws(() => runningTenantOf({ env }), { message: /^AGENTID_TENANT_ID is not set/ })
  assert.deepEqual(runningTenantOf({ env: { ...env, AGENTID_TENANT_ID: appId } }), {
    authorityHost: 'https://localhost:8443',
    tenantId: appId,
    caFile: 'ca.pem',
    controlToken: undefined,
  })
})
