import assert from 'node:assert/strict'
import { test } from 'node:test'
import { graphAppId } from '../../../directory/resource.ts'
import { seedIds } from '../../../directory/seed-ids.ts'
import { makeAgent, openGraph } from '../../../testing/open-graph.ts'

const graph = await openGraph()
const { ask } = graph
const mailSend = 'b633e1c5-b582-4048-a93e-9f11b44c7e96'
const calendarsRead = '798ee544-9d2d-430c-a058-570e29e34338'
const assignments = (id: string) => `/v1.0/servicePrincipals/${id}/appRoleAssignments`
const assign = (principalId: string, appRoleId = mailSend, resourceId: string = graphAppId) =>
  ask('POST', assignments(principalId), { principalId, resourceId, appRoleId })

test('principals whose ids begin alike have assignments of their own', async () => {
  const one = await assign(seedIds.booking)
  const other = await assign(seedIds.billing)
  assert.notEqual(one.body.id, other.body.id)
  assert.equal(
    (await ask('DELETE', `${assignments(seedIds.billing)}/${other.body.id}`)).status,
    204,
  )
  const { body } = await ask('GET', assignments(seedIds.booking))
  assert.ok(body.value.some(({ id }: { id: string }) => id === one.body.id))
})

test('an assignment is withdrawn from the principal that the path names alone', async () => {
  const { body } = await ask('GET', assignments(seedIds.booking))
  const elsewhere = `${assignments(seedIds.parcel)}/${body.value[0].id}`
  assert.equal((await ask('DELETE', elsewhere)).status, 404)
})

test('a permission that is blocked for agents is assigned to an application, and not to an agent identity', async () => {
  assert.equal((await assign(seedIds.booking, calendarsRead)).rule, 'ROLE-BLOCKED')
  assert.equal((await assign(seedIds.intranetPrincipal, calendarsRead)).status, 201)
})

test('an agent identity is no resource of roles', async () => {
  assert.equal((await assign(seedIds.booking, mailSend, seedIds.billing)).rule, 'ROLE-RESOURCE')
})

test('a role that the resource does not have is not assigned', async () => {
  assert.equal((await assign(seedIds.booking, seedIds.booking)).rule, 'ROLE-KNOWN')
})

test('every blocked scope is refused in a grant to an agent identity', async () => {
  const grant = { clientId: seedIds.booking, consentType: 'AllPrincipals', resourceId: graphAppId }
  const create = (scope: string) => ask('POST', '/v1.0/oauth2PermissionGrants', { ...grant, scope })
  assert.equal((await create('User.Read Directory.AccessAsUser.All')).rule, 'GRANT-BLOCKED')
  const { body } = await create('User.Read')
  const change = { scope: 'Group.ReadWrite.All' }
  assert.equal(
    (await ask('PATCH', `/v1.0/oauth2PermissionGrants/${body.id}`, change)).rule,
    'GRANT-BLOCKED',
  )
})

test('a new blueprint principal holds the role to create agent identities', async () => {
  const { principalId } = await makeAgent(graph)
  const { body } = await ask('GET', assignments(principalId))
  assert.deepEqual(
    body.value.map(({ appRoleId }: { appRoleId: string }) => appRoleId),
    ['4c390976-b2b7-42e0-9187-c6be3bead001'],
  )
})

for (const slot of [
  `/${graphAppId}`,
  `(appId='${graphAppId}')`,
  `(appId='${graphAppId.toUpperCase()}')`,
  `/graph.servicePrincipal/${graphAppId}`,
]) {
  test(`roles of Microsoft Graph are assigned, listed and withdrawn at servicePrincipals${slot}`, async () => {
    const path = `/v1.0/servicePrincipals${slot}/appRoleAssignedTo`
    const assignment = {
      principalId: seedIds.parcel,
      resourceId: graphAppId,
      appRoleId: mailSend,
    }
    const { status, body } = await ask('POST', path, assignment)
    assert.equal(status, 201)
    const listed = await ask('GET', path)
    assert.ok(listed.body.value.some(({ id }: { id: string }) => id === body.id))
    assert.equal((await ask('DELETE', `${path}/${body.id}`)).status, 204)
  })
}
