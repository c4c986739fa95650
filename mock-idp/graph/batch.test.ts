import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import { openGraph, sponsor } from '../testing/open-graph.ts'

const json = { 'content-type': 'application/json' }
const blueprint = { displayName: 'B', 'sponsors@odata.bind': [sponsor] }
const create = {
  method: 'POST',
  url: '/applications/graph.agentIdentityBlueprint',
  headers: json,
  body: blueprint,
}

async function batch(requests: readonly unknown[]) {
  const graph = await openGraph()
  const { status, body } = await graph.ask('POST', '/v1.0/$batch', { requests })
  const statuses = body.responses?.map(({ id, status }: { id: string; status: number }) => [
    id,
    status,
  ])
  return { graph, status, body, statuses }
}

test('a part that fails leaves the others', async () => {
  const { graph, statuses } = await batch([
    { id: '1', ...create },
    { id: '2', method: 'GET', url: '/applications/x' },
    { id: '3', ...create, body: { displayName: 'no sponsor' } },
    { id: '4', method: 'GET', url: `users/${seedIds.administrator}?$select=id` },
  ])
  assert.deepEqual(statuses, [
    ['1', 201],
    ['2', 404],
    ['3', 400],
    ['4', 200],
  ])
  const { body } = await graph.ask('GET', "/v1.0/applications?$filter=displayName eq 'B'")
  assert.equal(body.value.length, 1)
})

test('a part waits for those that it depends on, and fails with them', async () => {
  const { statuses } = await batch([
    { id: '1', method: 'GET', url: '/applications/x' },
    { id: '2', method: 'GET', url: '/organization', dependsOn: ['1'] },
    { id: '3', method: 'GET', url: '/organization' },
    { id: '4', method: 'GET', url: '/domains', dependsOn: ['3'] },
  ])
  assert.deepEqual(statuses, [
    ['1', 404],
    ['2', 424],
    ['3', 200],
    ['4', 200],
  ])
})

test('an error in a part is the envelope that the request alone gets', async () => {
  const { body } = await batch([{ id: '1', method: 'GET', url: '/nowhere' }])
  assert.deepEqual(Object.keys(body.responses[0].body.error), ['code', 'message', 'innerError'])
})

test('a part needs a content type of its own for its body', async () => {
  const { headers: _, ...untyped } = create
  const { statuses } = await batch([{ id: '1', ...untyped }])
  assert.deepEqual(statuses, [['1', 400]])
})

test('a batch in a batch is no path', async () => {
  const inner = { id: '1', method: 'POST', url: '/$batch', headers: json, body: { requests: [] } }
  const { body } = await batch([inner])
  assert.equal(body.responses[0].body.error.message, "Resource not found for the segment '$batch'.")
})

for (const requests of [null, 7, {}, [null], [{}], [{ id: 1, method: 'GET', url: '/' }]]) {
  test(`requests ${JSON.stringify(requests)} are refused as a whole`, async () => {
    const { status, body } = await batch(requests as never)
    assert.deepEqual([status, body.error.code], [400, 'Request_BadRequest'])
  })
}
