import { createPublicKey, X509Certificate } from 'node:crypto'
import type { Members } from './shape.ts'

/** What everybody may know of a key: the key as a JWK, and its certificate. */
export type PublicKey = { readonly jwk: Members; readonly certificatePem: string }

type Secret = string | Buffer

/**
 * Each form in which a provider may hold a public key, and so may take it for the secret of an HMAC (RFC 8725 section
 * 2.1). Whoever knows the public key knows them all.
 */
export const publicKeyForms: Readonly<Record<string, (key: PublicKey) => Secret>> = {
  'the public key': (key) => pem(key, 'spki'),
  'the public key without its last line end': (key) => pem(key, 'spki').trimEnd(),
  'the public key in DER': (key) => der(key, 'spki'),
  'the public key in base64': (key) => der(key, 'spki').toString('base64'),
  'the public key of PKCS 1': (key) => pem(key, 'pkcs1'),
  'the public key of PKCS 1 in DER': (key) => der(key, 'pkcs1'),
  'the published key as it is written': ({ jwk }) => JSON.stringify(jwk),
  // As the thumbprint of a key is made (RFC 7638 section 3.2).
  'the required members of the published key': ({ jwk: { e, kty, n } }) =>
    JSON.stringify({ e, kty, n }),
  'the modulus of the public key': ({ jwk }) => String(jwk.n),
  'the bytes of the modulus of the public key': ({ jwk }) =>
    Buffer.from(String(jwk.n), 'base64url'),
  'the published certificate': ({ certificatePem }) => certificatePem,
  'the published certificate without its last line end': ({ certificatePem }) =>
    certificatePem.trimEnd(),
  'the published certificate in DER': (key) => certificate(key),
  'the published certificate in base64': (key) => certificate(key).toString('base64'),
  'an empty secret': () => '',
}

function pem(key: PublicKey, type: 'spki' | 'pkcs1'): string {
  return keyObject(key).export({ type, format: 'pem' }).toString()
}

function der(key: PublicKey, type: 'spki' | 'pkcs1'): Buffer {
  return keyObject(key).export({ type, format: 'der' })
}

function keyObject({ jwk: { kty, n, e } }: PublicKey) {
  const key = { kty: String(kty), n: String(n), e: String(e) }
  return createPublicKey({ key, format: 'jwk' })
}

function certificate({ certificatePem }: PublicKey): Buffer {
  return new X509Certificate(certificatePem).raw
}
