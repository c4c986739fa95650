import { constants, createHmac, createPrivateKey, sign, X509Certificate } from 'node:crypto'
import type { KeyPair } from '../cast/directory.ts'
import { NotTestable } from '../outcomes/not-testable.ts'
import { claimsOf, headerOf } from '../requests/answer.ts'

/** A JWT before it is signed, so that a scenario can give it any shape. */
export type Shape = {
  readonly header: Members
  readonly claims: Members
  /** Absent: only its issuer has the key. */
  readonly signedWith?: KeyPair | undefined
  /** Its public key, if its issuer publishes one. */
  readonly publishedJwk?: Members | undefined
  /** As its issuer wrote it, as long as it is unchanged. */
  readonly asIssued?: string | undefined
}

export type Members = Readonly<Record<string, unknown>>

/** The shape with other members in its header or claims; `undefined` takes one away. */
export function reshape(
  shape: Shape,
  change: { readonly header?: Members; readonly claims?: Members },
): Shape {
  return {
    ...shape,
    asIssued: undefined,
    header: { ...shape.header, ...change.header },
    claims: { ...shape.claims, ...change.claims },
  }
}

/** The shape with the signature of somebody else. */
export function signedBy(shape: Shape, signedWith: KeyPair): Shape {
  return { ...shape, asIssued: undefined, signedWith }
}

/** A JWT that somebody else signed. */
export function shapeAsIssued(jwt: string): Shape {
  return { header: headerOf(jwt), claims: claimsOf(jwt), asIssued: jwt }
}

/** @throws {NotTestable} for a changed JWT whose key only its issuer has */
export function signShape({ header, claims, signedWith, asIssued }: Shape): string {
  if (asIssued !== undefined) return asIssued
  const text = `${encode(header)}.${encode(claims)}`
  return `${text}.${signatureOf(text, String(header.alg), signedWith)}`
}

function encode(members: Members): string {
  return Buffer.from(JSON.stringify(members)).toString('base64url')
}

function signatureOf(text: string, algorithm: string, keyPair: KeyPair | undefined): string {
  if (algorithm === 'none') return ''
  if (algorithm === 'HS256') {
    return createHmac('sha256', 'a shared secret').update(text).digest('base64url')
  }
  if (!keyPair) throw new NotTestable('only the issuer of the assertion file has its key')
  const key = createPrivateKey(keyPair.privateKeyPem)
  const padding = algorithm.startsWith('PS')
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    : {}
  const hash = `sha${algorithm.slice(2)}`
  return sign(hash, Buffer.from(text), { key, ...padding }).toString('base64url')
}

/** The thumbprints by which a header names the certificate of its key. */
export function thumbprintsOf({ signedWith }: Pick<Shape, 'signedWith'>) {
  if (!signedWith) throw new NotTestable('only the issuer of the assertion file has its key')
  const { certificatePem } = signedWith
  const { fingerprint, fingerprint256 } = new X509Certificate(certificatePem)
  const base64url = (hex: string) =>
    Buffer.from(hex.replaceAll(':', ''), 'hex').toString('base64url')
  return { sha1: base64url(fingerprint), sha256: base64url(fingerprint256) }
}
