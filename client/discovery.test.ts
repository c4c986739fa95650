import assert from 'node:assert/strict'
import { test } from 'node:test'
import { settingsFrom } from './client-options.ts'
import { clientSecret } from './credentials/client-secret.ts'
import { createNetwork } from './network.ts'
import {
  authorityHost,
  blueprint,
  createFakeIdentityProvider,
  json,
  tenantId,
} from './testing/fake-identity-provider.ts'

const never = new AbortController().signal
const otherTenant = '55555555-5555-4555-8555-555555555555'
const endpoint = `${authorityHost}/${tenantId}/oauth2/v2.0/token`
const good = { issuer: `${authorityHost}/${tenantId}/v2.0`, token_endpoint: endpoint }

const setUp = () => {
  const fake = createFakeIdentityProvider()
  const settings = settingsFrom({
    ...fake.ports,
    authorityHost,
    tenantId,
    blueprintClientId: blueprint,
    credential: clientSecret('Zq8~canary'),
  })
  return { ...fake, ...createNetwork(settings) }
}

test('the token endpoint is read from the configuration of the tenant', async () => {
  const { discover, requests } = setUp()
  assert.equal(await discover(tenantId, never), endpoint)
  assert.equal(
    requests[0]?.url.href,
    `${authorityHost}/${tenantId}/v2.0/.well-known/openid-configuration`,
  )
})

test('it is read once for all who ask at the same time, and then for a day', async () => {
  const { discover, requests, advance } = setUp()
  await Promise.all(Array.from({ length: 20 }, () => discover(tenantId, never)))
  advance(86_399)
  await discover(tenantId, never)
  assert.equal(requests.length, 1)
  advance(1)
  await discover(tenantId, never)
  assert.equal(requests.length, 2)
})

test('each tenant has its own', async () => {
  const { discover } = setUp()
  await discover(tenantId, never)
  assert.equal(
    await discover(otherTenant, never),
    `${authorityHost}/${otherTenant}/oauth2/v2.0/token`,
  )
})

test('a failure is remembered for half a minute, and not longer', async () => {
  const { discover, answerNext, requests, advance } = setUp()
  answerNext('discovery', () => json({ error: 'invalid_tenant' }, 400))
  await assert.rejects(discover(tenantId, never), { step: 'discovery', error: 'invalid_tenant' })
  advance(29)
  await assert.rejects(discover(tenantId, never), { step: 'discovery', error: 'invalid_tenant' })
  assert.equal(requests.length, 1)
  advance(1)
  assert.equal(await discover(tenantId, never), endpoint)
})

test('an abort is not remembered', async () => {
  const { discover } = setUp()
  await assert.rejects(discover(tenantId, AbortSignal.abort(new Error('enough'))))
  assert.equal(await discover(tenantId, never), endpoint)
})

test('the issuer of Entra itself is accepted from another host', async () => {
  const { discover, answerNext } = setUp()
  const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`
  answerNext('discovery', () => json({ ...good, issuer }))
  assert.equal(await discover(tenantId, never), endpoint)
})

test('a domain name may be answered with the GUID of its tenant', async () => {
  const { discover, answerNext } = setUp()
  answerNext('discovery', () => json(good))
  assert.equal(await discover('contoso.example', never), endpoint)
})

const untrustworthy: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['is on another host', { token_endpoint: endpoint.replace('login.', 'evil.') }],
  ['is plain http', { token_endpoint: endpoint.replace('https', 'http') }],
  ['is on another port', { token_endpoint: endpoint.replace('example', 'example:444') }],
  ['is of another tenant', { token_endpoint: endpoint.replace(tenantId, otherTenant) }],
  ['has a query', { token_endpoint: `${endpoint}?client_secret=` }],
  ['has a user name', { token_endpoint: endpoint.replace('//', '//user@') }],
  ['is missing', { token_endpoint: undefined }],
  ['is a number', { token_endpoint: 7 }],
  ['comes with no issuer', { issuer: undefined }],
  [
    'comes with the issuer of another tenant',
    { issuer: good.issuer.replace(tenantId, otherTenant) },
  ],
  ['comes with the issuer of another host', { issuer: good.issuer.replace('login.', 'evil.') }],
  ['comes with the issuer template of common', { issuer: `${authorityHost}/{tenantid}/v2.0` }],
]

for (const [what, change] of untrustworthy) {
  test(`a token endpoint that ${what} gets nothing`, async () => {
    const { discover, answerNext } = setUp()
    answerNext('discovery', () => json({ ...good, ...change }))
    await assert.rejects(discover(tenantId, never), {
      name: 'TokenRequestError',
      step: 'discovery',
      reason: 'unusable-answer',
    })
  })
}
