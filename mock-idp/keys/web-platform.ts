import * as base64url from 'jose/base64url'
import type { CertificateFacts, CryptoPlatform } from './crypto-platform.ts'
import { pemBytes } from './pem-bytes.ts'
import { isBase64url, type SigningKey, type StoredSigningKey } from './signing-key.ts'

const rsa = 'RSASSA-PKCS1-v1_5'
const utf8 = new TextEncoder()

/** Cryptography by WebCrypto, for every runtime that is not Node. */
export const webPlatform: CryptoPlatform = {
  importSigningKey,
  readCertificate,
  encodeText: (text) => base64url.encode(text),
  decodeText,
  encodeBytes: (bytes) => base64url.encode(bytes),
  sha256: async (text) => base64url.encode(await digest('SHA-256', utf8.encode(text))),
}

async function importSigningKey(stored: StoredSigningKey): Promise<SigningKey> {
  const { privateKeyPem, certificatePem } = stored
  const { importPKCS8 } = await import('jose/key/import')
  const privateKey = await importPKCS8(privateKeyPem, 'RS256', { extractable: true })
  const { n = '', e = '' } = await crypto.subtle.exportKey('jwk', privateKey)
  const jwk = { kty: 'RSA', n, e, alg: 'RS256' }
  const algorithm = { name: rsa, hash: 'SHA-256' }
  const publicKey = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify'])
  const der = pemBytes(certificatePem)
  return {
    kid: base64url.encode(await digest('SHA-1', der)),
    modulus: n,
    exponent: e,
    certificate: certificatePem.replace(/-----[A-Z ]+-----|\s/g, ''),
    sign: async (text) =>
      base64url.encode(
        new Uint8Array(await crypto.subtle.sign(rsa, privateKey, utf8.encode(text))),
      ),
    verify: async (text, signature) =>
      isBase64url(signature) &&
      crypto.subtle.verify(
        rsa,
        publicKey,
        Uint8Array.from(base64url.decode(signature)),
        utf8.encode(text),
      ),
  }
}

async function readCertificate(pem: string): Promise<CertificateFacts> {
  await import('reflect-metadata')
  const { X509Certificate } = await import('@peculiar/x509')
  const certificate = new X509Certificate(pem)
  const der = new Uint8Array(certificate.rawData)
  const sha1 = await digest('SHA-1', der)
  const hex = Array.from(sha1, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return {
    thumbprints: [
      base64url.encode(sha1),
      base64url.encode(await digest('SHA-256', der)),
      hex.toUpperCase(),
    ],
    notBeforeMs: certificate.notBefore.getTime(),
    notAfterMs: certificate.notAfter.getTime(),
  }
}

function decodeText(text: string): string {
  if (!isBase64url(text)) throw new TypeError('not base64url')
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(base64url.decode(text))
}

async function digest(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(name, bytes))
}
