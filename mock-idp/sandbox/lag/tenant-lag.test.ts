import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../../directory/seed-ids.ts'
import { makeAgent, openGraph } from '../../testing/open-graph.ts'

const users = (id: string) => `/v1.0/users/${id}`
const agents = '/v1.0/servicePrincipals/microsoft.graph.agentIdentity'

async function statuses(count: number, ask: () => Promise<{ readonly status: number }>) {
  const seen: number[] = []
  for (let at = 0; at < count; at += 1) seen.push((await ask()).status)
  return seen
}

test('reads do not see a new object for as many requests as they lag behind', async () => {
  const graph = await openGraph()
  graph.lag.set({ read: { requests: 2 } })
  const { agentId } = await makeAgent(graph)
  const path = `/v1.0/servicePrincipals/${agentId}`
  assert.deepEqual(await statuses(3, () => graph.ask('GET', path)), [404, 404, 200])
})

test('writes do not find a new object for as many requests as they lag behind, while reads do', async () => {
  const graph = await openGraph()
  const { agentId, appId } = await makeAgent(graph)
  assert.ok(agentId)
  graph.lag.set({ write: { requests: 2 } })
  const { body } = await graph.ask('POST', agents, {
    displayName: 'New',
    agentIdentityBlueprintId: appId,
    'sponsors@odata.bind': [seedIds.administrator],
  })
  const path = `/v1.0/servicePrincipals/${body.id}`
  const patch = () => graph.ask('PATCH', path, { accountEnabled: false })
  assert.equal((await graph.ask('GET', path)).status, 200)
  assert.deepEqual(await statuses(3, patch), [404, 404, 204])
})

test('writes that lag behind find a new blueprint nowhere', async () => {
  const graph = await openGraph()
  graph.lag.set({ write: { requests: 3 } })
  const sponsored = { displayName: 'B', 'sponsors@odata.bind': [seedIds.administrator] }
  const { body } = await graph.ask(
    'POST',
    '/v1.0/applications/graph.agentIdentityBlueprint',
    sponsored,
  )
  const create = () => graph.ask('POST', '/v1.0/servicePrincipals', { appId: body.appId })
  const change = () => graph.ask('PATCH', `/v1.0/applications/${body.id}`, { description: 'D' })
  const createAgent = () =>
    graph.ask('POST', agents, { ...sponsored, agentIdentityBlueprintId: body.appId })
  assert.equal((await change()).status, 404)
  assert.equal((await create()).rule, 'PRINCIPAL-APPLICATION')
  assert.equal((await createAgent()).rule, 'AGENT-PARENT')
  assert.equal((await create()).status, 201)
})

test('writes that lag behind undo nothing that others wrote', async () => {
  const graph = await openGraph()
  const { blueprintId } = await makeAgent(graph)
  graph.lag.set({ write: { requests: 5 } })
  const path = `/v1.0/applications/${blueprintId}`
  for (let at = 0; at < 3; at += 1) await graph.ask('POST', `${path}/addPassword`, {})
  assert.equal((await graph.ask('GET', path)).body.passwordCredentials.length, 3)
})

test('writes that lag behind make nothing twice that there is once', async () => {
  const graph = await openGraph()
  const { body } = await graph.ask('POST', '/v1.0/applications/graph.agentIdentityBlueprint', {
    displayName: 'B',
    'sponsors@odata.bind': [seedIds.administrator],
  })
  graph.lag.set({ write: { requests: 5 } })
  const create = () => graph.ask('POST', '/v1.0/servicePrincipals', { appId: body.appId })
  assert.deepEqual(await statuses(2, create), [201, 409])
})

test('a lag of milliseconds ends on the clock of the tenant', async () => {
  const graph = await openGraph()
  graph.clock.set({ frozen: true })
  graph.lag.set({ read: { ms: 1000 } })
  await graph.ask(
    'PATCH',
    users(seedIds.administrator),
    { jobTitle: 'New' },
    {
      token: await graph.tokenFor({ scopes: ['User.ReadWrite.All'] }),
    },
  )
  const title = async () => (await graph.ask('GET', users(seedIds.administrator))).body.jobTitle
  assert.equal(await title(), null)
  graph.clock.set({ advanceSeconds: 1 })
  assert.equal(await title(), 'New')
})

test('who lags behind sees a changed object as it was and a removed one still', async () => {
  const graph = await openGraph()
  const { agentId } = await makeAgent(graph)
  graph.lag.set({ sts: { requests: 1 } })
  const path = `/v1.0/servicePrincipals/${agentId}`
  await graph.ask('PATCH', path, { displayName: 'Renamed' })
  await graph.ask('DELETE', path)
  const seen = graph.lag.viewFor('sts', graph.tenant())
  assert.equal(seen.principals.get(agentId)?.displayName, 'Made agent')
  assert.equal(seen.deletedObjects.has(agentId), false)
  assert.equal(graph.lag.viewFor('sts', graph.tenant()), graph.tenant())
})

test('without lag, and after a reset, the tenant itself is seen', async () => {
  const graph = await openGraph()
  graph.lag.set({ read: { requests: 9 } })
  await makeAgent(graph)
  graph.lag.reset()
  assert.deepEqual(graph.lag.current(), {})
  assert.equal(graph.lag.viewFor('read', graph.tenant()), graph.tenant())
})
