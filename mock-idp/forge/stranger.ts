import type { CryptoPlatform } from '../keys/crypto-platform.ts'
import { makeSigningKey } from '../keys/make-signing-key.ts'
import type { SigningKey } from '../keys/signing-key.ts'

let making: Promise<SigningKey> | undefined

/** A key that no tenant publishes: made once in a process, for it takes a fifth of a second. */
export async function strangersKey(platform: CryptoPlatform): Promise<SigningKey> {
  making ??= makeSigningKey({ now: new Date(0), commonName: 'stranger' }).then(
    platform.importSigningKey,
  )
  return await making
}

let makingConsumers: Promise<SigningKey> | undefined

/**
 * The key of personal accounts. Not that of the stranger: a library that tries every key of the document would then
 * verify what the stranger signs.
 */
export async function keyOfConsumers(platform: CryptoPlatform): Promise<SigningKey> {
  makingConsumers ??= makeSigningKey({ now: new Date(0), commonName: 'personal accounts' }).then(
    platform.importSigningKey,
  )
  return await makingConsumers
}

const ellipticCurve = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
let makingElliptic: Promise<CryptoKeyPair> | undefined

/** ES256 by a key that nobody has. */
export async function signElliptic(text: string): Promise<Uint8Array> {
  const { subtle } = globalThis.crypto
  makingElliptic ??= subtle.generateKey(ellipticCurve, false, ['sign', 'verify'])
  const { privateKey } = await makingElliptic
  return new Uint8Array(
    await subtle.sign(ellipticCurve, privateKey, new TextEncoder().encode(text)),
  )
}
