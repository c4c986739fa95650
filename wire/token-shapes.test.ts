import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { tellingPairsIn } from './pairs-in-text.ts'
import { replaceSpans } from './replace-spans.ts'
import { isTellingName } from './telling-names.ts'
import { isJwtLike, joseIn, privateKeysIn, refreshTokensIn } from './token-shapes.ts'

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const signature = fc
  .uint8Array({ minLength: 32, maxLength: 64 })
  .map((bytes) => Buffer.from(bytes).toString('base64url'))

test('a JWT is found whatever stands around it', () => {
  const around = fc.constantFrom('', ' ', '-', '_', '.', '"', '-eyAAAAAA', '-eyAAAAAA-', 'ey.', '=')
  return fc.assert(
    fc.property(signature, around, around, (signed, before, after) => {
      const jwt = `${encode({ alg: 'RS256' })}.${encode({ sub: 'a' })}.${signed}`
      const text = `${before}${jwt}${after}`
      assert.ok(!replaceSpans(text, joseIn(text), '***').includes(signed))
      assert.ok(isJwtLike(jwt))
    }),
  )
})

test('hosts, paths and words are no tokens', () => {
  for (const text of ['eyeglasses.example.com', 'a key.value.pair', 'v2.0/ewe.ram', '/keys.json']) {
    assert.deepEqual(joseIn(text, { strictly: true }), [], text)
  }
})

test('very long texts need no stack', () => {
  const long = 'A'.repeat(6_000_000)
  assert.deepEqual(joseIn(`${long}\n${'-eyAAAAAA'.repeat(20_000)}`), [])
  assert.equal(isJwtLike(`${long}.${long}.!`), false)
  assert.deepEqual(tellingPairsIn(`sig=${long}`), [[4, 6_000_004]])
})

test('a private key is hidden to its end, and one that is cut to the end of the text', () => {
  const key = '-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----'
  const certificate = '-----BEGIN CERTIFICATE-----\nBBBB\n-----END CERTIFICATE-----'
  const hide = (text: string) => replaceSpans(text, privateKeysIn(text), '***')
  assert.equal(hide(`a ${key} b ${certificate}`), `a *** b ${certificate}`)
  assert.equal(hide(key.slice(0, 40)), '***')
})

const telling =
  'passwd password api_key apiKey x-api-key sig otp cookie jwt device_code user_code code refresh_token id_token ' +
  'code_verifier access_token client_secret Set-Cookie X-IDENTITY-HEADER ocp-apim-subscription-key SAMLResponse'
for (const name of telling.split(' ')) {
  test(`${name} is a telling name`, () => assert.ok(isTellingName(name)))
}

const harmless =
  'scope client_id fmi_path grant_type client_assertion_type requested_token_use token_type subject_token_type ' +
  'code_challenge_method client-request-id x-client-SKU resource api-version iss sub aud kid alg x5t nonce'
for (const name of harmless.split(' ')) {
  test(`${name} is no telling name`, () => assert.ok(!isTellingName(name)))
}

test('values of telling names are hidden in a URL and behind a scheme', () => {
  const hide = (text: string) => replaceSpans(text, tellingPairsIn(text), '***')
  assert.equal(
    hide('https://a.example/?sv=1&sig=abc%3D&x=2'),
    'https://a.example/?sv=1&sig=***&x=2',
  )
  assert.equal(hide('Authorization: Bearer abcdef1234567890'), 'Authorization: Bearer ***')
  assert.equal(hide('a bearer of news, scope=x'), 'a bearer of news, scope=x')
})

test('a token is found where somebody changed its letter case, and a word that begins like one is not', () => {
  const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl'
  for (const text of [jwt.toUpperCase(), jwt.toLowerCase()]) {
    assert.deepEqual(joseIn(`<${text}>`), [[1, text.length + 1]])
  }
  assert.deepEqual(joseIn('EYJAFJALLAJOKULL.example and Ewokvillage.org'), [])
})

test('finds refresh tokens as Entra writes them, and no claim rh', () => {
  const long = 'Zx9-'.repeat(32)
  const found = (text: string) => refreshTokensIn(text).map(([from, to]) => text.slice(from, to))
  const rh = '1.Ac76AAAAEN7AEUqAAAAAAAAAAQAAACDewBFKgAAAAAAAAAFo-ZZZGA.'
  assert.deepEqual(found(`a 1.A${long}, and 0.${rh.slice(2)}AgABAw${long}"`), [
    `1.A${long}`,
    `0.${rh.slice(2)}AgABAw${long}`,
  ])
  assert.deepEqual(found(`"${rh}" 1.A 1.${long}`), [])
})
