import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt } from 'jose'
import { ClaimsChallengeError } from './claims-challenge-error.ts'
import { ClientConfigurationError } from './client-configuration-error.ts'
import {
  bea,
  blueprint,
  booking,
  carlos,
  graphScope,
  json,
  jwt,
  tenantId,
} from './testing/fake-identity-provider.ts'
import { canarySecret, setUpClient, wanted } from './testing/test-client.ts'
import { TokenRequestError } from './token-request-error.ts'

const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'

test('the agent identity exchanges Tc, unchanged, with T1', async () => {
  const { client, userAssertion, requests, stepsSent } = setUpClient()
  const tc = userAssertion(bea)
  const { token, scope, source } = await client.onBehalfOf(tc, wanted)
  assert.equal(decodeJwt(token).oid, bea)
  assert.deepEqual([scope, source], [graphScope, 'identity-provider'])
  assert.deepEqual(stepsSent(), ['discovery', 'exchange-token', 'on-behalf-of'])
  const { client_assertion: t1 = '', ...form } = requests[2]?.form ?? {}
  assert.match(String(decodeJwt(t1).sub), new RegExp(`/${booking}$`))
  assert.deepEqual(form, {
    client_id: booking,
    scope: graphScope,
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    assertion: tc,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  })
  const elsewhere = requests.filter(({ step }) => step !== 'on-behalf-of')
  assert.ok(!JSON.stringify(elsewhere).includes(tc))
})

test('the same Tc is exchanged once, also by 20 callers at a time', async () => {
  const { client, userAssertion, sentTo } = setUpClient()
  const tc = userAssertion(bea, { exp: 4_000_000_000 })
  await Promise.all(Array.from({ length: 20 }, () => client.onBehalfOf(tc, wanted)))
  assert.equal((await client.onBehalfOf(tc, wanted)).source, 'cache')
  assert.equal(sentTo('on-behalf-of').length, 1)
})

test('people never get the token of each other, and a new Tc never that of the old one', async () => {
  const { client, userAssertion, sentTo } = setUpClient()
  const people = [bea, carlos, bea, carlos]
  const assertions = people.map((oid, index) =>
    userAssertion(oid, { exp: 4_000_000_000, uti: `${index % 4}` }),
  )
  const all = await Promise.all(assertions.map((tc) => client.onBehalfOf(tc, wanted)))
  assert.deepEqual(
    all.map(({ token }) => decodeJwt(token).oid),
    people,
  )
  assert.equal(sentTo('on-behalf-of').length, 4)
})

test('each exchange comes with a T1 of its own', async () => {
  const { client, userAssertion, sentTo } = setUpClient()
  await client.onBehalfOf(userAssertion(bea), wanted)
  await client.onBehalfOf(userAssertion(carlos), wanted)
  const sent = sentTo('on-behalf-of').map(({ form }) => form.client_assertion)
  assert.equal(new Set(sent).size, 2)
})

test('a token is not served beyond the life of its Tc', async () => {
  const { client, userAssertion, ports, advance, sentTo } = setUpClient()
  const expiresAtMs = ports.now() + 900_000
  const tc = userAssertion(bea, { exp: expiresAtMs / 1000 })
  assert.equal((await client.onBehalfOf(tc, wanted)).expiresAtMs, expiresAtMs)
  advance(599)
  assert.equal((await client.onBehalfOf(tc, wanted)).source, 'cache')
  advance(1)
  assert.equal((await client.onBehalfOf(tc, wanted)).source, 'identity-provider')
  advance(300)
  await assert.rejects(client.onBehalfOf(tc, wanted), {
    name: 'ClientConfigurationError',
    message: 'userAssertion has expired; get a new one from the caller',
  })
  assert.equal(sentTo('on-behalf-of').length, 2)
})

const wrongAssertions: readonly (readonly [what: string, value: unknown, message: RegExp])[] = [
  ['is missing', undefined, /^userAssertion is missing/],
  ['is no JWT', canarySecret, /^userAssertion must be a JWT/],
  ['is an id_token', jwt({ aud: blueprint, exp: 4e9 }), /this is an id_token/],
  ['is for another API', jwt({ aud: booking, azp: 'c', exp: 4e9 }), /^userAssertion must be for/],
  ['is for Graph', jwt({ aud: 'https://graph.microsoft.com', appid: 'c', exp: 4e9 }), /blueprint/],
  ['is of an application', jwt({ aud: blueprint, azp: 'c', idtyp: 'app', exp: 4e9 }), /person's/],
  ['never expires', jwt({ aud: blueprint, azp: 'c' }), /when it expires/],
  ['has expired', jwt({ aud: blueprint, azp: 'c', exp: 1 }), /has expired/],
]

for (const [what, value, message] of wrongAssertions) {
  test(`a Tc that ${what} is refused before anything is sent`, async () => {
    const { client, requests } = setUpClient()
    const error = await client.onBehalfOf(value as string, wanted).catch((thrown) => thrown)
    assert.ok(error instanceof ClientConfigurationError)
    assert.match(error.message, message)
    if (typeof value === 'string') assert.ok(!error.message.includes(value))
    assert.deepEqual(requests, [])
  })
}

test('Tc may name the blueprint by its client id or by an Application ID URI', async () => {
  const uri = 'https://agents.contoso.example/Concierge'
  const custom = setUpClient({ blueprintIdentifierUris: [uri] })
  await custom.client.onBehalfOf(custom.userAssertion(bea, { aud: uri.toLowerCase() }), wanted)
  const { client, userAssertion } = setUpClient()
  await client.onBehalfOf(userAssertion(bea, { aud: `api://${blueprint}` }), wanted)
  await assert.rejects(client.onBehalfOf(userAssertion(bea, { aud: uri }), wanted), {
    name: 'ClientConfigurationError',
  })
})

const foreign: readonly (readonly [string, Readonly<Record<string, unknown>>, RegExp])[] = [
  ['about another person', { appid: booking, oid: carlos }, /about another person/],
  ['about nobody', { appid: booking }, /about another person/],
  ['of another tenant', { appid: booking, oid: bea, tid: booking }, /about another person/],
  [
    'of the agent itself',
    { appid: booking, oid: booking, idtyp: 'app' },
    /the agent identity itself/,
  ],
  ['of another application', { appid: blueprint, oid: bea }, /another application/],
]

for (const [what, token, message] of foreign) {
  test(`a token ${what} is refused, and not kept`, async () => {
    const { client, userAssertion, answerNext } = setUpClient()
    const body = {
      token_type: 'Bearer',
      expires_in: 3599,
      access_token: jwt({ tid: tenantId, ...token }),
    }
    answerNext('on-behalf-of', () => json(body))
    const tc = userAssertion(bea)
    await assert.rejects(client.onBehalfOf(tc, wanted), { reason: 'wrong-token', message })
    assert.equal((await client.onBehalfOf(tc, wanted)).source, 'identity-provider')
  })
}

const challenge = {
  error: 'interaction_required',
  suberror: 'basic_action',
  error_codes: [50076],
  claims,
}

test('a claims challenge is surfaced with its claims, and not retried', async () => {
  const { client, userAssertion, answerNext, sentTo } = setUpClient()
  answerNext('on-behalf-of', () => json(challenge, 400))
  const error = await client.onBehalfOf(userAssertion(bea), wanted).catch((thrown) => thrown)
  assert.ok(error instanceof ClaimsChallengeError)
  assert.ok(error instanceof TokenRequestError)
  assert.deepEqual(
    [error.claims, error.suberror, error.error],
    [claims, 'basic_action', challenge.error],
  )
  assert.equal(sentTo('on-behalf-of').length, 1)
})

test('missing consent is surfaced with its suberror, and not retried', async () => {
  const { client, userAssertion, answerNext, requests } = setUpClient()
  answerNext('on-behalf-of', () =>
    json({ error: 'invalid_grant', suberror: 'consent_required' }, 400),
  )
  await assert.rejects(client.onBehalfOf(userAssertion(bea), wanted), {
    name: 'TokenRequestError',
    suberror: 'consent_required',
  })
  assert.equal(requests.length, 3)
})

test('with claims, the client asks again, sends them, and serves the old token no more', async () => {
  const { client, userAssertion, sentTo } = setUpClient()
  const tc = userAssertion(bea, { exp: 4_000_000_000 })
  const { token: old } = await client.onBehalfOf(tc, wanted)
  for (const _ of [1, 2]) {
    assert.notEqual((await client.onBehalfOf(tc, { ...wanted, claims })).token, old)
  }
  const after = await client.onBehalfOf(tc, wanted)
  assert.equal(after.source, 'identity-provider')
  assert.deepEqual(
    sentTo('on-behalf-of').map(({ form }) => form.claims),
    [undefined, claims, claims, undefined],
  )
})

test('claims that are no JSON, such as base64, are refused before anything is sent', async () => {
  const { client, userAssertion, requests } = setUpClient()
  const encoded = Buffer.from(claims).toString('base64')
  await assert.rejects(client.onBehalfOf(userAssertion(bea), { ...wanted, claims: encoded }), {
    name: 'ClientConfigurationError',
    message: /decode the base64/,
  })
  assert.deepEqual(requests, [])
})
