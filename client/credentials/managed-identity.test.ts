import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerWith } from '../testing/answer.ts'
import { contextFor } from '../testing/authentication-context.ts'
import { type ManagedIdentityOptions, managedIdentity } from './managed-identity.ts'

type Asked = Parameters<ReturnType<typeof contextFor>['getJson']>[0]

/** What the endpoint is asked, when it answers with the given body. */
const ask = async (
  options: ManagedIdentityOptions,
  body: Record<string, unknown> = { access_token: 'assertion', token_type: 'Bearer' },
) => {
  const asked: Asked[] = []
  const context = contextFor({
    getJson: async (request) => {
      asked.push(request)
      return { answer: answerWith(JSON.stringify(body)), body }
    },
  })
  const parameters = await managedIdentity(options).authenticate(context)
  return { parameters, asked }
}

test('IMDS is asked at its address, with its header', async () => {
  const { asked, parameters } = await ask({ source: 'imds' })
  assert.deepEqual(asked, [
    {
      url:
        'http://169.254.169.254/metadata/identity/oauth2/token' +
        '?api-version=2018-02-01&resource=api%3A%2F%2FAzureADTokenExchange',
      headers: { metadata: 'true' },
      secrets: [],
      fetch: undefined,
    },
  ])
  assert.deepEqual(parameters, {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: 'assertion',
  })
})

test('IMDS elsewhere may be given as an origin or as a whole URL', async () => {
  for (const endpoint of [
    'http://127.0.0.1:8080',
    'http://127.0.0.1:8080/metadata/identity/oauth2/token',
  ]) {
    const { asked } = await ask({ source: 'imds', endpoint })
    assert.equal(
      asked[0]?.url.split('?')[0],
      'http://127.0.0.1:8080/metadata/identity/oauth2/token',
    )
  }
})

test('App Service is asked at its endpoint, with its header as a secret', async () => {
  const { asked } = await ask({
    source: 'appService',
    endpoint: 'http://127.0.0.1:41741/MSI/token/',
    header: 'Zq8~canary',
    clientId: '66666666-6666-4666-8666-666666666666',
  })
  assert.deepEqual(asked, [
    {
      url:
        'http://127.0.0.1:41741/MSI/token/?api-version=2019-08-01' +
        '&resource=api%3A%2F%2FAzureADTokenExchange&client_id=66666666-6666-4666-8666-666666666666',
      headers: { 'x-identity-header': 'Zq8~canary' },
      secrets: ['Zq8~canary'],
      fetch: undefined,
    },
  ])
})

for (const [what, options] of [
  ['App Service without an endpoint', { source: 'appService', header: 'h' }],
  ['App Service without a header', { source: 'appService', endpoint: 'http://127.0.0.1' }],
  ['a remote endpoint over http', { source: 'imds', endpoint: 'http://10.0.0.4' }],
  ['a blank client id', { source: 'imds', clientId: '' }],
  ['a source nobody knows', { source: 'arc' as 'imds' }],
] as const) {
  test(`${what} is refused`, () => {
    assert.throws(() => managedIdentity(options), { name: 'ClientConfigurationError' })
  })
}

test('an answer without a token is an error', async () => {
  await assert.rejects(ask({ source: 'imds' }, { token_type: 'Bearer' }), {
    name: 'TokenRequestError',
    reason: 'unusable-answer',
  })
})

test('the cache key tells identities apart', () => {
  const keys = [
    managedIdentity({ source: 'imds' }),
    managedIdentity({ source: 'imds', clientId: 'a' }),
    managedIdentity({ source: 'imds', endpoint: 'http://127.0.0.1' }),
    managedIdentity({ source: 'appService', endpoint: 'http://127.0.0.1', header: 'a' }),
    managedIdentity({ source: 'appService', endpoint: 'http://127.0.0.1', header: 'b' }),
  ].map(({ cacheKey }) => cacheKey())
  assert.equal(new Set(keys).size, 5)
})
