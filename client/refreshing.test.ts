import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt } from 'jose'
import { assistant, bea, graphScope, json } from './testing/fake-identity-provider.ts'
import { setUpClient, wanted } from './testing/test-client.ts'

const user = { oid: assistant }
const spent = { error: 'invalid_grant', error_codes: [700082], suberror: 'bad_token' }
const claims = '{"access_token":{"acrs":{"value":"c1"}}}'

/** A client that has a token of the agent user, which has just expired. */
const setUpRenewal = async () => {
  const world = setUpClient()
  await world.client.asAgentUser(user, wanted)
  world.advance(3600)
  return { ...world, sentBefore: world.requests.length }
}

test('the token of an agent user is renewed by refresh token, with a new T1 and without T2', async () => {
  const { client, requests, sentBefore, sentTo } = await setUpRenewal()
  const { token } = await client.asAgentUser(user, wanted)
  assert.equal(decodeJwt(token).oid, assistant)
  const [t1, renewal, ...more] = requests.slice(sentBefore)
  assert.deepEqual([t1?.step, renewal?.step, more], ['exchange-token', 'refresh', []])
  const { client_assertion: assertion, refresh_token: refreshToken, ...form } = renewal?.form ?? {}
  assert.notEqual(assertion, sentTo('agent-user')[0]?.form.client_assertion)
  assert.match(refreshToken ?? '', /^refresh-token-canary-/)
  assert.deepEqual(form, {
    client_id: wanted.agentIdentityId,
    scope: `${graphScope} offline_access`,
    grant_type: 'refresh_token',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  })
})

test('each renewal comes with the newest refresh token and a T1 of its own', async () => {
  const { client, advance, sentTo } = await setUpRenewal()
  await client.asAgentUser(user, wanted)
  advance(3600)
  await client.asAgentUser(user, wanted)
  const forms = sentTo('refresh').map(({ form }) => form)
  assert.equal(new Set(forms.map((form) => form.refresh_token)).size, 2)
  assert.equal(new Set(forms.map((form) => form.client_assertion)).size, 2)
})

test('a refresh token that is over costs an agent user the three requests again', async () => {
  const { client, answerNext, stepsSent, sentBefore } = await setUpRenewal()
  answerNext('refresh', () => json(spent, 400))
  assert.equal(decodeJwt((await client.asAgentUser(user, wanted)).token).oid, assistant)
  assert.deepEqual(stepsSent().slice(sentBefore), [
    ...['exchange-token', 'refresh'],
    ...['exchange-token', 'user-credential', 'agent-user'],
  ])
})

for (const [what, refusal] of [
  ['missing consent', { error: 'invalid_grant', suberror: 'consent_required' }],
  ['a claims challenge', { error: 'invalid_grant', claims }],
  ['a policy', { error: 'invalid_grant', suberror: 'message_only' }],
  ['a refused T1', { error: 'invalid_client' }],
] as const) {
  test(`${what} at a renewal is surfaced, and nothing else is tried`, async () => {
    const { client, answerNext, stepsSent, sentBefore } = await setUpRenewal()
    answerNext('refresh', () => json(refusal, 400))
    await assert.rejects(client.asAgentUser(user, wanted), { error: refusal.error })
    assert.deepEqual(stepsSent().slice(sentBefore), ['exchange-token', 'refresh'])
  })
}

for (const change of [{ forceRefresh: true }, { claims }]) {
  test(`${Object.keys(change)[0]} asks with T2 instead of a refresh token`, async () => {
    const { client, sentTo } = await setUpRenewal()
    await client.asAgentUser(user, { ...wanted, ...change })
    assert.equal(sentTo('refresh').length, 0)
    assert.equal(sentTo('agent-user').length, 2)
  })
}

test('20 callers share one renewal', async () => {
  const { client, sentTo } = await setUpRenewal()
  await Promise.all(Array.from({ length: 20 }, () => client.asAgentUser(user, wanted)))
  assert.equal(sentTo('refresh').length, 1)
})

test('a refresh token is forgotten a day after its token expired', async () => {
  const { client, advance, sentTo } = await setUpRenewal()
  advance(86_400)
  await client.asAgentUser(user, wanted)
  assert.equal(sentTo('refresh').length, 0)
})

test('clearCache forgets refresh tokens too', async () => {
  const { client, sentTo } = await setUpRenewal()
  client.clearCache()
  await client.asAgentUser(user, wanted)
  assert.equal(sentTo('refresh').length, 0)
})

const offline = { ...wanted, offlineAccess: true }

test('on behalf of a person, the client asks for no refresh token unless it is told to', async () => {
  const { client, userAssertion, sentTo } = setUpClient()
  await client.onBehalfOf(userAssertion(bea), wanted)
  await client.onBehalfOf(userAssertion(bea), offline)
  const scopes = sentTo('on-behalf-of').map(({ form }) => form.scope)
  assert.deepEqual(scopes, [graphScope, `${graphScope} offline_access`])
})

test('with offlineAccess, the agent goes on after Tc has expired', async () => {
  const { client, userAssertion, advance, stepsSent } = setUpClient()
  const tc = userAssertion(bea)
  await client.onBehalfOf(tc, offline)
  advance(7200)
  const renewed = await client.onBehalfOf(tc, offline)
  assert.equal(decodeJwt(renewed.token).oid, bea)
  assert.deepEqual(stepsSent().slice(-2), ['exchange-token', 'refresh'])
  assert.equal((await client.onBehalfOf(tc, offline)).source, 'cache')
})

test('a refused renewal is surfaced once Tc has expired, and then Tc is too old', async () => {
  const { client, userAssertion, advance, answerNext, sentTo } = setUpClient()
  const tc = userAssertion(bea)
  await client.onBehalfOf(tc, offline)
  advance(7200)
  answerNext('refresh', () => json(spent, 400))
  await assert.rejects(client.onBehalfOf(tc, offline), { error: 'invalid_grant' })
  await assert.rejects(client.onBehalfOf(tc, offline), { name: 'ClientConfigurationError' })
  assert.equal(sentTo('on-behalf-of').length, 1)
})

test('a refused renewal costs another exchange while Tc lives', async () => {
  const { client, userAssertion, advance, answerNext, sentTo } = setUpClient()
  const tc = userAssertion(bea, { exp: 4_000_000_000 })
  await client.onBehalfOf(tc, offline)
  advance(3600)
  answerNext('refresh', () => json(spent, 400))
  assert.equal(decodeJwt((await client.onBehalfOf(tc, offline)).token).oid, bea)
  assert.equal(sentTo('on-behalf-of').length, 2)
})
