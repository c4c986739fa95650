import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { createKnownValues } from './known-values/known-values.ts'
import { privateMembersIn } from './private-jwk.ts'
import { replaceSpans } from './replace-spans.ts'

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const jwk = privateKey.export({ format: 'jwk' })
const secret = [jwk.d, jwk.p, jwk.q, jwk.dp, jwk.dq, jwk.qi].map(String)

test('of a JWK the private members are found, also in JSON in JSON', () => {
  for (const text of [JSON.stringify(jwk, null, 2), JSON.stringify({ key: JSON.stringify(jwk) })]) {
    const shown = replaceSpans(text, privateMembersIn(text), '***')
    assert.deepEqual(
      secret.filter((value) => shown.includes(value)),
      [],
    )
    assert.ok(shown.includes(String(jwk.n)))
  }
})

test('whoever knows a key in PEM knows its JWK and its DER, and the public part of none', () => {
  const known = createKnownValues([privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()])
  for (const type of ['pkcs8', 'pkcs1'] as const) {
    const der = privateKey.export({ format: 'der', type })
    for (const text of [der.toString('base64'), der.toString('hex'), JSON.stringify(der)]) {
      assert.ok(known.isIn(text))
    }
  }
  assert.deepEqual(
    secret.filter((value) => !known.isIn(value)),
    [],
  )
  assert.ok(!known.isIn(JSON.stringify({ n: jwk.n, e: jwk.e })))
})
