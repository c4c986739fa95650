import assert from 'node:assert/strict'
import { test } from 'node:test'
import { graphAppId } from '../../directory/resource.ts'
import { seedIds } from '../../directory/seed-ids.ts'
import { assertHas, makeAgent, openGraph, sponsor } from '../../testing/open-graph.ts'

const graph = await openGraph()
const made = await makeAgent(graph)
const { ask } = graph
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const sponsors = { 'sponsors@odata.bind': [sponsor] }
const principalTypes = [
  'microsoft.graph.agentIdentityBlueprintPrincipal',
  'graph.agentIdentityBlueprintPrincipal',
  'Microsoft.Graph.AgentIdentityBlueprintPrincipal',
]

for (const name of principalTypes) {
  test(`POST /beta/serviceprincipals/${name} makes a blueprint principal`, async () => {
    const { body: blueprint } = await ask(
      'POST',
      '/v1.0/applications/microsoft.graph.agentIdentityBlueprint',
      { displayName: 'B', ...sponsors },
    )
    const { appId } = blueprint
    const { status, body } = await ask('POST', `/beta/serviceprincipals/${name}`, { appId })
    assert.equal(status, 201)
    assert.notEqual(body.id, appId)
    assert.match(
      body['@odata.context'],
      /#servicePrincipals\/microsoft\.graph\.agentIdentityBlueprintPrincipal\/\$entity$/,
    )
    assertHas(body, {
      '@odata.type': '#microsoft.graph.agentIdentityBlueprintPrincipal',
      accountEnabled: true,
      appId,
      appDisplayName: 'B',
      appOwnerOrganizationId: seedIds.contoso,
      appRoleAssignmentRequired: false,
      createdByAppId: '14d82eec-204b-4c2f-b7e8-296a70dab67e',
      displayName: 'B',
      publisherName: 'Contoso',
      servicePrincipalNames: [appId],
      signInAudience: 'AzureADMyOrg',
      servicePrincipalType: 'Application',
      tags: [],
      appRoles: [],
      publishedPermissionScopes: [],
    })
  })
}

const agentBodies = {
  agentIdentityBlueprintId: 'agentIdentityBlueprintId',
  agentIdentityBlueprintAppId: 'agentIdentityBlueprintAppId',
  agentAppId: 'agentAppId',
}
for (const [name, member] of Object.entries(agentBodies)) {
  for (const type of ['Microsoft.Graph.AgentIdentity', 'graph.agentIdentity']) {
    test(`POST /beta/serviceprincipals/${type} with ${name} makes an agent identity`, async () => {
      const body = { displayName: 'A', [member]: made.appId, ...sponsors }
      const answer = await ask('POST', `/beta/serviceprincipals/${type}`, body)
      assert.equal(answer.status, 201)
      assert.match(answer.body.id, guid)
      assertHas(answer.body, {
        '@odata.type': '#microsoft.graph.agentIdentity',
        appId: answer.body.id,
        accountEnabled: true,
        alternativeNames: [],
        createdDateTime: '2026-11-23T12:00:00Z',
        displayName: 'A',
        servicePrincipalType: 'ServiceIdentity',
        appOwnerOrganizationId: null,
        appRoleAssignmentRequired: false,
        disabledByMicrosoftStatus: null,
        tags: [],
        agentIdentityBlueprintId: made.appId,
        ...(member === 'agentAppId' && { agentAppId: made.appId }),
      })
    })
  }
}

test('an agent identity typed in the body of a plain POST is one', async () => {
  const body = {
    '@odata.type': '#microsoft.graph.agentIdentity',
    displayName: 'A',
    agentIdentityBlueprintId: made.appId,
    ...sponsors,
  }
  const answer = await ask('POST', '/v1.0/servicePrincipals', body)
  assert.equal(answer.status, 201)
  assert.equal(answer.body['@odata.type'], '#microsoft.graph.agentIdentity')
})

for (const at of [
  `servicePrincipals/${made.agentId}/microsoft.graph.agentIdentity`,
  `servicePrincipals/microsoft.graph.agentIdentity/${made.agentId}`,
  `servicePrincipals/${made.agentId}`,
  `servicePrincipals(appId='${made.agentId}')`,
  `serviceprincipals/${made.principalId}/graph.agentIdentityBlueprintPrincipal`,
  `servicePrincipals/microsoft.graph.agentIdentityBlueprintPrincipal/${made.principalId}`,
  `servicePrincipals(appId='${made.appId}')`,
]) {
  test(`GET and PATCH /v1.0/${at} read, disable and enable`, async () => {
    for (const accountEnabled of [false, true]) {
      assert.equal((await ask('PATCH', `/v1.0/${at}`, { accountEnabled })).status, 204)
      assert.equal((await ask('GET', `/v1.0/${at}`)).body.accountEnabled, accountEnabled)
    }
  })
  for (const relation of ['owners', 'sponsors']) {
    test(`/beta/${at}/${relation} are added, listed and removed`, async () => {
      const path = `/beta/${at}/${relation}`
      const id = relation === 'owners' ? seedIds.booking : seedIds.agentOwners
      const reference = {
        '@odata.id': `https://graph.microsoft.com/beta/directoryObjects/${id}`,
      }
      assert.equal((await ask('POST', `${path}/$ref`, reference)).status, 204)
      const { body } = await ask('GET', path)
      assert.ok(body.value.some((one: { id: string }) => one.id === id))
      assert.equal((await ask('DELETE', `${path}/${id}/$ref`)).status, 204)
    })
  }
  for (const relation of [
    'ownedObjects',
    'createdObjects',
    'memberOf',
    'transitiveMemberOf',
    'oauth2PermissionGrants',
    'appRoleAssignments',
    'appRoleAssignedTo',
  ]) {
    test(`GET /v1.0/${at}/${relation} answers a list`, async () => {
      const { status, body } = await ask('GET', `/v1.0/${at}/${relation}`)
      assert.equal(status, 200)
      assert.ok(Array.isArray(body.value))
    })
  }
}

const found = (value: readonly { readonly id: string }[], id: string) =>
  value.some((one) => one.id === id)

test('agent identities are found by the blueprint and by their name', async () => {
  const cast = '/v1.0/servicePrincipals/microsoft.graph.agentIdentity'
  const byBlueprint = `${cast}?$filter=agentIdentityBlueprintId eq '${made.appId}'`
  assert.ok(found((await ask('GET', byBlueprint)).body.value, made.agentId))
  const byName = "/v1.0/servicePrincipals?$filter=displayName eq 'Made agent'"
  assert.ok(found((await ask('GET', byName)).body.value, made.agentId))
})

test('of the sponsors of an agent identity nothing but the id is shown, whatever is selected', async () => {
  const path = `/v1.0/servicePrincipals/${made.agentId}/sponsors?$select=id,displayName`
  const { body } = await ask('GET', path)
  assert.deepEqual(body.value, [{ id: seedIds.administrator }])
})

for (const at of [`/${graphAppId}`, `/graph.servicePrincipal/${graphAppId}`]) {
  test(`the principal of Microsoft Graph is found at servicePrincipals${at}`, async () => {
    const { body } = await ask('GET', `/v1.0/servicePrincipals${at}`)
    assert.equal(body.displayName, 'Microsoft Graph')
  })
}

test('the principal of Microsoft Graph is no agent identity', async () => {
  const path = `/v1.0/servicePrincipals/graph.agentIdentity/${graphAppId}`
  assert.equal((await ask('GET', path)).status, 404)
  assert.equal((await ask('GET', `${path}/appRoleAssignedTo`)).status, 404)
})

test('a principal is named by its ids alone, and not by another property', async () => {
  for (const id of [graphAppId, made.agentId]) {
    const path = `/v1.0/servicePrincipals(displayName='${id}')`
    assert.equal((await ask('GET', path)).status, 404)
  }
})
