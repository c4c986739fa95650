import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt } from 'jose'
import type { Credential } from './credentials/credential.ts'
import { billing, booking, json } from './testing/fake-identity-provider.ts'
import { setUpClient, wanted } from './testing/test-client.ts'

const otherScope = 'api://other/.default'
const otherTenant = '55555555-5555-4555-8555-555555555555'

test('20 simultaneous callers make one T1 request and one agent token request', async () => {
  const { client, stepsSent } = setUpClient()
  const all = await Promise.all(Array.from({ length: 20 }, () => client.acquireToken(wanted)))
  assert.deepEqual(stepsSent(), ['discovery', 'exchange-token', 'agent-token'])
  assert.equal(new Set(all.map(({ token }) => token)).size, 1)
})

test('simultaneous callers for different scopes share T1', async () => {
  const { client, sentTo } = setUpClient()
  await Promise.all([
    client.acquireToken(wanted),
    client.acquireToken({ ...wanted, scope: otherScope }),
  ])
  assert.equal(sentTo('exchange-token').length, 1)
  assert.equal(sentTo('agent-token').length, 2)
})

test('20 simultaneous callers who force a refresh make one more of each', async () => {
  const { client, sentTo } = setUpClient()
  await client.acquireToken(wanted)
  const forced = { ...wanted, forceRefresh: true }
  await Promise.all(Array.from({ length: 20 }, () => client.acquireToken(forced)))
  assert.equal(sentTo('exchange-token').length, 2)
  assert.equal(sentTo('agent-token').length, 2)
})

test('the second call is answered from the cache, and says so', async () => {
  const { client, requests } = setUpClient()
  const first = await client.acquireToken(wanted)
  assert.deepEqual(await client.acquireToken(wanted), { ...first, source: 'cache' })
  assert.equal(requests.length, 3)
})

test('two agent identities of one client never share T1 or a token', async () => {
  const { client, sentTo } = setUpClient()
  const agents = [booking, billing, booking, billing]
  for (const agentIdentityId of agents) {
    const { token } = await client.acquireToken({ ...wanted, agentIdentityId })
    assert.equal(decodeJwt(token).appid, agentIdentityId)
  }
  assert.deepEqual(
    sentTo('exchange-token').map(({ form }) => form.fmi_path),
    [booking, billing],
  )
  for (const { form } of sentTo('agent-token')) {
    const { sub } = decodeJwt(form.client_assertion ?? '')
    assert.ok(sub?.endsWith(`/${form.client_id}`))
  }
})

test('another tenant, another scope and T1 itself are cached apart', async () => {
  const { client, sentTo } = setUpClient()
  await client.acquireToken(wanted)
  await client.acquireToken({ ...wanted, scope: otherScope })
  await client.acquireToken({ ...wanted, tenantId: otherTenant })
  await client.acquireToken({ ...wanted, scope: 'api://AzureADTokenExchange/.default' })
  assert.equal(sentTo('exchange-token').length, 2)
  assert.equal(sentTo('agent-token').length, 3)
  assert.equal(sentTo('user-credential').length, 1)
})

test('a credential that has changed authenticates anew', async () => {
  let secret = 'first'
  const credential: Credential = {
    kind: 'own',
    cacheKey: () => `hash of ${secret}`,
    authenticate: () => ({ client_secret: secret }),
  }
  const { client, sentTo } = setUpClient({ credential })
  await client.acquireToken(wanted)
  secret = 'second'
  await client.acquireToken(wanted)
  assert.deepEqual(
    sentTo('exchange-token').map(({ form }) => form.client_secret),
    ['first', 'second'],
  )
})

test('a token is renewed 300 seconds early, with a new T1 before it', async () => {
  const { client, stepsSent, advance } = setUpClient()
  await client.acquireToken(wanted)
  advance(3298)
  await client.acquireToken(wanted)
  assert.equal(stepsSent().length, 3)
  advance(1)
  await client.acquireToken(wanted)
  assert.deepEqual(stepsSent().slice(3), ['exchange-token', 'agent-token'])
})

test('T1 in its last 300 seconds is not redeemed for a new scope', async () => {
  const { client, sentTo, advance } = setUpClient()
  await client.acquireToken(wanted)
  advance(3400)
  await client.acquireToken({ ...wanted, scope: otherScope })
  const [first, second] = sentTo('agent-token').map(({ form }) => form.client_assertion)
  assert.notEqual(first, second)
  assert.equal(sentTo('exchange-token').length, 2)
})

test('T1 that expires while step 2 waits is replaced before step 2 is tried again', async () => {
  const { client, answerNext, tokenBody, sentTo } = setUpClient()
  answerNext('exchange-token', ({ form }) => {
    const claims = { azp: form.client_id, sub: `/a/${form.fmi_path}` }
    return json({ ...tokenBody(claims), expires_in: 20 })
  })
  answerNext('agent-token', () => json({}, 429, { 'retry-after': '30' }))
  await client.acquireToken(wanted)
  const [first, second] = sentTo('agent-token').map(({ form }) => form.client_assertion)
  assert.notEqual(first, second)
})

test('a token that lives for less than 300 seconds is never served twice', async () => {
  const { client, answerNext, tokenBody } = setUpClient()
  answerNext('agent-token', () => json({ ...tokenBody({ appid: booking }), expires_in: 299 }))
  await client.acquireToken(wanted)
  assert.equal((await client.acquireToken(wanted)).source, 'identity-provider')
})

test('T1 that was refused is not presented again', async () => {
  const { client, answerNext, sentTo } = setUpClient()
  answerNext('agent-token', () => json({ error: 'invalid_client', error_codes: [700024] }, 401))
  await assert.rejects(client.acquireToken(wanted), { errorCodes: [700024] })
  await client.acquireToken(wanted)
  const [first, second] = sentTo('agent-token').map(({ form }) => form.client_assertion)
  assert.notEqual(first, second)
})

test('T1 survives a refusal that is about something else', async () => {
  const { client, answerNext, sentTo } = setUpClient()
  answerNext('agent-token', () => json({ error: 'invalid_scope' }, 400))
  await assert.rejects(client.acquireToken(wanted), { error: 'invalid_scope' })
  await client.acquireToken(wanted)
  assert.equal(sentTo('exchange-token').length, 1)
})

test('after clearing nothing is known', async () => {
  const { client, stepsSent } = setUpClient()
  await client.acquireToken(wanted)
  client.clearCache()
  await client.acquireToken(wanted)
  assert.deepEqual(stepsSent().slice(3), ['discovery', 'exchange-token', 'agent-token'])
})

test('with claims, the client asks again, sends them, and serves the old token no more', async () => {
  const { client, sentTo } = setUpClient()
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1800000000"}}}'
  const { token: old } = await client.acquireToken(wanted)
  for (const _ of [1, 2]) {
    assert.notEqual((await client.acquireToken({ ...wanted, claims })).token, old)
  }
  assert.equal((await client.acquireToken(wanted)).source, 'identity-provider')
  assert.deepEqual(
    sentTo('agent-token').map(({ form }) => form.claims),
    [undefined, claims, claims, undefined],
  )
  assert.equal(sentTo('exchange-token').length, 1)
})

test('claims that are no JSON are refused before any request', async () => {
  const { client, requests } = setUpClient()
  await assert.rejects(client.acquireToken({ ...wanted, claims: 'eyJ9' }), {
    name: 'ClientConfigurationError',
  })
  assert.equal(requests.length, 0)
})
