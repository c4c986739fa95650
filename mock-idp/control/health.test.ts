import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMockIdp } from '../node.ts'

test('a mock tells its health without a token, under any host, and nothing else', async () => {
  const idp = await createMockIdp({ controlToken: 'secret' })
  const health = await idp.fetch(new Request('https://10.0.0.7/_mock/health'))
  assert.equal(health.status, 200)
  assert.deepEqual(await health.json(), { status: 'ok', product: 'agentid-conformance' })
  const other = await idp.fetch(new Request('https://localhost/_mock/tenants'))
  assert.equal(other.status, 401)
})

test('the OpenAPI document lists the health', async () => {
  const idp = await createMockIdp()
  const answer = await idp.fetch(new Request('https://localhost/_mock/openapi.json'))
  const { paths } = await answer.json()
  assert.ok(paths['/_mock/health']?.get)
})
