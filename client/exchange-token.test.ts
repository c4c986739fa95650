import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { decodeJwt } from 'jose'
import { assertionFile } from './credentials/assertion-file.ts'
import { certificate } from './credentials/certificate.ts'
import type { Credential } from './credentials/credential.ts'
import { managedIdentity } from './credentials/managed-identity.ts'
import { booking, json, throttled } from './testing/fake-identity-provider.ts'
import { makeCertificate } from './testing/make-certificate.ts'
import { setUpClient, wanted } from './testing/test-client.ts'

const otherTenant = '55555555-5555-4555-8555-555555555555'

test('an assertion is signed for the URL it is posted to, anew for each attempt', async () => {
  const { client, sentTo, answerNext } = setUpClient({
    credential: certificate(await makeCertificate()),
  })
  answerNext('exchange-token', () => throttled('5'))
  await client.acquireToken({ ...wanted, tenantId: otherTenant })
  const claims = sentTo('exchange-token').map(({ url, form }) => {
    const { aud, jti } = decodeJwt(form.client_assertion ?? '')
    assert.equal(aud, url.href)
    return jti
  })
  assert.equal(new Set(claims).size, 2)
})

test('a managed identity is asked no more often than T1', async () => {
  const { client, stepsSent, sentTo, answerNext } = setUpClient({
    credential: managedIdentity({ source: 'imds' }),
  })
  await client.acquireToken(wanted)
  await client.acquireToken({ ...wanted, scope: 'api://other/.default' })
  assert.deepEqual(stepsSent(), [
    'discovery',
    'managed-identity',
    'exchange-token',
    'agent-token',
    'agent-token',
  ])
  const [asked] = sentTo('managed-identity')
  assert.equal(asked?.headers.metadata, 'true')
  assert.equal(sentTo('exchange-token')[0]?.form.client_assertion, 'managed-identity-assertion')

  answerNext('exchange-token', () => json({ error: 'invalid_client' }, 401))
  await assert.rejects(client.acquireToken({ ...wanted, forceRefresh: true }))
  assert.equal(sentTo('managed-identity').length, sentTo('exchange-token').length)
})

test('a managed identity endpoint that is busy is asked again, and a refusal is final', async () => {
  const { client, answerNext, sleeps, sentTo } = setUpClient({
    credential: managedIdentity({ source: 'imds' }),
  })
  answerNext('managed-identity', () => throttled('3'))
  await client.acquireToken(wanted)
  assert.deepEqual(sleeps, [3000])
  answerNext('managed-identity', () => json({ error: 'invalid_request' }, 400))
  await assert.rejects(client.acquireToken({ ...wanted, forceRefresh: true }), {
    step: 'managed-identity',
    reason: 'refused',
    httpStatus: 400,
    error: 'invalid_request',
  })
  assert.equal(sentTo('managed-identity').length, 3)
})

test('a managed identity that is down fails once, not once for each attempt of T1', async () => {
  const { client, answerNext, sentTo } = setUpClient({
    credential: managedIdentity({ source: 'imds' }),
  })
  const down = () => json({}, 500)
  answerNext('managed-identity', down, down, down)
  await assert.rejects(client.acquireToken(wanted), { step: 'managed-identity', httpStatus: 500 })
  assert.equal(sentTo('managed-identity').length, 3)
  assert.equal(sentTo('exchange-token').length, 0)
})

test('a managed identity may have a network of its own', async () => {
  const urls: string[] = []
  const fetch = async (url: string) => {
    urls.push(url.split('?')[0] ?? '')
    return json({ access_token: 'assertion', token_type: 'Bearer' })
  }
  const { client, sentTo } = setUpClient({ credential: managedIdentity({ source: 'imds', fetch }) })
  await client.acquireToken(wanted)
  assert.deepEqual(urls, ['http://169.254.169.254/metadata/identity/oauth2/token'])
  assert.equal(sentTo('managed-identity').length, 0)
})

test('an assertion file that was replaced is presented, and earlier tokens are not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'exchange-token-'))
  const path = join(folder, 'token')
  const { client, sentTo } = setUpClient({ credential: assertionFile(path) })
  for (const content of ['first', 'first', 'second']) {
    await writeFile(path, content)
    await client.acquireExchangeToken({ agentIdentityId: booking })
  }
  assert.deepEqual(
    sentTo('exchange-token').map(({ form }) => form.client_assertion),
    ['first', 'second'],
  )
  await rm(folder, { recursive: true })
})

for (const parameters of [
  {},
  { client_secret: 'a', client_assertion: 'b' },
  { client_secret: '' },
  { client_assertion: 'undefined' },
]) {
  test(`a credential that yields ${JSON.stringify(parameters)} is not sent`, async () => {
    const credential: Credential = {
      kind: 'own',
      cacheKey: () => 'own',
      authenticate: () => parameters,
    }
    const { client, sentTo } = setUpClient({ credential })
    await assert.rejects(client.acquireToken(wanted), { name: 'ClientConfigurationError' })
    assert.equal(sentTo('exchange-token').length, 0)
  })
}
