import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { seedIds } from '../directory/seed-ids.ts'
import { answerOf, askToken, control, openMock, origin, t1Request } from '../testing/mock-world.ts'

const newTenant = '99999999-0000-4000-8000-000000000001'
const minimal = { tenantId: newTenant, displayName: 'New' }
const at = `?tenant=${seedIds.contoso}`
const idp = await openMock()

test('the tenants are listed by id, name and domains', async () => {
  const { status, body } = await control(idp, 'GET', '/tenants')
  assert.equal(status, 200)
  assert.deepEqual(body, {
    tenants: [
      { tenantId: seedIds.contoso, displayName: 'Contoso', domains: ['contoso.example'] },
      { tenantId: seedIds.fabrikam, displayName: 'Fabrikam', domains: ['fabrikam.example'] },
    ],
  })
})

test('a tenant is made without a body, and its variables are answered', async () => {
  const mock = await openMock()
  const { status, body } = await control(mock, 'POST', '/tenants')
  assert.equal(status, 201)
  const env = body.env as Readonly<Record<string, string>>
  assert.equal(env.AGENTID_TENANT_ID, body.tenantId)
  assert.equal(env.AGENTID_AUTHORITY_HOST, 'https://localhost')
  const answer = await askToken(
    mock,
    {
      ...t1Request,
      client_id: env.AGENTID_BLUEPRINT_CLIENT_ID,
      client_secret: env.AGENTID_BLUEPRINT_SECRET,
      fmi_path: env.AGENTID_AGENT_ID,
    },
    { tenant: String(body.tenantId) },
  )
  assert.equal(answer.status, 200)
})

test('of a tenant whose maker wants nothing more, the id alone is answered', async () => {
  const asked = new Request(`${origin}/_mock/tenants`, {
    method: 'POST',
    headers: { prefer: 'return=minimal' },
  })
  const { status, body } = await answerOf(await idp.fetch(asked))
  assert.equal(status, 201)
  assert.deepEqual(Object.keys(body as object), ['tenantId'])
})

test('a tenant is made, described, given other objects and removed', async () => {
  const mock = await openMock()
  assert.equal((await control(mock, 'POST', '/tenants', minimal)).status, 201)
  const described = await control(mock, 'GET', `/tenants/${newTenant}`)
  assert.equal(described.body.displayName, 'New')
  assert.deepEqual(described.body.blueprints, [])
  const put = await control(mock, 'PUT', `/tenants/${newTenant}`, {
    displayName: 'Newer',
    domains: ['newer.example'],
  })
  assert.equal(put.status, 200)
  assert.equal(put.body.tenantId, newTenant)
  const again = await control(mock, 'GET', '/tenants/newer.example')
  assert.equal(again.body.displayName, 'Newer')
  const removed = await control(mock, 'DELETE', `/tenants/${newTenant}`)
  assert.equal(removed.status, 204)
  assert.equal((await control(mock, 'GET', `/tenants/${newTenant}`)).status, 404)
})

test('the control API answers only local programs', async () => {
  const here = `${origin}/_mock/tenants`
  for (const [url, headers] of [
    ['https://idp.example/_mock/tenants', {}],
    [here, { 'sec-fetch-site': 'cross-site' }],
    [here, { 'sec-fetch-site': 'same-site' }],
    [here, { origin: 'https://localhost:3000' }],
    [here, { origin: 'http://localhost' }],
    [here, { origin: 'https://evil.example' }],
    [here, { origin: 'null' }],
    [here, { origin, 'sec-fetch-site': 'same-site' }],
  ] as const) {
    const { status, body } = await answerOf(await idp.fetch(new Request(url, { headers })))
    assert.equal(status, 403)
    assert.deepEqual(body, { error: 'the control API answers only local programs', problems: [] })
  }
})

test('the control API answers a page of the mock itself', async () => {
  const headers = { origin, 'sec-fetch-site': 'same-origin' }
  const asked = new Request(`${origin}/_mock/tenants`, { headers })
  assert.equal((await idp.fetch(asked)).status, 200)
})

test('a body that a page could send without asking is refused', async () => {
  const url = `${origin}/_mock/clock?tenant=${seedIds.contoso}`
  for (const contentType of [
    'text/plain;charset=UTF-8',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'text/plain; application/json',
  ]) {
    const init = { method: 'PUT', headers: { 'content-type': contentType }, body: '{}' }
    const { status, body } = await answerOf(await idp.fetch(new Request(url, init)))
    assert.equal(status, 415)
    assert.deepEqual(body, {
      error: 'send the body with the header Content-Type: application/json',
      problems: [],
    })
  }
  const json = 'application/json; charset=utf-8'
  const init = { method: 'PUT', headers: { 'content-type': json }, body: '{}' }
  assert.equal((await idp.fetch(new Request(url, init))).status, 200)
})

test('a control token is demanded where there is one', async () => {
  const mock = await openMock({ controlToken: 'a-token' })
  const ask = async (headers: Record<string, string>) =>
    answerOf(await mock.fetch(new Request(`${origin}/_mock/tenants`, { headers })))
  for (const authorization of [undefined, 'Bearer another', 'Basic YTpi', 'Bearer ']) {
    const { status, body } = await ask(authorization ? { authorization } : {})
    assert.equal(status, 401)
    assert.deepEqual(body, {
      error: 'the control API requires its token: send Authorization: Bearer <token>',
      problems: [],
    })
  }
  assert.equal((await ask({ authorization: 'Bearer a-token' })).status, 200)
})

test('any body on any path is answered, and never with a 500', async () => {
  const mock = await openMock({ sleep: async () => {} })
  const operation = fc.constantFrom(
    ['POST', '/tenants'],
    ['PUT', `/tenants/${seedIds.contoso}`],
    ['PUT', `/clock${at}`],
    ['POST', `/faults${at}`],
    ['PUT', `/rules${at}`],
    ['PUT', `/lifetimes${at}`],
    ['PUT', `/chaos${at}`],
  )
  const member = fc.constantFrom(
    'displayName',
    'domains',
    'status',
    'headers',
    'body',
    'offsetSeconds',
    'frozen',
    'times',
    'relaxedRules',
    'change',
    'omit',
    'refuse',
    'skip',
    'delayMs',
    't1Seconds',
    'seed',
    'tenantId',
    'resources',
    'blueprints',
  )
  const body = fc.oneof(
    fc.json(),
    fc.string(),
    fc.dictionary(member, fc.jsonValue()).map((one) => JSON.stringify(one)),
  )
  await fc.assert(
    fc.asyncProperty(operation, body, async ([method = '', path = ''], text) => {
      const { status } = await control(mock, method, path, text)
      assert.ok(status < 500, String(status))
      await askToken(mock, t1Request)
    }),
  )
})
