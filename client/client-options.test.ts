import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AgentIdentityClientOptions, settingsFrom } from './client-options.ts'
import { clientSecret } from './credentials/client-secret.ts'

const good: AgentIdentityClientOptions = {
  tenantId: '11111111-1111-4111-8111-111111111111',
  blueprintClientId: '22222222-2222-4222-8222-22222222222A',
  credential: clientSecret('Zq8~canary'),
}

test('every default is filled in', () => {
  const { ports, credential, ...settings } = settingsFrom(good)
  assert.deepEqual(settings, {
    tenantId: '11111111-1111-4111-8111-111111111111',
    blueprintClientId: '22222222-2222-4222-8222-22222222222a',
    blueprintIdentifierUris: ['api://22222222-2222-4222-8222-22222222222a'],
    authorityHost: 'https://login.microsoftonline.com',
    exchangeAudience: 'api://AzureADTokenExchange',
    maxAttempts: 3,
    maxWaitSeconds: 60,
    requestTimeoutSeconds: 30,
  })
  assert.equal(credential.kind, 'secret')
  assert.equal(typeof ports.fetch, 'function')
})

const wrong: readonly Readonly<Record<string, unknown>>[] = [
  { tenantId: '' },
  { tenantId: 'common' },
  { blueprintClientId: 'undefined' },
  { blueprintIdentifierUris: [' '] },
  { credential: undefined },
  { credential: {} },
  { authorityHost: 'http://login.example' },
  { exchangeAudience: ' ' },
  { maxAttempts: 0 },
  { maxAttempts: 2.5 },
  { maxAttempts: Number.POSITIVE_INFINITY },
  { maxWaitSeconds: -1 },
  { maxWaitSeconds: Number.NaN },
  { requestTimeoutSeconds: 0 },
]

for (const change of wrong) {
  const [name, value] = Object.entries(change)[0] ?? []
  test(`the option ${name} is refused when it is ${String(value)}`, () => {
    assert.throws(() => settingsFrom({ ...good, ...change }), {
      name: 'ClientConfigurationError',
      message: new RegExp(`^${name} `),
    })
  })
}
