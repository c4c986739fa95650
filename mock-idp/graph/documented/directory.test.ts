import assert from 'node:assert/strict'
import { test } from 'node:test'
import { graphAppId } from '../../directory/resource.ts'
import { seedIds } from '../../directory/seed-ids.ts'
import { assertHas, makeAgent, openGraph, origin } from '../../testing/open-graph.ts'

const graph = await openGraph()
const made = await makeAgent(graph)
const { ask } = graph
const agentUser = {
  displayName: 'Agent user',
  userPrincipalName: 'agent@contoso.example',
  mailNickname: 'agent',
  accountEnabled: true,
}

const creations = [
  ['/beta/users', { '@odata.type': 'microsoft.graph.agentUser', identityParentId: made.agentId }],
  ['/v1.0/users/', { '@odata.type': '#microsoft.graph.agentUser', identityParentId: made.agentId }],
  [
    '/beta/users',
    { '@odata.type': 'Microsoft.Graph.AgentUser', identityParent: { id: made.agentId } },
  ],
  ['/v1.0/users/microsoft.graph.agentUser', { identityParentId: made.agentId }],
] as const

for (const [path, parent] of creations) {
  test(`POST ${path} with ${JSON.stringify(parent).slice(0, 60)} makes an agent user, and not a second`, async () => {
    const { status, body } = await ask('POST', path, { ...agentUser, ...parent })
    assert.equal(status, 201)
    assertHas(body, {
      '@odata.type': '#microsoft.graph.agentUser',
      userType: 'Member',
      identityParentId: made.agentId,
      identityParent: { id: made.agentId },
      userPrincipalName: 'agent@contoso.example',
      accountEnabled: true,
    })
    const other = { ...agentUser, ...parent, userPrincipalName: 'other@contoso.example' }
    assert.deepEqual(
      [(await ask('POST', path, other)).rule, (await ask('POST', path, other)).status],
      ['AGENTUSER-SINGLE', 400],
    )
    const at = `/beta/users/${body.id}`
    assert.equal((await ask('GET', `/beta/users/microsoft.graph.agentUser/${body.id}`)).status, 200)
    assert.equal((await ask('GET', '/beta/users/agent@contoso.example')).body.id, body.id)
    const byParent = `/v1.0/users/microsoft.graph.agentUser?$filter=identityParentId eq '${made.agentId}'`
    assert.equal((await ask('GET', byParent)).body.value[0].id, body.id)
    const reference = { '@odata.id': `${origin}/v1.0/users/${seedIds.administrator}` }
    assert.equal((await ask('POST', `${at}/sponsors/$ref`, reference)).status, 204)
    assert.equal((await ask('PUT', `${at}/manager/$ref`, reference)).status, 204)
    assert.equal((await ask('GET', `${at}/manager`)).body.id, seedIds.administrator)
    assert.equal(
      (await ask('PATCH', '/v1.0/users/agent@contoso.example', { usageLocation: 'US' })).status,
      204,
    )
    const skuId = 'c7df2760-2c81-4ef7-b578-5b5392b571df'
    const licences = { addLicenses: [{ skuId, disabledPlans: [] }], removeLicenses: [] }
    const licensed = await ask('POST', `${at}/assignLicense`, licences)
    assert.deepEqual(
      [licensed.status, licensed.body.assignedLicenses],
      [200, [{ skuId, disabledPlans: [] }]],
    )
    assert.equal((await ask('PATCH', at, { identityParentId: seedIds.billing })).status, 400)
    assert.equal((await ask('DELETE', at)).status, 204)
  })
}

test('the name of an agent user must be of a verified domain', async () => {
  const { status, body } = await ask('POST', '/beta/users/microsoft.graph.agentUser', {
    ...agentUser,
    userPrincipalName: 'agent@elsewhere.example',
    identityParentId: made.agentId,
  })
  assert.equal(status, 400)
  assert.match(
    body.error.message,
    /The root domain of the specified UPN does not belong to a verified domain/,
  )
})

test('the principal of Microsoft Graph names its permissions with the published ids', async () => {
  const path = `/v1.0/servicePrincipals?$filter=appId eq '${graphAppId}'&$select=id,appRoles,oauth2PermissionScopes`
  const { body } = await ask('GET', path)
  const [{ appRoles, oauth2PermissionScopes }] = body.value
  const idOf = (list: { value: string; id: string }[], name: string) =>
    list.find(({ value }) => value === name)?.id
  assert.equal(
    idOf(appRoles, 'AgentIdUser.ReadWrite.IdentityParentedBy'),
    '4aa6e624-eee0-40ab-bdd8-f9639038a614',
  )
  assert.equal(
    idOf(appRoles, 'AgentIdentity.CreateAsManager'),
    '4c390976-b2b7-42e0-9187-c6be3bead001',
  )
  assert.equal(
    idOf(oauth2PermissionScopes, 'AgentIdentity.Read.All'),
    '5e850691-d86a-4b24-bfa6-8a52fb37a0c1',
  )
  const same = await ask('GET', `/beta/servicePrincipals(appId='${graphAppId}')?$select=id`)
  assert.equal(same.body.id, body.value[0].id)
})

for (const path of [
  '/v1.0/me?$select=id',
  "/v1.0/users?$filter=userPrincipalName eq 'ada@contoso.example'",
  "/v1.0/users?$filter=mail eq 'ada@contoso.example'",
  `/v1.0/groups/${seedIds.agentOwners}?$select=id,displayName`,
  '/v1.0/domains?$select=id,isDefault,isVerified',
  '/v1.0/organization',
  '/v1.0/subscribedSkus',
  '/v1.0/me/memberOf/microsoft.graph.directoryRole',
  `/v1.0/users/${seedIds.administrator}/memberOf/microsoft.graph.group`,
  `/v1.0/applications/${made.blueprintId}/owners/microsoft.graph.user?$select=id`,
  `/v1.0/groups/${seedIds.agentOwners}/members`,
  '/v1.0/directory/deletedItems/microsoft.graph.application',
  '/v1.0/directory/deletedItems/microsoft.graph.servicePrincipal',
  '/v1.0/directory/deletedItems/microsoft.graph.user',
  "/v1.0/oauth2PermissionGrants?$filter=consentType eq 'AllPrincipals'",
  "/beta/auditLogs/signIns?$filter=signInEventTypes/any(t: t eq 'servicePrincipal') and agent/agentType eq 'AgentIdentity'",
]) {
  test(`GET ${path} answers 200`, async () => {
    const { status, body } = await ask('GET', path)
    assert.equal(status, 200)
    assert.match(
      body['@odata.context'],
      /^https:\/\/graph\.microsoft\.com\/(v1\.0|beta)\/\$metadata#/,
    )
  })
}

test('GET /v1.0/$metadata describes the entities in XML', async () => {
  const { status, headers, body } = await ask('GET', '/v1.0/$metadata')
  assert.deepEqual([status, headers['content-type']], [200, 'application/xml'])
  assert.match(body, /<EntityType Name="servicePrincipal">/)
})

test('a role is assigned, shown from both sides and withdrawn', async () => {
  const { body: principal } = await ask('GET', `/v1.0/servicePrincipals(appId='${graphAppId}')`)
  const appRoleId = 'df021288-bdef-4463-88db-98f22de89214'
  const assignment = { principalId: made.agentId, resourceId: principal.id, appRoleId }
  const path = `/v1.0/servicePrincipals/${made.agentId}/appRoleAssignments`
  const { status, body } = await ask('POST', path, assignment)
  assert.equal(status, 201)
  assertHas(body, {
    ...assignment,
    principalDisplayName: 'Made agent',
    resourceDisplayName: 'Microsoft Graph',
    principalType: 'ServicePrincipal',
    createdDateTime: '2026-11-23T12:00:00Z',
  })
  assert.equal((await ask('POST', path, assignment)).rule, 'ROLE-SINGLE')
  const assignedTo = `/v1.0/servicePrincipals/${principal.id}/appRoleAssignedTo`
  const listed = await ask('GET', assignedTo)
  assert.ok(listed.body.value.some(({ id }: { id: string }) => id === body.id))
  assert.equal((await ask('DELETE', `${assignedTo}/${body.id}`)).status, 204)
  assert.equal((await ask('DELETE', `${path}/${body.id}`)).status, 404)
})

test('a delegated permission is granted, found, changed and removed', async () => {
  const { body: principal } = await ask('GET', `/v1.0/servicePrincipals(appId='${graphAppId}')`)
  const grant = {
    clientId: made.agentId,
    consentType: 'AllPrincipals',
    resourceId: principal.id,
    scope: 'User.Read Mail.Read',
    startTime: '2026-11-23T12:00:00Z',
    expiryTime: '2027-11-23T12:00:00Z',
  }
  const { status, body } = await ask('POST', '/v1.0/oauth2PermissionGrants', grant)
  const { startTime: _, expiryTime: __, ...shown } = grant
  assert.equal(status, 201)
  assertHas(body, { ...shown, principalId: null })
  const again = await ask('POST', '/v1.0/oauth2PermissionGrants', grant)
  assert.deepEqual(
    [again.status, again.body.error.message],
    [409, 'Permission entry already exists.'],
  )
  const filter = `clientId eq '${made.agentId}' and resourceId eq '${principal.id}'`
  const found = await ask('GET', `/v1.0/oauth2PermissionGrants?$filter=${filter}`)
  assert.equal(found.body.value.length, 1)
  const at = `/v1.0/oauth2PermissionGrants/${body.id}`
  assert.equal((await ask('PATCH', at, { scope: 'User.Read' })).status, 204)
  assert.equal((await ask('GET', at)).body.scope, 'User.Read')
  assert.equal((await ask('DELETE', at)).status, 204)
})

for (const [path, types] of [
  ['me/memberOf', ['directoryRole', 'directoryRole', 'group']],
  ['me/memberOf/microsoft.graph.group', ['group']],
  ['me/memberOf/microsoft.graph.directoryRole', ['directoryRole', 'directoryRole']],
] as const) {
  test(`GET /v1.0/${path} answers what somebody is a member of`, async () => {
    const { body } = await ask('GET', `/v1.0/${path}`)
    assert.deepEqual(
      body.value.map((one: Record<string, string>) => one['@odata.type']),
      types.map((type) => `#microsoft.graph.${type}`),
    )
  })
}
