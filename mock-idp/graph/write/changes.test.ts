import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findResource } from '../../directory/tenant.ts'
import { makeAgent, openGraph } from '../../testing/open-graph.ts'

test('an application with a URI is a resource under it, and under the next one', async () => {
  const graph = await openGraph()
  const { blueprintId, appId } = await makeAgent(graph)
  const path = `/v1.0/applications/${blueprintId}`
  const found = (name: string) => findResource(graph.tenant(), name)?.appId
  assert.equal(found(appId), undefined)
  await graph.ask('PATCH', path, { identifierUris: ['api://First'] })
  assert.deepEqual([found('api://first'), found(appId)], [appId, appId])
  await graph.ask('PATCH', path, { identifierUris: ['api://second'] })
  assert.deepEqual([found('api://first'), found('api://second')], [undefined, appId])
})

test('roles and version of an application are those of its resource', async () => {
  const graph = await openGraph()
  const { blueprintId, appId } = await makeAgent(graph)
  const appRoles = [
    { id: blueprintId.toUpperCase(), value: 'Read', displayName: { toString: 1 } },
    { id: 7, value: 'Unfit' },
    { id: blueprintId, value: 'Disabled', isEnabled: false },
  ]
  const api = { requestedAccessTokenVersion: 1 }
  await graph.ask('PATCH', `/v1.0/applications/${blueprintId}`, { appRoles, api })
  const resource = graph.tenant().resources.get(appId)
  assert.deepEqual(resource?.appRoles, [{ id: blueprintId, value: 'Read', displayName: 'Read' }])
  assert.equal(resource?.accessTokenVersion, 1)
})

test('a renamed application renames its principal, and a new secret renames nobody', async () => {
  const graph = await openGraph()
  const { blueprintId, principalId } = await makeAgent(graph)
  const nameOf = async () =>
    (await graph.ask('GET', `/v1.0/servicePrincipals/${principalId}`)).body.displayName
  await graph.ask('PATCH', `/v1.0/servicePrincipals/${principalId}`, { displayName: 'Own' })
  await graph.ask('POST', `/v1.0/applications/${blueprintId}/addPassword`, {})
  assert.equal(await nameOf(), 'Own')
  await graph.ask('PATCH', `/v1.0/applications/${blueprintId}`, { displayName: 'New' })
  assert.equal(await nameOf(), 'New')
})

test('a principal demands assignment whether it is a resource already or becomes one', async () => {
  const graph = await openGraph()
  const { blueprintId, principalId, appId } = await makeAgent(graph)
  const change = { appRoleAssignmentRequired: true }
  await graph.ask('PATCH', `/v1.0/servicePrincipals/${principalId}`, change)
  const { body } = await graph.ask('GET', `/v1.0/servicePrincipals/${principalId}`)
  assert.equal(body.appRoleAssignmentRequired, true)
  await graph.ask('PATCH', `/v1.0/applications/${blueprintId}`, { identifierUris: ['api://x'] })
  assert.equal(graph.tenant().resources.get(appId)?.assignmentRequired, true)
  await graph.ask('PATCH', `/v1.0/servicePrincipals/${principalId}`, { accountEnabled: false })
  assert.equal(graph.tenant().resources.get(appId)?.enabled, false)
})
