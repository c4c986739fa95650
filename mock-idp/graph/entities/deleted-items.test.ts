import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../../directory/seed-ids.ts'
import { makeAgent, openGraph } from '../../testing/open-graph.ts'

const items = '/v1.0/directory/deletedItems'

test('a deleted blueprint is listed and restored, and its principal only when that is asked for', async () => {
  const graph = await openGraph()
  const { ask } = graph
  const { blueprintId, principalId } = await makeAgent(graph)
  await ask('DELETE', `/v1.0/applications/${blueprintId}`)
  const { body } = await ask('GET', `${items}/microsoft.graph.application`)
  assert.deepEqual(
    body.value.map(({ id, deletedDateTime }: Record<string, string>) => [id, deletedDateTime]),
    [[blueprintId, '2026-11-23T12:00:00Z']],
  )
  const restored = await ask('POST', `${items}/${blueprintId}/restore`)
  assert.deepEqual([restored.status, restored.body.deletedDateTime], [200, null])
  assert.equal((await ask('GET', `/v1.0/servicePrincipals/${principalId}`)).status, 404)
  assert.equal((await ask('POST', `${items}/${principalId}/restore`)).status, 200)
  assert.equal((await ask('GET', `/v1.0/servicePrincipals/${principalId}`)).status, 200)
})

test('what is restored is what was deleted', async () => {
  const graph = await openGraph()
  const { agentId } = await makeAgent(graph)
  const before = graph.tenant().principals.get(agentId)
  await graph.ask('DELETE', `/v1.0/servicePrincipals/${agentId}`)
  await graph.ask('POST', `${items}/${agentId}/restore`)
  assert.deepEqual(graph.tenant().principals.get(agentId), before)
  assert.equal(graph.tenant().deletedObjects.size, 0)
})

test('a principal whose place was taken is not restored', async () => {
  const graph = await openGraph()
  const { ask } = graph
  const { appId, principalId } = await makeAgent(graph)
  await ask('DELETE', `/v1.0/servicePrincipals/${principalId}`)
  await ask('POST', '/v1.0/servicePrincipals/graph.agentIdentityBlueprintPrincipal', { appId })
  const { status, rule } = await ask('POST', `${items}/${principalId}/restore`)
  assert.deepEqual([status, rule], [409, 'PRINCIPAL-SINGLE'])
})

test('an application whose URI was taken is not restored', async () => {
  const graph = await openGraph()
  const { ask } = graph
  const change = { identifierUris: ['api://taken'] }
  const [one, other] = [await makeAgent(graph), await makeAgent(graph, 'Other')]
  await ask('PATCH', `/v1.0/applications/${one.blueprintId}`, change)
  assert.equal(
    (await ask('PATCH', `/v1.0/applications/${other.blueprintId}`, change)).rule,
    'BLUEPRINT-URI',
  )
  await ask('DELETE', `/v1.0/applications/${one.blueprintId}`)
  assert.equal((await ask('PATCH', `/v1.0/applications/${other.blueprintId}`, change)).status, 204)
  assert.equal((await ask('POST', `${items}/${one.blueprintId}/restore`)).rule, 'BLUEPRINT-URI')
})

test('an agent user whose place or name was taken is not restored', async () => {
  const graph = await openGraph()
  const { ask } = graph
  const create = (userPrincipalName: string, identityParentId: string) =>
    ask('POST', '/beta/users/graph.agentUser', {
      ...{ displayName: 'U', mailNickname: 'u', accountEnabled: true },
      ...{ userPrincipalName, identityParentId },
    })
  const { body } = await create('a@contoso.example', seedIds.billing)
  await ask('DELETE', `/beta/users/${body.id}`)
  const second = await create('b@contoso.example', seedIds.billing)
  assert.equal((await ask('POST', `${items}/${body.id}/restore`)).rule, 'AGENTUSER-SINGLE')
  await ask('DELETE', `/beta/users/${second.body.id}`)
  await create('a@contoso.example', seedIds.parcel)
  assert.equal((await ask('POST', `${items}/${body.id}/restore`)).rule, 'AGENTUSER-NAME')
})

test('a blueprint principal is not deleted for good, other objects are', async () => {
  const graph = await openGraph()
  const { ask } = graph
  const { principalId, agentId } = await makeAgent(graph)
  for (const id of [principalId, agentId]) await ask('DELETE', `/v1.0/servicePrincipals/${id}`)
  assert.equal((await ask('DELETE', `${items}/${principalId}`)).rule, 'PRINCIPAL-HARD-DELETE')
  assert.equal((await ask('DELETE', `${items}/${agentId}`)).status, 204)
  assert.equal((await ask('GET', `${items}/${agentId}`)).status, 404)
})

test('a managed identity is restored as one', async () => {
  const graph = await openGraph()
  const token = await graph.tokenFor({ scopes: ['Application.ReadWrite.All'] })
  const id = seedIds.managedIdentityPrincipal
  const before = graph.tenant().managedIdentities.get(seedIds.managedIdentity)
  await graph.ask('DELETE', `/v1.0/servicePrincipals/${id}`, undefined, { token })
  await graph.ask('POST', `${items}/${id}/restore`, undefined, { token })
  assert.deepEqual(graph.tenant().managedIdentities.get(seedIds.managedIdentity), before)
})
