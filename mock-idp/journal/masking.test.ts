import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { createKnownValues } from '../../wire/known-values/known-values.ts'
import {
  hideSecrets,
  isSecret,
  masked,
  maskName,
  maskNames,
  maskParameter,
  withoutSignature,
} from './masking.ts'

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const signature = fc
  .uint8Array({ minLength: 64, maxLength: 256 })
  .map((bytes) => Buffer.from(bytes).toString('base64url'))
const jwt = fc
  .tuple(fc.constantFrom('RS256', 'PS256', 'ES256'), fc.uuid(), signature)
  .map(([alg, sub, signed]) => ({
    token: `${encode({ alg })}.${encode({ sub })}.${signed}`,
    signature: signed,
  }))
const anyName = fc.oneof(
  fc.constantFrom('scope', 'client_id', 'client_assertion_type', 'requested_token_use', 'claims'),
  fc.string(),
)

test('no JWT survives, whatever parameter it comes in', () =>
  fc.assert(
    fc.property(anyName, jwt, (name, { token }) => {
      assert.equal(maskParameter(name, token), masked)
    }),
  ))

test('no JWT survives within other text', () => {
  const around = fc.constantFrom(' ', '\n', 'Bearer ', '"', 'token=', '{"t":"', ',', '\t')
  return fc.assert(
    fc.property(anyName, jwt, around, around, (name, { token, signature }, before, after) => {
      assert.ok(!maskParameter(name, `${before}${token}${after}`).includes(signature))
    }),
  )
})

const secretNames = [
  'client_secret',
  'Client_Secret',
  'clientSecret',
  'password',
  'assertion',
  'client_assertion',
  'refresh_token',
  'access_token',
  'user_federated_identity_credential',
  'code',
  'api_key',
]

for (const name of secretNames) {
  test(`the value of ${name} is hidden`, () =>
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), (value) => {
        fc.pre(value !== 'null')
        assert.equal(maskParameter(name, value), masked)
      }),
    ))
}

for (const value of ['undefined', 'null', 'NaN', '[object Object]', '']) {
  test(`a secret that was never filled in is shown as ${JSON.stringify(value)}`, () => {
    assert.equal(maskParameter('client_secret', value), value)
    assert.equal(isSecret('client_secret', value), false)
  })
}

test('names are masked like those of parameters, and told once', () => {
  assert.deepEqual(maskNames(['scope', 'a.b', 'scope', 'x-client-SKU']), [
    'scope',
    masked,
    'x-client-SKU',
  ])
})

test('a secret is hidden wherever it stands, and a short one nowhere', () => {
  const secrets = createKnownValues(['canary+/=&secret', 'short'])
  assert.equal(
    hideSecrets('a canary+/=&secret, twice: canary+/=&secret', secrets),
    'a ***, twice: ***',
  )
  assert.equal(hideSecrets('short', secrets), 'short')
})

const shown = [
  ['scope', 'https://graph.microsoft.com/.default'],
  ['scope', 'api://contoso-expenses.onmicrosoft.com/.default'],
  ['scope', 'api://AzureADTokenExchange/.default'],
  ['grant_type', 'client_credentials'],
  ['client_id', '20000000-c0de-4a11-8000-000000000001'],
  ['fmi_path', ''],
  ['client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'],
  ['requested_token_use', 'on_behalf_of'],
  ['x-client-SKU', 'msal.js.node'],
  ['token_type', 'Bearer'],
  ['subject_token_type', 'urn:ietf:params:oauth:token-type:jwt'],
] as const

for (const [name, value] of shown) {
  test(`${name}=${value} is shown`, () => {
    assert.equal(maskName(name, value), name)
    assert.equal(maskParameter(name, value), value)
  })
}

const hiddenNames = [
  ['{"client_secret":"concierge-secret-for-tests-only"}', ''],
  ['concierge-secret-for-tests-only', ''],
  ['rest~of.a~secret', ''],
  ['rest~of~a~secret', 'value'],
  ['eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl', 'value'],
  ['', 'value'],
] as const

for (const [name, value] of hiddenNames) {
  test(`the name ${JSON.stringify(name)} is hidden`, () => {
    assert.equal(maskName(name, value), masked)
  })
}

test('of a JWT header and claims are kept, and the signature is not', () =>
  fc.assert(
    fc.property(jwt, ({ token, signature }) => {
      assert.equal(`${withoutSignature(token)}.${signature}`, token)
    }),
  ))

test('a text that is no JWT has nothing to show', () => {
  assert.equal(withoutSignature('concierge-secret-for-tests-only'), undefined)
  assert.equal(withoutSignature(''), undefined)
  assert.equal(withoutSignature('a.b.c'), undefined)
})

test('what cannot be a JWT is looked at in a time that grows with its length', () => {
  const long = 'ey'.repeat(20_000)
  assert.equal(maskParameter('scope', long), long)
  assert.equal(maskName('x'.repeat(100_000), 'value'), masked)
})
