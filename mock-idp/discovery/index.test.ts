import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import { answerOf, control, openMock } from '../testing/mock-world.ts'

const entra = 'https://login.microsoftonline.com'
const idp = await openMock()
const get = async (url: string, headers: Record<string, string> = {}) =>
  answerOf(await idp.fetch(new Request(url, { headers })))
const configuration = (name: string, version = '/v2.0') =>
  get(`${entra}/${name}${version}/.well-known/openid-configuration`)
type Key = Readonly<Record<string, unknown>>
const keysOf = ({ body }: { readonly body: Readonly<Record<string, unknown>> }) =>
  body.keys as readonly Key[]

test('a tenant has the same document under its id and under its domains', async () => {
  const byId = await configuration(seedIds.contoso)
  assert.equal(byId.status, 200)
  assert.equal(byId.body.issuer, `${entra}/${seedIds.contoso}/v2.0`)
  assert.equal(byId.body.token_endpoint, `${entra}/${seedIds.contoso}/oauth2/v2.0/token`)
  assert.deepEqual((await configuration('Contoso.Example')).body, byId.body)
})

test('each tenant names its own region', async () => {
  const { body } = await configuration('fabrikam.example')
  assert.equal(body.tenant_region_scope, 'EU')
})

for (const name of ['common', 'organizations']) {
  test(`the document of ${name} has a place holder for the tenant`, async () => {
    const { body } = await configuration(name)
    assert.equal(body.issuer, 'https://login.microsoftonline.com/{tenantid}/v2.0')
    assert.equal(body.tenant_region_scope, null)
    assert.equal(body.jwks_uri, `${entra}/${name}/discovery/v2.0/keys`)
    const v1 = await configuration(name, '')
    assert.equal(v1.body.issuer, 'https://sts.windows.net/{tenantid}/')
  })
}

test('a document is about the origin under which it was asked', async () => {
  const url = `https://localhost:8443/${seedIds.contoso}/v2.0/.well-known/openid-configuration`
  const { body } = await get(url)
  assert.equal(body.issuer, `https://localhost:8443/${seedIds.contoso}/v2.0`)
})

test('discovery may be cached for a day and read from any page', async () => {
  for (const path of [
    '/common/v2.0/.well-known/openid-configuration',
    '/common/discovery/v2.0/keys',
    `/common/discovery/instance?authorization_endpoint=${entra}/common`,
  ]) {
    const { status, headers } = await get(`${entra}${path}`)
    assert.equal(status, 200)
    assert.equal(headers.get('cache-control'), 'max-age=86400, private')
    assert.equal(headers.get('access-control-allow-origin'), '*')
    assert.equal(headers.get('access-control-allow-methods'), 'GET, OPTIONS')
    assert.equal(headers.get('content-type'), 'application/json')
  }
})

test('an unknown tenant has no document and no keys', async () => {
  for (const path of ['v2.0/.well-known/openid-configuration', 'discovery/v2.0/keys']) {
    const { status, rule, body } = await get(`${entra}/unknown.example/${path}`)
    assert.equal(status, 400)
    assert.equal(rule, 'DISC-TENANT')
    assert.equal(body.error, 'invalid_tenant')
    assert.deepEqual(body.error_codes, [90002])
    assert.equal(body.error_uri, 'https://login.microsoftonline.com/error?code=90002')
  }
})

test('a name that no tenant can have is refused as such', async () => {
  const { rule, body } = await configuration('contoso')
  assert.equal(rule, 'TENANT-NAME')
  assert.deepEqual(body.error_codes, [900023])
})

test('a refusal repeats the correlation id of its request if it is a GUID', async () => {
  const url = `${entra}/unknown.example/discovery/v2.0/keys`
  const id = '76543210-ba98-4dec-90f1-32547698badc'
  const answer = await get(url, { 'client-request-id': id })
  assert.equal(answer.body.correlation_id, id)
  assert.equal(answer.headers.get('x-ms-request-id'), answer.body.trace_id)
  const other = await get(url, { 'client-request-id': 'no guid' })
  assert.notEqual(other.body.correlation_id, other.body.trace_id)
  assert.notEqual(other.body.correlation_id, 'no guid')
})

test('the keys of a tenant have an issuer in version 2 and none in version 1', async () => {
  const [v2] = keysOf(await get(`${entra}/${seedIds.contoso}/discovery/v2.0/keys`))
  assert.equal(v2?.issuer, 'https://login.microsoftonline.com/{tenantid}/v2.0')
  assert.equal(v2?.kid, v2?.x5t)
  assert.equal('alg' in (v2 ?? {}), false)
  const { issuer: _, ...rest } = v2 ?? {}
  assert.deepEqual(keysOf(await get(`${entra}/${seedIds.contoso}/discovery/keys`)), [rest])
})

test('the keys under a shared name and under none are those of all tenants', async () => {
  const mock = await openMock()
  await control(mock, 'POST', `/keys?tenant=${seedIds.contoso}`)
  const kids = async (path: string) =>
    keysOf(await answerOf(await mock.fetch(new Request(`${entra}${path}`)))).map(({ kid }) => kid)
  const shared = await kids('/common/discovery/v2.0/keys')
  assert.equal(shared.length, 2)
  assert.deepEqual(await kids('/discovery/v2.0/keys'), shared)
  assert.deepEqual(await kids('/discovery/keys'), shared)
  const [atStart] = shared
  assert.deepEqual(await kids(`/${seedIds.fabrikam}/discovery/v2.0/keys`), [atStart])
  const own = await kids(`/${seedIds.contoso}/discovery/v2.0/keys`)
  assert.deepEqual(own.toReversed(), shared)
})

const instance = (endpoint: string) =>
  get(
    `https://localhost:8443/common/discovery/instance?api-version=1.1&authorization_endpoint=${encodeURIComponent(endpoint)}`,
  )

test('instance discovery knows the hosts of Entra and its own', async () => {
  for (const host of ['https://login.microsoftonline.com', 'https://localhost:8443']) {
    const { status, body } = await instance(`${host}/contoso.example/oauth2/v2.0/authorize`)
    assert.equal(status, 200)
    assert.equal(
      body.tenant_discovery_endpoint,
      `${host}/contoso.example/v2.0/.well-known/openid-configuration`,
    )
  }
})

test('instance discovery refuses any other host', async () => {
  for (const endpoint of ['https://idp.example/common', 'no url', '']) {
    const { status, rule, body } = await instance(endpoint)
    assert.equal(status, 400)
    assert.equal(rule, 'DISC-INSTANCE')
    assert.equal(body.error, 'invalid_instance')
    assert.deepEqual(body.error_codes, [50049])
    assert.equal(body.error_uri, 'https://localhost:8443/error?code=50049')
  }
})

test('any other path is refused with the path that was meant', async () => {
  const { status, rule, body } = await get(`${entra}/contoso.example/oauth2/v2.0/tokens`)
  assert.equal(status, 404)
  assert.equal(rule, 'REQ-PATH')
  assert.match(
    String(body.error_description),
    /^AADSTS90023: Nothing is served at '\/contoso\.example\/oauth2\/v2\.0\/tokens'\. The nearest known path is '\/\{tenant\}\/oauth2\/v2\.0\/token'\./,
  )
})
