import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeAgent, openGraph } from '../testing/open-graph.ts'

const daySeconds = 86_400
const statusOf = async ({ ask }: Awaited<ReturnType<typeof openGraph>>, id: string) =>
  (await ask('GET', `/v1.0/servicePrincipals/${id}`)).status

test('a day after its blueprint an agent identity is deleted, and not before', async () => {
  const graph = await openGraph()
  const { blueprintId, agentId } = await makeAgent(graph)
  await graph.ask('DELETE', `/v1.0/applications/${blueprintId}`)
  graph.clock.set({ advanceSeconds: daySeconds - 1 })
  assert.equal(await statusOf(graph, agentId), 200)
  graph.clock.set({ advanceSeconds: 1 })
  assert.equal(await statusOf(graph, agentId), 404)
  assert.equal((await graph.ask('GET', `/v1.0/directory/deletedItems/${agentId}`)).status, 200)
})

test('a principal that is restored within the day keeps its agent identities', async () => {
  const graph = await openGraph()
  const { principalId, agentId } = await makeAgent(graph)
  await graph.ask('DELETE', `/v1.0/servicePrincipals/${principalId}`)
  await graph.ask('POST', `/v1.0/directory/deletedItems/${principalId}/restore`)
  graph.clock.set({ advanceSeconds: 2 * daySeconds })
  assert.equal(await statusOf(graph, agentId), 200)
})

test('a principal that outlived its application by days keeps its agent identities a day longer', async () => {
  const graph = await openGraph()
  const { blueprintId, principalId, agentId } = await makeAgent(graph)
  await graph.ask('DELETE', `/v1.0/applications/${blueprintId}`)
  graph.clock.set({ advanceSeconds: 3600 })
  await graph.ask('POST', `/v1.0/directory/deletedItems/${principalId}/restore`)
  graph.clock.set({ advanceSeconds: 3 * daySeconds })
  await graph.ask('DELETE', `/v1.0/servicePrincipals/${principalId}`)
  assert.equal(await statusOf(graph, agentId), 200)
  graph.clock.set({ advanceSeconds: daySeconds })
  assert.equal(await statusOf(graph, agentId), 404)
})

test('agent identities outlive the last principal of their blueprint by a day, whatever was deleted before', async () => {
  const graph = await openGraph()
  const { blueprintId, principalId, agentId } = await makeAgent(graph)
  await graph.ask('DELETE', `/v1.0/servicePrincipals/${principalId}`)
  const again = await graph.ask(
    'POST',
    '/v1.0/servicePrincipals/microsoft.graph.agentIdentityBlueprintPrincipal',
    { appId: blueprintId },
  )
  assert.equal(again.status, 201)
  graph.clock.set({ advanceSeconds: 3 * daySeconds })
  await graph.ask('DELETE', `/v1.0/servicePrincipals/${again.body.id}`)
  assert.equal(await statusOf(graph, agentId), 200)
  graph.clock.set({ advanceSeconds: daySeconds })
  assert.equal(await statusOf(graph, agentId), 404)
})

test('an agent identity that is restored after the cascade stays', async () => {
  const graph = await openGraph()
  const { principalId, agentId } = await makeAgent(graph)
  await graph.ask('DELETE', `/v1.0/servicePrincipals/${principalId}`)
  graph.clock.set({ advanceSeconds: daySeconds })
  assert.equal(await statusOf(graph, agentId), 404)
  await graph.ask('POST', `/v1.0/directory/deletedItems/${agentId}/restore`)
  graph.clock.set({ advanceSeconds: 1 })
  assert.equal(await statusOf(graph, agentId), 200)
})

test('after 30 days a deleted object is gone for good', async () => {
  const graph = await openGraph()
  const { agentId } = await makeAgent(graph)
  await graph.ask('DELETE', `/v1.0/servicePrincipals/${agentId}`)
  const restore = `/v1.0/directory/deletedItems/${agentId}/restore`
  graph.clock.set({ advanceSeconds: 30 * daySeconds - 1 })
  assert.equal((await graph.ask('GET', restore.replace('/restore', ''))).status, 200)
  graph.clock.set({ advanceSeconds: 1 })
  assert.equal((await graph.ask('POST', restore)).status, 404)
})
