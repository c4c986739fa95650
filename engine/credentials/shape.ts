import { constants, createHmac, createPrivateKey, sign, X509Certificate } from 'node:crypto'
import type { KeyPair } from '../cast/directory.ts'

/** A JWT before it is signed, so that a scenario can give it any shape. */
export type Shape = {
  readonly header: Members
  readonly claims: Members
  readonly signedWith: KeyPair
}

export type Members = Readonly<Record<string, unknown>>

/** The shape with other members in its header or claims; `undefined` takes one away. */
export function reshape(
  shape: Shape,
  change: { readonly header?: Members; readonly claims?: Members },
): Shape {
  return {
    ...shape,
    header: { ...shape.header, ...change.header },
    claims: { ...shape.claims, ...change.claims },
  }
}

export function signShape({ header, claims, signedWith }: Shape): string {
  const text = `${encode(header)}.${encode(claims)}`
  return `${text}.${signatureOf(text, String(header.alg), signedWith)}`
}

function encode(members: Members): string {
  return Buffer.from(JSON.stringify(members)).toString('base64url')
}

function signatureOf(text: string, algorithm: string, { privateKeyPem }: KeyPair): string {
  if (algorithm === 'none') return ''
  if (algorithm === 'HS256') {
    return createHmac('sha256', 'a shared secret').update(text).digest('base64url')
  }
  const key = createPrivateKey(privateKeyPem)
  const padding = algorithm.startsWith('PS')
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    : {}
  const hash = `sha${algorithm.slice(2)}`
  return sign(hash, Buffer.from(text), { key, ...padding }).toString('base64url')
}

/** The thumbprints by which a header names a certificate. */
export function thumbprintsOf({ certificatePem }: KeyPair) {
  const { fingerprint, fingerprint256 } = new X509Certificate(certificatePem)
  const base64url = (hex: string) =>
    Buffer.from(hex.replaceAll(':', ''), 'hex').toString('base64url')
  return { sha1: base64url(fingerprint), sha256: base64url(fingerprint256) }
}
