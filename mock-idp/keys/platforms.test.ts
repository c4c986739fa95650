import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { storedSigningKey } from '../testing/mock-world.ts'
import { nodePlatform } from './node-platform.ts'
import { webPlatform } from './web-platform.ts'

const stored = await storedSigningKey()
const node = await nodePlatform.importSigningKey(stored)
const web = await webPlatform.importSigningKey(stored)

test('Node and the web read the same key from the same file', () => {
  const facts = ({ kid, modulus, exponent, certificate }: typeof node) => ({
    kid,
    modulus,
    exponent,
    certificate,
  })
  assert.deepEqual(facts(web), facts(node))
  assert.match(node.kid, /^[\w-]{27}$/)
  assert.match(node.modulus, /^[\w-]{342}$/)
  assert.equal(node.exponent, 'AQAB')
})

test('Node and the web make the same signature, and each verifies it', async () => {
  for (const text of ['', 'header.payload', 'Zoë ✓ 𝄞']) {
    const signature = await node.sign(text)
    assert.equal(await web.sign(text), signature)
    assert.ok(await web.verify(text, signature))
    assert.ok(await node.verify(text, signature))
    assert.equal(await web.verify(`${text}.`, signature), false)
    assert.equal(await node.verify(`${text}.`, signature), false)
  }
})

test('any text is judged as a signature, by Node and the web alike', async () => {
  const signature = await node.sign('text')
  const text = fc.oneof(
    fc.string(),
    fc.base64String(),
    fc.string({ maxLength: 3 }).map((tail) => `${signature}${tail}`),
    fc.constantFrom(`${signature}=`, ` ${signature}`, signature.replaceAll('-', '+')),
  )
  await fc.assert(
    fc.asyncProperty(text, async (one) => {
      assert.equal(await web.verify('text', one), await node.verify('text', one))
      assert.equal(await node.verify('text', one), one === signature)
    }),
  )
})

test('Node and the web read the same facts from a certificate', async () => {
  const certificate = new X509Certificate(stored.certificatePem)
  const facts = await nodePlatform.readCertificate(stored.certificatePem)
  assert.deepEqual(await webPlatform.readCertificate(stored.certificatePem), facts)
  const [sha1, sha256, hex] = facts.thumbprints
  assert.equal(Buffer.from(hex ?? '', 'hex').toString('base64url'), sha1)
  assert.equal(hex, certificate.fingerprint.replaceAll(':', ''))
  assert.equal(
    Buffer.from(sha256 ?? '', 'base64url')
      .toString('hex')
      .toUpperCase(),
    certificate.fingerprint256.replaceAll(':', ''),
  )
  assert.equal(facts.notBeforeMs, Date.UTC(2026, 10, 23, 12))
  assert.equal(facts.notAfterMs - facts.notBeforeMs, 5 * 365 * 86_400_000)
})

test('Node and the web spell text and bytes the same', async () => {
  assert.equal(nodePlatform.encodeText('{"a":"✓"}'), 'eyJhIjoi4pyTIn0')
  assert.equal(nodePlatform.encodeBytes(Uint8Array.of(251, 255, 254)), '-__-')
  assert.equal(await nodePlatform.sha256('abc'), 'ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0')
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.uint8Array(), async (text, bytes) => {
      assert.equal(webPlatform.encodeText(text), nodePlatform.encodeText(text))
      assert.equal(webPlatform.encodeBytes(bytes), nodePlatform.encodeBytes(bytes))
      assert.equal(await webPlatform.sha256(text), await nodePlatform.sha256(text))
    }),
  )
})

test('a part of a larger buffer is spelled without the rest', () => {
  const part = new Uint8Array([1, 2, 3, 4]).subarray(1, 3)
  assert.equal(nodePlatform.encodeBytes(part), 'AgM')
  assert.equal(webPlatform.encodeBytes(part), 'AgM')
})
