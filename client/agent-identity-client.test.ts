import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt } from 'jose'
import { billing, blueprint, booking, graphScope, jwt } from './testing/fake-identity-provider.ts'
import { canarySecret, setUpClient, wanted } from './testing/test-client.ts'

const otherTenant = '55555555-5555-4555-8555-555555555555'
const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

test('the blueprint gets T1, then the agent identity redeems it', async () => {
  const { client, requests, stepsSent } = setUpClient()
  await client.acquireToken(wanted)
  assert.deepEqual(stepsSent(), ['discovery', 'exchange-token', 'agent-token'])
  const [, first, second] = requests
  assert.deepEqual(first?.form, {
    client_id: blueprint,
    scope: 'api://AzureADTokenExchange/.default',
    grant_type: 'client_credentials',
    fmi_path: booking,
    client_secret: canarySecret,
  })
  const t1 = second?.form.client_assertion ?? ''
  assert.equal(decodeJwt(t1).sub, `/eid1/c/pub/t/T/a/A/${booking}`)
  assert.deepEqual(second?.form, {
    client_id: booking,
    scope: graphScope,
    grant_type: 'client_credentials',
    client_assertion_type: jwtBearer,
    client_assertion: t1,
  })
})

test('the token comes with its expiry, its source and whom it is for', async () => {
  const { client } = setUpClient()
  const { token, ...facts } = await client.acquireToken(wanted)
  assert.equal(decodeJwt(token).appid, booking)
  assert.deepEqual(facts, {
    tokenType: 'Bearer',
    expiresAtMs: Date.UTC(2026, 10, 1) + 3_599_000,
    source: 'identity-provider',
    checked: true,
    tenantId: '11111111-1111-4111-8111-111111111111',
    agentIdentityId: booking,
    scope: graphScope,
  })
})

test('T1 alone needs step 1 alone', async () => {
  const { client, stepsSent } = setUpClient()
  const { scope, source } = await client.acquireExchangeToken({ agentIdentityId: booking })
  assert.deepEqual(stepsSent(), ['discovery', 'exchange-token'])
  assert.equal(scope, 'api://AzureADTokenExchange/.default')
  assert.equal(source, 'identity-provider')
})

test('progress tells both steps in order', async () => {
  const { client, events } = setUpClient()
  await client.acquireToken(wanted)
  assert.deepEqual(
    events.map((event) => `${event.step} ${event.type}`),
    [
      'discovery request-sent',
      'discovery answer-received',
      'exchange-token request-sent',
      'exchange-token answer-received',
      'exchange-token token-acquired',
      'agent-token request-sent',
      'agent-token answer-received',
      'agent-token token-acquired',
    ],
  )
})

test('another tenant is used on every leg', async () => {
  const { client, requests } = setUpClient()
  const { tenantId } = await client.acquireToken({ ...wanted, tenantId: otherTenant })
  assert.equal(tenantId, otherTenant)
  assert.deepEqual(
    requests.map(({ url }) => url.pathname.split('/')[1]),
    [otherTenant, otherTenant, otherTenant],
  )
})

test('the audience of another cloud is used for T1', async () => {
  const { client, sentTo } = setUpClient({ exchangeAudience: 'api://AzureADTokenExchangeUSGov' })
  await client.acquireToken(wanted)
  assert.equal(sentTo('exchange-token')[0]?.form.scope, 'api://AzureADTokenExchangeUSGov/.default')
})

test('an agent identity in upper case is asked for in lower case', async () => {
  const { client, sentTo } = setUpClient()
  await client.acquireToken({ ...wanted, agentIdentityId: booking.toUpperCase() })
  assert.equal(sentTo('exchange-token')[0]?.form.fmi_path, booking)
})

for (const change of [
  { agentIdentityId: '' },
  { agentIdentityId: 'undefined' },
  { agentIdentityId: undefined as unknown as string },
  { agentIdentityId: 'booking' },
  { scope: ' ' },
  { scope: 'undefined' },
  { tenantId: '' },
  { tenantId: 'organizations' },
]) {
  test(`${JSON.stringify(change)} is refused before anything is sent`, async () => {
    const { client, requests } = setUpClient()
    await assert.rejects(client.acquireToken({ ...wanted, ...change }), {
      name: 'ClientConfigurationError',
    })
    assert.deepEqual(requests, [])
  })
}

test('T1 for another agent identity is refused and not redeemed', async () => {
  const { client, answerNext, tokenBody, stepsSent } = setUpClient()
  const foreign = { azp: blueprint, sub: `/eid1/c/pub/t/T/a/A/${billing}` }
  answerNext('exchange-token', () => Response.json(tokenBody(foreign)))
  await assert.rejects(client.acquireToken(wanted), {
    name: 'TokenRequestError',
    step: 'exchange-token',
    reason: 'wrong-token',
  })
  assert.deepEqual(stepsSent(), ['discovery', 'exchange-token'])
})

test('a token of the blueprint is refused where one of the agent identity was asked for', async () => {
  const { client, answerNext, tokenBody } = setUpClient()
  answerNext('agent-token', () => Response.json(tokenBody({ appid: blueprint })))
  await assert.rejects(client.acquireToken(wanted), { step: 'agent-token', reason: 'wrong-token' })
})

test('an opaque token is handed out as unchecked', async () => {
  const { client, answerNext, tokenBody } = setUpClient()
  answerNext('agent-token', () => Response.json({ ...tokenBody({}), access_token: 'opaque' }))
  const { token, checked } = await client.acquireToken(wanted)
  assert.deepEqual({ token, checked }, { token: 'opaque', checked: false })
})

test('T1 that has expired when it comes is not redeemed', async () => {
  const { client, answerNext, stepsSent } = setUpClient()
  const access_token = jwt({ azp: blueprint, sub: `/a/${booking}` })
  answerNext('exchange-token', () =>
    Response.json({ token_type: 'Bearer', expires_in: 0, access_token }),
  )
  await assert.rejects(client.acquireToken(wanted), { reason: 'unusable-answer' })
  assert.deepEqual(stepsSent(), ['discovery', 'exchange-token'])
})
