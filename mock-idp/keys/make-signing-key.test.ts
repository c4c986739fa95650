import assert from 'node:assert/strict'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { test } from 'node:test'
import { nowMs, storedSigningKey } from '../testing/mock-world.ts'
import { makeSigningKey } from './make-signing-key.ts'

test('a signing key has a self-signed certificate as Entra publishes them', async () => {
  const { privateKeyPem, certificatePem } = await storedSigningKey()
  const certificate = new X509Certificate(certificatePem)
  assert.equal(certificate.subject, 'CN=accounts.accesscontrol.windows.net')
  assert.equal(certificate.issuer, certificate.subject)
  assert.ok(certificate.verify(certificate.publicKey))
  assert.ok(certificate.checkPrivateKey(createPrivateKey(privateKeyPem)))
  assert.equal(certificate.publicKey.asymmetricKeyDetails?.modulusLength, 2048)
  assert.equal(Date.parse(certificate.validFrom), nowMs)
  assert.equal(Date.parse(certificate.validTo) - nowMs, 5 * 365 * 86_400_000)
})

test('a certificate may name somebody else', async () => {
  const { certificatePem } = await makeSigningKey({ now: new Date(nowMs), commonName: 'Concierge' })
  assert.equal(new X509Certificate(certificatePem).subject, 'CN=Concierge')
})
