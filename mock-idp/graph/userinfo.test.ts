import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import { control, openMock, origin } from '../testing/mock-world.ts'

const { contoso, bea, desk } = seedIds
const mock = await openMock()

async function tokenWith(scopes: readonly string[], client: string = desk): Promise<string> {
  const order = { kind: 'user', user: bea, client, audience: 'https://graph.microsoft.com', scopes }
  const { body } = await control(mock, 'POST', `/tokens?tenant=${contoso}`, order)
  return String(body.token)
}

async function ask(token: string | undefined, method = 'GET', host = origin) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const response = await mock.fetch(new Request(`${host}/oidc/userinfo`, { method, headers }))
  const text = await response.text()
  return {
    response,
    body: text === '' ? {} : JSON.parse(text),
    rule: response.headers.get('x-mock-rule'),
  }
}

test('with every scope it says who the user is, by GET and by POST', async () => {
  const admin = await mock.graphToken({ tenantId: contoso, origin, scopes: ['User.ReadWrite.All'] })
  const headers = { authorization: `Bearer ${admin}`, 'content-type': 'application/json' }
  const names = { givenName: 'Bea', surname: 'Baker', mail: 'bea@contoso.example' }
  const url = `${origin}/v1.0/users/${bea}`
  await mock.fetch(new Request(url, { method: 'PATCH', headers, body: JSON.stringify(names) }))
  const token = await tokenWith(['openid', 'profile', 'email'])
  for (const method of ['GET', 'POST']) {
    const { response, body } = await ask(token, method)
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('content-type'), 'application/json')
    const { sub, ...rest } = body
    assert.match(sub, /^[\w-]{43}$/)
    assert.deepEqual(rest, {
      name: 'Bea Baker',
      family_name: 'Baker',
      given_name: 'Bea',
      picture: `${origin}/v1.0/me/photo/$value`,
      email: 'bea@contoso.example',
    })
  }
})

test('it is the same subject as in the id_token of the client, and another for another client', async () => {
  const order = { kind: 'idToken', user: bea, client: desk }
  const made = await control(mock, 'POST', `/tokens?tenant=${contoso}`, order)
  const claims = JSON.parse(atob(String(made.body.token).split('.')[1] ?? ''))
  assert.equal((await ask(await tokenWith(['openid']))).body.sub, claims.sub)
  const other = await ask(await tokenWith(['openid'], seedIds.intranet))
  assert.notEqual(other.body.sub, claims.sub)
})

test('with the scope openid alone it says no name', async () => {
  const { body } = await ask(await tokenWith(['openid']))
  assert.deepEqual(Object.keys(body), ['sub', 'picture'])
})

test('it answers under the name of Microsoft Graph too', async () => {
  const { body } = await ask(await tokenWith(['openid']), 'GET', 'https://graph.microsoft.com')
  assert.equal(body.picture, 'https://graph.microsoft.com/v1.0/me/photo/$value')
})

const withoutUser = await mock.graphToken({
  tenantId: contoso,
  origin,
  clientId: desk,
  roles: ['openid'],
})

for (const [what, token, method, status, rule] of [
  ['no token', undefined, 'GET', 401, 'GRAPH-TOKEN-PRESENT'],
  ['what is no token', 'made-up', 'GET', 401, 'GRAPH-TOKEN-GENUINE'],
  [
    'a token without the scope openid',
    await tokenWith(['User.Read']),
    'GET',
    403,
    'USERINFO-SCOPE',
  ],
  ['a token without a user', withoutUser, 'GET', 403, 'USERINFO-SCOPE'],
  ['another method', await tokenWith(['openid']), 'PUT', 405, 'GRAPH-METHOD'],
] as const) {
  test(`${what} is refused in the form of Microsoft Graph`, async () => {
    const refused = await ask(token, method)
    assert.equal(refused.response.status, status)
    assert.equal(refused.rule, rule)
    assert.ok(refused.body.error.code)
    assert.equal(refused.response.headers.has('www-authenticate'), status === 401)
  })
}
