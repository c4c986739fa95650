import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertHas, makeAgent, openGraph, origin, sponsor } from '../../testing/open-graph.ts'

const graph = await openGraph()
const made = await makeAgent(graph)
const { ask } = graph
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const sponsors = { 'sponsors@odata.bind': [sponsor] }
const versions = ['v1.0', 'beta']
const namespaces = ['microsoft.graph.', 'graph.', 'Microsoft.Graph.']
const spelled = (name: string) => namespaces.map((namespace) => `${namespace}${name}`)

/** A blueprint as the reference pages and public captures show it. */
function isNewBlueprint(body: Readonly<Record<string, unknown>>): void {
  const { id, appId, createdDateTime, '@odata.context': context, ...rest } = body
  assert.match(String(id), guid)
  assert.equal(appId, id)
  assert.match(
    String(context),
    /#applications\/(microsoft\.graph\.agentIdentityBlueprint\/)?\$entity$/,
  )
  assert.equal(createdDateTime, '2026-11-23T12:00:00Z')
  assertHas(rest, {
    '@odata.type': '#microsoft.graph.agentIdentityBlueprint',
    deletedDateTime: null,
    applicationTemplateId: null,
    createdByAppId: '14d82eec-204b-4c2f-b7e8-296a70dab67e',
    displayName: 'B',
    identifierUris: [],
    publisherDomain: 'contoso.example',
    requiredResourceAccess: [],
    signInAudience: 'AzureADMyOrg',
    tags: [],
    api: {
      requestedAccessTokenVersion: 2,
      acceptMappedClaims: null,
      knownClientApplications: [],
      oauth2PermissionScopes: [],
      preAuthorizedApplications: [],
    },
    appRoles: [],
    keyCredentials: [],
    passwordCredentials: [],
    optionalClaims: null,
    uniqueName: null,
    web: {
      homePageUrl: null,
      logoutUrl: null,
      redirectUris: [],
      implicitGrantSettings: { enableAccessTokenIssuance: false, enableIdTokenIssuance: false },
    },
  })
  assert.equal('publicClient' in rest, false)
}

for (const version of versions) {
  for (const cast of [...spelled('agentIdentityBlueprint'), ...spelled('AgentIdentityBlueprint')]) {
    test(`POST /${version}/applications/${cast} makes a blueprint`, async () => {
      const answer = await ask('POST', `/${version}/applications/${cast}`, {
        displayName: 'B',
        ...sponsors,
      })
      assert.equal(answer.status, 201)
      isNewBlueprint(answer.body)
    })
  }
  for (const type of [
    'Microsoft.Graph.AgentIdentityBlueprint',
    'microsoft.graph.agentIdentityBlueprint',
    '#microsoft.graph.agentIdentityBlueprint',
  ]) {
    test(`POST /${version}/applications/ typed ${type} makes a blueprint`, async () => {
      const body = { '@odata.type': type, displayName: 'B', ...sponsors }
      const headers = { 'odata-version': '4.0' }
      const answer = await ask('POST', `/${version}/applications/`, body, { headers })
      assert.equal(answer.status, 201)
      isNewBlueprint(answer.body)
    })
  }
}

test('an upsert makes a blueprint, then changes it, and without Prefer finds none', async () => {
  const path = (name: string) =>
    `/v1.0/applications(uniqueName='${name}')/microsoft.graph.agentIdentityBlueprint`
  const headers = { prefer: 'create-if-missing' }
  const body = { displayName: 'Upserted', ...sponsors }
  assert.equal((await ask('PATCH', path('mine'), { displayName: 'U' })).status, 404)
  const first = await ask('PATCH', path('mine'), body, { headers })
  assert.equal(first.status, 201)
  assert.equal(first.body.uniqueName, 'mine')
  const location = first.headers.location?.replace(origin, '') ?? ''
  assert.equal((await ask('GET', location)).body.id, first.body.id)
  assert.equal((await ask('PATCH', path('mine'), { displayName: 'U' }, { headers })).status, 204)
  assert.equal((await ask('GET', path('mine'))).body.displayName, 'U')
})

for (const filter of [
  `appId eq '${made.appId}'`,
  "displayName eq 'Made'",
  "displayName eq 'Made' and signInAudience eq 'AzureADMyOrg'",
]) {
  test(`blueprints are found by ${filter}`, async () => {
    const { status, body } = await ask(
      'GET',
      `/v1.0/applications?$filter=${encodeURIComponent(filter)}`,
    )
    assert.equal(status, 200)
    assert.ok(body.value.some(({ id }: { id: string }) => id === made.blueprintId))
  })
}
