import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt } from 'jose'
import type { AgentUser } from './agent-user.ts'
import {
  assistant,
  assistantName,
  bea,
  booking,
  graphScope,
  json,
  jwt,
} from './testing/fake-identity-provider.ts'
import { setUpClient, wanted } from './testing/test-client.ts'

test('the agent identity gets T1, T2 with it, and the token of its user with both', async () => {
  const { client, requests, stepsSent } = setUpClient()
  const { token, scope } = await client.asAgentUser({ oid: assistant.toUpperCase() }, wanted)
  assert.equal(decodeJwt(token).oid, assistant)
  assert.equal(scope, graphScope)
  assert.deepEqual(stepsSent(), ['discovery', 'exchange-token', 'user-credential', 'agent-user'])
  const [, , second, third] = requests
  const {
    client_assertion: t1 = '',
    user_federated_identity_credential: t2 = '',
    ...form
  } = third?.form ?? {}
  assert.equal(second?.form.client_assertion, t1)
  assert.equal(second?.form.scope, 'api://AzureADTokenExchange/.default')
  assert.equal(decodeJwt(t2).azp, booking)
  assert.deepEqual(form, {
    client_id: booking,
    scope: `${graphScope} offline_access`,
    grant_type: 'user_fic',
    user_id: assistant,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  })
})

test('a user principal name travels in username alone, and its case does not matter', async () => {
  const { client, sentTo } = setUpClient()
  await client.asAgentUser({ upn: assistantName }, wanted)
  const again = await client.asAgentUser({ upn: assistantName.toUpperCase() }, wanted)
  assert.equal(again.source, 'cache')
  const [request, ...more] = sentTo('agent-user')
  assert.deepEqual([request?.form.username, request?.form.user_id], [assistantName, undefined])
  assert.deepEqual(more, [])
})

const wrongUsers: readonly (readonly [string, unknown, RegExp])[] = [
  ['nobody', {}, /either oid or upn/],
  ['nothing at all', undefined, /either oid or upn/],
  ['somebody in two ways', { oid: assistant, upn: assistantName }, /either oid or upn/],
  ['an object id that is none', { oid: assistantName }, /^user\.oid must be a GUID/],
  ['a blank name', { upn: ' ' }, /^user\.upn is missing/],
  ['a name without a domain', { upn: 'assistant' }, /name@domain/],
  ['an object id as its name', { upn: assistant }, /pass it as user\.oid/],
]

for (const [what, user, message] of wrongUsers) {
  test(`a call that names ${what} is refused before anything is sent`, async () => {
    const { client, requests } = setUpClient()
    await assert.rejects(client.asAgentUser(user as AgentUser, wanted), {
      name: 'ClientConfigurationError',
      message,
    })
    assert.deepEqual(requests, [])
  })
}

test('a token of another user is refused, by name and by object id', async () => {
  const { client, answerNext } = setUpClient()
  const access_token = jwt({ appid: booking, oid: bea, upn: 'bea@contoso.example' })
  const body = { token_type: 'Bearer', expires_in: 3599, access_token }
  answerNext(
    'agent-user',
    () => json(body),
    () => json(body),
  )
  for (const user of [{ oid: assistant }, { upn: assistantName }]) {
    await assert.rejects(client.asAgentUser(user, wanted), { reason: 'wrong-token' })
  }
})

test('the token of the user and that of the agent itself are different ones', async () => {
  const { client } = setUpClient()
  const own = await client.acquireToken(wanted)
  const user = await client.asAgentUser({ oid: assistant }, wanted)
  assert.notEqual(own.token, user.token)
  assert.equal((await client.acquireToken(wanted)).token, own.token)
})

test('a server that is busy at the last request gets the same T1 and T2 again', async () => {
  const { client, answerNext, stepsSent, sentTo } = setUpClient()
  answerNext('agent-user', () => json({ error: 'temporarily_unavailable' }, 503))
  await client.asAgentUser({ oid: assistant }, wanted)
  assert.deepEqual(stepsSent().slice(1), [
    'exchange-token',
    'user-credential',
    'agent-user',
    'agent-user',
  ])
  const [first, second] = sentTo('agent-user')
  assert.deepEqual(first?.form, second?.form)
})
