import assert from 'node:assert/strict'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { test } from 'node:test'
import { exchangeAppId } from '../directory/resource.ts'
import { createKeyRing } from '../keys/key-ring.ts'
import { nodePlatform } from '../keys/node-platform.ts'
import { webPlatform } from '../keys/web-platform.ts'
import {
  claimsOf,
  headerOf,
  mintingFor,
  storedSigningKey,
  targetOf,
  unusableKey,
} from '../testing/mock-world.ts'
import { signToken } from './sign-token.ts'

const stored = await storedSigningKey()
const key = await nodePlatform.importSigningKey(stored)
const signing = () => mintingFor({ keys: createKeyRing([key]) })
const publicKey = createPublicKey(stored.certificatePem)

function verifies(token: string): boolean {
  const [header, payload, signature = ''] = token.split('.')
  const text = Buffer.from(`${header}.${payload}`)
  return verify('sha256', text, publicKey, Buffer.from(signature, 'base64url'))
}

test('a version 2 token has a header of typ, alg and kid', async () => {
  const minting = await signing()
  const { token } = await signToken(minting, targetOf(minting, exchangeAppId).resource, { a: 1 })
  const header = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()
  assert.equal(header, `{"typ":"JWT","alg":"RS256","kid":"${key.kid}"}`)
  assert.deepEqual(claimsOf(token), { a: 1 })
  assert.ok(verifies(token))
})

test('a version 1 token names its key as x5t and as kid', async () => {
  const minting = await signing()
  const { token } = await signToken(minting, targetOf(minting).resource, { a: 1 })
  const header = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()
  assert.equal(header, `{"typ":"JWT","alg":"RS256","x5t":"${key.kid}","kid":"${key.kid}"}`)
  assert.ok(verifies(token))
})

for (const platform of [nodePlatform, webPlatform]) {
  const name = platform === nodePlatform ? 'Node' : 'the web'
  test(`a token with a hashed nonce verifies only with its SHA-256, on ${name}`, async () => {
    const minting = { ...(await signing()), platform }
    const { resource } = targetOf(minting, undefined, { hashedNonce: true })
    const { token } = await signToken(minting, resource, { a: 1 })
    assert.equal(verifies(token), false)

    const { nonce, ...rest } = headerOf(token)
    assert.equal(nonce, 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8')
    assert.deepEqual(rest, { typ: 'JWT', alg: 'RS256', x5t: key.kid, kid: key.kid })
    const hash = createHash('sha256').update(String(nonce)).digest('base64url')
    const header = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()
    const signed = Buffer.from(header.replace(String(nonce), hash)).toString('base64url')
    assert.ok(verifies([signed, ...token.split('.').slice(1)].join('.')))
  })
}

test('a token is signed with the key that the tenant uses now', async () => {
  const keys = createKeyRing([unusableKey])
  const minting = await mintingFor({ keys })
  keys.rotateTo(key)
  const { token } = await signToken(minting, targetOf(minting).resource, {})
  assert.equal(headerOf(token).kid, key.kid)
})

test('a tampered token says what the tampering made of it, and is signed all the same', async () => {
  const minting = { ...(await signing()), tamper: () => ({ b: 2 }) }
  const { token, claims } = await signToken(minting, targetOf(minting).resource, { a: 1 })
  assert.deepEqual(claims, { b: 2 })
  assert.deepEqual(claimsOf(token), { b: 2 })
  assert.ok(verifies(token))
})
