import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { contextFor } from '../testing/authentication-context.ts'
import { clientSecret } from './client-secret.ts'

test('the secret is sent as it is, in the form', async () => {
  assert.deepEqual(await clientSecret('Zq8~ +/=&').authenticate(contextFor()), {
    client_secret: 'Zq8~ +/=&',
  })
})

for (const blank of ['', ' ', 'undefined', undefined]) {
  test(`the secret '${blank}' is refused`, () => {
    assert.throws(() => clientSecret(blank as string), { name: 'ClientConfigurationError' })
  })
}

test('the cache key changes with the secret and does not hold it', async () => {
  const key = String(await clientSecret('Zq8~canary').cacheKey())
  assert.equal(await clientSecret('Zq8~canary').cacheKey(), key)
  assert.notEqual(await clientSecret('Zq8~canary2').cacheKey(), key)
  assert.ok(!key.includes('Zq8~canary'))
})

test('a logged credential does not show the secret', () => {
  const credential = clientSecret('Zq8~canary')
  assert.ok(!inspect(credential, { depth: 10, showHidden: true }).includes('Zq8~canary'))
  assert.equal(JSON.stringify(credential), '{"kind":"secret"}')
})
