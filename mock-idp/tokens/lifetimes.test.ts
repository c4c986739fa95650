import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appTokenSeconds, managedIdentityTokenSeconds, validity } from './lifetimes.ts'

const nowMs = 1_795_435_200_999

test('a token of an app holds for an hour and starts five minutes early', () => {
  const { iat, nbf, exp } = validity(nowMs, appTokenSeconds)
  assert.deepEqual({ iat, nbf, exp }, { iat: 1795434900, nbf: 1795434900, exp: 1795438800 })
  assert.equal(exp - iat, 3900)
})

test('a token of a managed identity holds for a day and starts five minutes early', () => {
  const { iat, nbf, exp } = validity(nowMs, managedIdentityTokenSeconds)
  assert.deepEqual({ iat, nbf, exp }, { iat: 1795434900, nbf: 1795434900, exp: 1795521600 })
  assert.equal(exp - iat, 86_700)
})
