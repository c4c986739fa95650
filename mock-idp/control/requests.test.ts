import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds, seedSecrets } from '../directory/seed-ids.ts'
import type { JournalEntry } from '../journal/journal.ts'
import {
  askToken,
  control,
  type Mock,
  openMock,
  origin,
  redemption,
  t1Request,
  tokenOf,
} from '../testing/mock-world.ts'

async function requests(mock: Mock, query: string): Promise<readonly JournalEntry[]> {
  const { body } = await control(mock, 'GET', `/requests?${query}`)
  return body.requests as readonly JournalEntry[]
}

const get = (mock: Mock, path: string) => mock.fetch(new Request(`${origin}${path}`))
const shown = (entries: readonly JournalEntry[]) =>
  entries.map(({ endpoint, tenantId, httpStatus }) => [endpoint, tenantId, httpStatus])

const { contoso, fabrikam } = seedIds

test('the journal of a tenant holds every endpoint, numbered together', async () => {
  const mock = await openMock()
  await get(mock, `/${contoso}/v2.0/.well-known/openid-configuration`)
  await get(mock, '/contoso.example/discovery/keys')
  const authority = encodeURIComponent(`https://localhost/${contoso}/oauth2/v2.0/authorize`)
  await get(mock, `/common/discovery/instance?authorization_endpoint=${authority}`)
  await askToken(mock, t1Request)
  await get(mock, `/${contoso}/metadata/identity/oauth2/token?api-version=2018-02-01&resource=x`)
  const entries = await requests(mock, `tenant=${contoso}`)
  assert.deepEqual(shown(entries), [
    ['discovery', contoso, 200],
    ['keys', contoso, 200],
    ['instance', contoso, 200],
    ['token', contoso, 200],
    ['managedIdentity', contoso, 400],
  ])
  assert.deepEqual(
    entries.map(({ sequence }) => sequence),
    [1, 2, 3, 4, 5],
  )
  const [document, , instance, token] = entries
  assert.deepEqual(document?.outcome, { answered: 'discovery' })
  assert.equal(document?.stage, 'answered')
  assert.equal(instance?.query.authorization_endpoint, decodeURIComponent(authority))
  assert.equal(token?.host, 'localhost')
  assert.equal(token?.expiresIn, 3599)
})

const strays = [
  ['/unknown.example/oauth2/v2.0/token', 'token', undefined, 400],
  ['/common/oauth2/v2.0/token', 'token', undefined, 400],
  ['/unknown.example/v2.0/.well-known/openid-configuration', 'discovery', undefined, 400],
  ['/common/v2.0/.well-known/openid-configuration', 'discovery', undefined, 200],
  ['/discovery/v2.0/keys', 'keys', undefined, 200],
  [
    '/common/discovery/instance?authorization_endpoint=https://idp.example/x',
    'instance',
    undefined,
    400,
  ],
  ['/unknown.example/metadata/identity/oauth2/token', 'managedIdentity', undefined, 400],
  ['/msi/token', 'managedIdentity', undefined, 403],
  ['/favicon.ico', 'unknown', undefined, 404],
  [`/${contoso}/oauth2/token`, 'unknown', contoso, 404],
] as const

for (const [path, ...expected] of strays) {
  test(`a request for ${path} is a stray`, async () => {
    const mock = await openMock()
    await get(mock, path)
    assert.deepEqual(shown(await requests(mock, 'tenant=unknown')), [expected])
    assert.deepEqual(await requests(mock, `tenant=${contoso}`), [])
    await control(mock, 'DELETE', '/requests?tenant=unknown')
    assert.deepEqual(await requests(mock, 'tenant=unknown'), [])
  })
}

test('a client is found in every tenant and among the strays, oldest first', async () => {
  const now = { ms: Date.UTC(2026, 10, 23, 12) }
  const mock = await openMock({ now: () => now.ms })
  await control(mock, 'PUT', `/clock?tenant=${fabrikam}`, { offsetSeconds: 60 })
  await askToken(mock, t1Request, { tenant: fabrikam })
  await askToken(mock, t1Request, { tenant: 'unknown.example' })
  await askToken(mock, { ...t1Request, client_id: seedIds.courier })
  await askToken(mock, t1Request)
  now.ms -= 1000
  await askToken(mock, { ...t1Request, client_id: seedIds.concierge.toUpperCase() })
  const entries = await requests(mock, `client=${seedIds.concierge}`)
  assert.deepEqual(
    entries.map(({ tenantId, time }) => [tenantId, time.slice(11, 19)]),
    [
      [contoso, '11:59:59'],
      [undefined, '12:00:00'],
      [contoso, '12:00:00'],
      [fabrikam, '12:01:00'],
    ],
  )
  const here = await requests(mock, `client=${seedIds.concierge}&tenant=${fabrikam}`)
  assert.equal(here.length, 1)
})

test('a client is named by HTTP Basic or by its assertion too, in any letter case', async () => {
  const mock = await openMock()
  const { client_id: _, client_secret: __, ...rest } = t1Request
  const basic = Buffer.from(`${seedIds.concierge}:${seedSecrets.concierge}`).toString('base64')
  await askToken(mock, rest, { headers: { authorization: `Basic ${basic}` } })
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  for (const claims of [{ iss: seedIds.concierge.toUpperCase() }, { sub: seedIds.concierge }]) {
    const jwt = `${encode({ alg: 'PS256' })}.${encode(claims)}.c2lnbmF0dXJl`
    await askToken(mock, { ...rest, client_assertion: jwt })
  }
  const entries = await requests(mock, `client=${seedIds.concierge.toUpperCase()}`)
  assert.deepEqual(
    entries.map(({ credentials }) => credentials),
    [['basic'], ['client_assertion'], ['client_assertion']],
  )
})

test('a token request that went to a wrong path is known by its form', async () => {
  const mock = await openMock()
  const body = new URLSearchParams({ client_id: seedIds.concierge, client_secret: 'canary' })
  await mock.fetch(new Request(`${origin}/${contoso}/oauth2/token`, { method: 'POST', body }))
  const [entry] = await requests(mock, `client=${seedIds.concierge}`)
  assert.equal(entry?.endpoint, 'unknown')
  assert.equal(entry?.tenantId, contoso)
  assert.deepEqual(entry?.parameters, { client_id: seedIds.concierge, client_secret: '***' })
  assert.deepEqual(entry?.credentials, ['client_secret'])
})

const unnamed = [
  ['a client secret', () => ({ client_secret: seedSecrets.concierge }), seedIds.concierge],
  ['T1', (t1: string) => ({ token: t1 }), seedIds.booking],
] as const

for (const [what, formOf, owner] of unnamed) {
  test(`who names no client and no tenant is found by ${what}`, async () => {
    const mock = await openMock()
    const t1 = tokenOf(await askToken(mock, t1Request))
    const body = new URLSearchParams(formOf(t1))
    await mock.fetch(new Request(`${origin}/oauth2/v2.0/revoke`, { method: 'POST', body }))
    const found = (await requests(mock, `client=${owner}`)).filter(
      ({ endpoint }) => endpoint === 'unknown',
    )
    assert.deepEqual(
      found.map(({ path, parameters }) => [path, Object.values(parameters)]),
      [['/oauth2/v2.0/revoke', ['***']]],
    )
  })
}

test('a form that was refused for a repetition is shown all the same', async () => {
  const mock = await openMock()
  const body = `client_id=${seedIds.concierge}&client_secret=one-canary&client_secret=two-canary&scope=a`
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  await mock.fetch(
    new Request(`${origin}/${contoso}/oauth2/v2.0/token`, { method: 'POST', body, headers }),
  )
  const [entry] = await requests(mock, `client=${seedIds.concierge}`)
  assert.deepEqual(entry?.repeatedParameters, ['client_secret'])
  assert.deepEqual(entry?.credentials, ['client_secret', 'client_secret'])
  assert.deepEqual(Object.keys(entry?.parameters ?? {}), ['client_id', 'client_secret', 'scope'])
  assert.ok(!JSON.stringify(entry).includes('canary'))
})

test('a client secret in the place of another parameter is hidden, even of another client', async () => {
  const mock = await openMock()
  await askToken(mock, { ...t1Request, scope: seedSecrets.concierge })
  await askToken(mock, { ...t1Request, fmi_path: seedSecrets.courier })
  const t1 = tokenOf(await askToken(mock, t1Request))
  await askToken(mock, redemption(t1, { scope: seedSecrets.concierge }))
  await askToken(mock, { ...t1Request, scope: seedSecrets.courier }, { tenant: 'unknown.example' })
  await askToken(mock, { scope: seedSecrets.concierge }, { tenant: fabrikam })
  assert.equal((await requests(mock, `tenant=${fabrikam}`)).length, 1)
  const everything = JSON.stringify(
    await Promise.all([contoso, fabrikam, 'unknown'].map((one) => requests(mock, `tenant=${one}`))),
  )
  for (const secret of Object.values(seedSecrets)) assert.ok(!everything.includes(secret), secret)
})

test('a client that is not named is asked for', async () => {
  const { status, body } = await control(await openMock(), 'GET', '/requests?client=')
  assert.equal(status, 400)
  assert.deepEqual(body, { error: 'name the client: ?client=<client id>', problems: [] })
})
