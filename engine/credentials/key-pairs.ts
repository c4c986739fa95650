import { makeSigningKey } from '../../mock-idp/node.ts'
import type { KeyPair } from '../cast/directory.ts'

const aDayMs = 86_400_000
const pairs = new Map<string, Promise<KeyPair>>()

/** The key of a client or an issuer of the features. Made once in a process, for it takes a fifth of a second. */
export function harnessKeyPair(_owner: string): Promise<KeyPair> {
  return pair('registered')
}

/** A key that nobody has registered or published. */
export function strangersKeyPair(): Promise<KeyPair> {
  return pair('stranger')
}

function pair(name: string): Promise<KeyPair> {
  const known = pairs.get(name)
  if (known) return known
  // Valid since last year, so that a scenario may put the clock of its tenant back.
  const made = makeSigningKey({ now: new Date(Date.now() - 365 * aDayMs) })
  pairs.set(name, made)
  return made
}

export type ChainedKeyPair = KeyPair & {
  /** The first certificate of the chain alone. */
  readonly leafPem: string
}

let chained: Promise<ChainedKeyPair> | undefined

/** A key whose certificate was issued by another: the chain has two certificates. */
export function chainedKeyPair(): Promise<ChainedKeyPair> {
  chained ??= makeChain()
  return chained
}

const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const

async function makeChain(): Promise<ChainedKeyPair> {
  await import('reflect-metadata')
  const { PemConverter, X509CertificateGenerator } = await import('@peculiar/x509')
  const { subtle } = globalThis.crypto
  const [authority, owner] = await Promise.all([
    subtle.generateKey(rsa, true, ['sign', 'verify']),
    subtle.generateKey(rsa, true, ['sign', 'verify']),
  ])
  const notBefore = new Date(Date.now() - 365 * aDayMs)
  const notAfter = new Date(Date.now() + 365 * aDayMs)
  const validity = { notBefore, notAfter, signingAlgorithm: rsa }
  const root = await X509CertificateGenerator.createSelfSigned({
    ...validity,
    name: 'CN=Contoso Issuing Authority',
    keys: authority,
  })
  const leaf = await X509CertificateGenerator.create({
    ...validity,
    subject: 'CN=Concierge',
    issuer: root.subject,
    publicKey: owner.publicKey,
    signingKey: authority.privateKey,
  })
  const leafPem = `${leaf.toString('pem')}\n`
  const privateKey = await subtle.exportKey('pkcs8', owner.privateKey)
  return {
    leafPem,
    certificatePem: `${leafPem}${root.toString('pem')}\n`,
    privateKeyPem: `${PemConverter.encode(privateKey, 'PRIVATE KEY')}\n`,
  }
}
