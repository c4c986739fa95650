import assert from 'node:assert/strict'
import { createHash, createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto'
import { before, test } from 'node:test'
import { decodeProtectedHeader, jwtVerify } from 'jose'
import { contextFor } from '../testing/authentication-context.ts'
import { makeCertificate } from '../testing/make-certificate.ts'
import { certificate } from './certificate.ts'

let own: Awaited<ReturnType<typeof makeCertificate>>
let other: Awaited<ReturnType<typeof makeCertificate>>

before(async () => {
  own = await makeCertificate()
  other = await makeCertificate()
})

const derOf = (pem: string) => new X509Certificate(pem).raw

const assertionOf = async (options: Parameters<typeof certificate>[0], context = contextFor()) => {
  const parameters = await certificate(options).authenticate(context)
  return parameters.client_assertion ?? ''
}

test('the assertion is signed with PS256 and says what Entra asks for', async () => {
  const endpoint = 'https://login.example/other/oauth2/v2.0/token'
  const context = contextFor({ tokenEndpoint: endpoint, randomUuid: () => 'one-uuid' })
  const assertion = await assertionOf(own, context)
  const { publicKey } = new X509Certificate(own.certificatePem)
  const verified = await jwtVerify(assertion, publicKey, {
    currentDate: new Date(Date.UTC(2026, 10, 1, 12)),
  })
  assert.deepEqual(verified.protectedHeader, {
    alg: 'PS256',
    typ: 'JWT',
    'x5t#S256': createHash('sha256').update(derOf(own.certificatePem)).digest('base64url'),
  })
  assert.deepEqual(verified.payload, {
    aud: endpoint,
    iss: '22222222-2222-4222-8222-222222222222',
    sub: '22222222-2222-4222-8222-222222222222',
    jti: 'one-uuid',
    nbf: 1793534400,
    iat: 1793534400,
    exp: 1793535000,
  })
})

test('the assertion type goes with it', async () => {
  const { client_assertion_type: type } = await certificate(own).authenticate(contextFor())
  assert.equal(type, 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
})

test('every request has an assertion of its own', async () => {
  const credential = certificate(own)
  const context = contextFor()
  assert.notDeepEqual(
    await credential.authenticate(context),
    await credential.authenticate(context),
  )
})

test('x5c is the whole chain, as an array of base64 DER', async () => {
  const certificatePem = `${own.certificatePem}\n${other.certificatePem}\n`
  const assertion = await assertionOf({ ...own, certificatePem, sendX5c: true })
  assert.deepEqual(decodeProtectedHeader(assertion).x5c, [
    derOf(own.certificatePem).toString('base64'),
    derOf(other.certificatePem).toString('base64'),
  ])
})

test('a key in the older PKCS#1 form is read too', async () => {
  const privateKeyPem = createPrivateKey(own.privateKeyPem)
    .export({ type: 'pkcs1', format: 'pem' })
    .toString()
  assert.match(await assertionOf({ ...own, privateKeyPem }), /^eyJ/)
})

test('the cache key changes with the certificate', () => {
  assert.equal(certificate(own).cacheKey(), certificate(own).cacheKey())
  assert.notEqual(certificate(own).cacheKey(), certificate(other).cacheKey())
})

test('the key of another certificate is refused', () => {
  const options = { ...own, privateKeyPem: other.privateKeyPem }
  assert.throws(() => certificate(options), {
    name: 'ClientConfigurationError',
    message: 'private key does not belong to the first certificate',
  })
})

test('a key that is not RSA is refused', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const privateKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  assert.throws(() => certificate({ ...own, privateKeyPem }), {
    message: 'private key must be an RSA key',
  })
})

test('texts that are no PEM are refused without being repeated', () => {
  const rubbish = '-----BEGIN CERTIFICATE-----\nZq8canary\n-----END CERTIFICATE-----'
  for (const change of [
    { certificatePem: '' },
    { certificatePem: 'Zq8canary' },
    { certificatePem: rubbish },
    { privateKeyPem: 'undefined' },
    { privateKeyPem: 'Zq8canary' },
    { privateKeyPem: rubbish.replaceAll('CERTIFICATE', 'PRIVATE KEY') },
  ]) {
    assert.throws(
      () => certificate({ ...own, ...change }),
      (error: Error) =>
        error.name === 'ClientConfigurationError' && !error.message.includes('Zq8canary'),
    )
  }
})
