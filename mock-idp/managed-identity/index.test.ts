import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds, seedSecrets } from '../directory/seed-ids.ts'
import { askMachine } from '../testing/ask-machine.ts'
import { claimsOf, control, headerOf, mockOfContoso, openMock } from '../testing/mock-world.ts'

const exchange = 'api://AzureADTokenExchange'
const idp = await openMock()
const metadata = { metadata: 'true' }
const ask = askMachine(idp)
const header = { 'x-identity-header': seedSecrets.identityHeader }

const imds = '/metadata/identity/oauth2/token'
const appService = '/msi/token'
const version = { 'api-version': '2018-02-01' }
const query = { ...version, resource: exchange }

const durations = { expires_in: '86400', ext_expires_in: '86399' }

for (const [name, path, headers, more] of [
  ['the instance metadata service', imds, metadata, durations],
  ['App Service', appService, header, {}],
] as const) {
  test(`${name} answers with strings`, async () => {
    const { status, headers: sent, body } = await ask(path, query, headers)
    assert.equal(status, 200)
    assert.equal(sent.get('cache-control'), 'no-store')
    const { access_token, ...rest } = body
    assert.match(String(access_token), /^[\w-]+\.[\w-]+\.[\w-]+$/)
    assert.deepEqual(rest, {
      client_id: '40000000-c0de-4a11-8000-000000000001',
      ...more,
      expires_on: '1795521600',
      not_before: '1795434900',
      resource: 'api://AzureADTokenExchange',
      token_type: 'Bearer',
    })
  })
}

test('a token for the exchange has exactly the claims of a managed identity', async () => {
  const { body } = await ask(imds, query, metadata)
  const claims = claimsOf(String(body.access_token))
  assert.equal(
    Object.keys(claims).sort().join(' '),
    'aio aud azp azpacr exp iat idtyp iss nbf oid rh sub tid uti ver xms_ftd',
  )
  assert.equal(claims.iss, `http://localhost:50342/${seedIds.contoso}/v2.0`)
  assert.equal(claims.azp, seedIds.managedIdentity)
  assert.equal(claims.oid, seedIds.managedIdentityPrincipal)
  assert.equal(claims.sub, claims.oid)
  assert.equal(claims.azpacr, '2')
  assert.equal(claims.idtyp, 'app')
  assert.equal(Number(claims.exp) - Number(claims.iat), 86_700)
})

test('the resource decides the form of a managed identity token', async () => {
  const { body } = await ask(imds, { ...query, resource: 'https://graph.microsoft.com/' }, metadata)
  assert.equal(body.resource, 'https://graph.microsoft.com/')
  const claims = claimsOf(String(body.access_token))
  assert.equal(claims.aud, 'https://graph.microsoft.com/')
  assert.equal(claims.appid, seedIds.managedIdentity)
  assert.equal(claims.ver, '1.0')
  assert.equal(headerOf(String(body.access_token)).x5t, headerOf(String(body.access_token)).kid)
})

test('an identity is named by client id, by principal id or by resource id', async () => {
  for (const named of [
    { client_id: seedIds.managedIdentity.toUpperCase() },
    { object_id: seedIds.managedIdentityPrincipal },
    { principal_id: seedIds.managedIdentityPrincipal },
    { msi_res_id: '/subscriptions/s/resourceGroups/g/providers/p/concierge-host' },
    { mi_res_id: '/x/concierge-host' },
  ]) {
    const { status, body } = await ask(imds, { ...query, ...named }, metadata)
    assert.equal(status, 200)
    assert.equal(body.client_id, seedIds.managedIdentity)
  }
})

test('a tenant in the path has identities of its own only', async () => {
  const path = (tenant: string) => `/${tenant}/metadata/identity/oauth2/token`
  assert.equal((await ask(path('contoso.example'), query, metadata)).status, 200)
  assert.equal((await ask(path('fabrikam.example'), query, metadata)).rule, 'MI-IDENTITY')
  assert.equal((await ask(path('unknown.example'), query, metadata)).rule, 'MI-IDENTITY')
})

test('the path of the instance metadata service may end with a slash', async () => {
  for (const path of [`${imds}/`, `/contoso.example${imds}/`]) {
    const { status, body } = await ask(path, query, metadata)
    assert.equal(status, 200)
    assert.equal(body.client_id, seedIds.managedIdentity)
  }
  assert.equal((await ask(`${imds}//`, query, metadata)).status, 404)
  assert.equal((await ask(`${appService}/`, query, header)).status, 404)
})

test('App Service refuses a request without its header, and sends no body', async () => {
  for (const headers of [{}, { 'x-identity-header': 'another' }]) {
    const answer = await ask(appService, query, headers)
    assert.equal(answer.status, 403)
    assert.equal(answer.rule, 'MI-HEADER')
    assert.deepEqual(answer.body, { text: '' })
  }
})

test('App Service refuses with a status and a message', async () => {
  const unknown = await ask(appService, { ...query, client_id: seedIds.concierge }, header)
  assert.equal(unknown.rule, 'MI-APP-SERVICE-IDENTITY')
  assert.deepEqual(unknown.body, {
    statusCode: 400,
    message:
      'No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.',
  })
  const { body } = await ask(appService, version, header)
  assert.deepEqual(body, {
    statusCode: 400,
    message: "Required query variable 'resource' is missing",
  })
})

test('a disabled identity and one that is not of the system are no default', async () => {
  for (const change of [{ enabled: false }, { systemAssigned: false }]) {
    const mock = await mockOfContoso((tenant) => ({
      ...tenant,
      managedIdentities: tenant.managedIdentities?.map((one) => ({ ...one, ...change })) ?? [],
    }))
    assert.equal((await ask(imds, query, metadata, { mock })).rule, 'MI-IDENTITY')
  }
})

test('a rule that a tenant does without lets the request through', async () => {
  const mock = await openMock()
  await control(mock, 'PUT', '/rules?tenant=contoso.example', { relaxedRules: ['MI-METHOD'] })
  assert.equal((await ask(imds, query, metadata, { method: 'POST', mock })).status, 200)
})

test('a managed identity token names the roles of its resource, and no others', async () => {
  const mock = await mockOfContoso((tenant) => ({
    ...tenant,
    managedIdentities: (tenant.managedIdentities ?? []).map((one) => ({
      ...one,
      appRoles: [
        { resource: seedIds.ordersApi, role: 'Orders.Read' },
        { resource: seedIds.ledgerApi, role: 'Ledger.Read' },
      ],
    })),
  }))
  const rolesAt = async (resource: string) => {
    const { body } = await ask(imds, { ...query, resource }, metadata, { mock })
    return claimsOf(String(body.access_token)).roles
  }
  assert.deepEqual(await rolesAt(`api://${seedIds.ordersApi}`), ['Orders.Read'])
  assert.equal(await rolesAt(exchange), undefined)
})

test('each sandbox has an App Service endpoint of its own', async () => {
  const mock = await openMock()
  const { tenantId, managedIdentities } = await mock.tenants.create()
  const { body } = await ask(appService, query, { 'x-identity-header': tenantId }, { mock })
  assert.equal(body.client_id, managedIdentities[0]?.clientId)
})

test('a managed identity endpoint can be busy, once', async () => {
  const mock = await mockOfContoso((tenant) => tenant)
  const fault = { endpoint: 'managedIdentity', status: 503 }
  await control(mock, 'POST', '/faults?tenant=contoso.example', fault)
  assert.equal((await ask(appService, query, header, { mock })).status, 503)
  assert.equal((await ask(appService, query, header, { mock })).status, 200)
})
