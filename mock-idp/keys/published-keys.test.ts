import assert from 'node:assert/strict'
import { createHash, X509Certificate } from 'node:crypto'
import { test } from 'node:test'
import { storedSigningKey, unusableKey } from '../testing/mock-world.ts'
import { nodePlatform } from './node-platform.ts'
import { publishedKey } from './published-keys.ts'

test('a published key has the members of captured ones, and no alg', () => {
  const issuer = 'https://login.microsoftonline.com/{tenantid}/v2.0'
  assert.deepEqual(publishedKey(unusableKey, 'microsoftonline.com', issuer), {
    kty: 'RSA',
    use: 'sig',
    kid: 'kid-of-no-key',
    x5t: 'kid-of-no-key',
    n: 'modulus',
    e: 'AQAB',
    x5c: ['certificate'],
    cloud_instance_name: 'microsoftonline.com',
    issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0',
  })
})

test('a key of the version 1 set names no issuer', () => {
  assert.equal('issuer' in publishedKey(unusableKey, 'microsoftonline.com'), false)
})

test('x5c is the certificate of the key, and its SHA-1 is the kid', async () => {
  const key = await nodePlatform.importSigningKey(await storedSigningKey())
  const { x5c, kid, x5t, n, e } = publishedKey(key, 'microsoftonline.com')
  const der = Buffer.from(x5c[0], 'base64')
  assert.equal(der.toString('base64'), x5c[0])
  assert.equal(createHash('sha1').update(der).digest('base64url'), kid)
  assert.equal(x5t, kid)
  const certificate = new X509Certificate(der)
  assert.equal(certificate.subject, 'CN=accounts.accesscontrol.windows.net')
  const { n: modulus, e: exponent } = certificate.publicKey.export({ format: 'jwk' })
  assert.deepEqual({ n, e }, { n: modulus, e: exponent })
  assert.equal(e, 'AQAB')
})
