import type { StoredSigningKey } from './signing-key.ts'

/** What Entra's published signing keys have: RSA-2048 and a self-signed certificate for five years. */
const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const
const entraName = 'accounts.accesscontrol.windows.net'
const validityMs = 5 * 365 * 86_400_000

/**
 * Makes a key that signs tokens, with the certificate that the mock publishes for it. That takes a fifth of a
 * second in the middle: make one and pass it to every mock that your tests create.
 *
 * @param options.now - when the certificate begins
 * @param options.commonName - whom the certificate names; by default Entra's own name
 *
 * @example
 * ```ts
 * import { createMockIdp, makeSigningKey } from 'agentid-conformance'
 *
 * const signingKeys = [await makeSigningKey({ now: new Date() })]
 * const idp = await createMockIdp({ signingKeys })
 * ```
 */
export async function makeSigningKey(options: {
  readonly now: Date
  readonly commonName?: string
}): Promise<StoredSigningKey> {
  const { now, commonName = entraName } = options
  const { subtle } = globalThis.crypto
  // What writes certificates is loaded while another thread looks for the primes.
  const [keys, x509] = await Promise.all([
    subtle.generateKey(rsa, true, ['sign', 'verify']),
    loadX509(),
  ])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${commonName}`,
    keys,
    notBefore: now,
    notAfter: new Date(now.getTime() + validityMs),
    signingAlgorithm: rsa,
  })
  const keyDer = await subtle.exportKey('pkcs8', keys.privateKey)
  return {
    privateKeyPem: `${x509.PemConverter.encode(keyDer, 'PRIVATE KEY')}\n`,
    certificatePem: `${certificate.toString('pem')}\n`,
  }
}

async function loadX509() {
  await import('reflect-metadata')
  return import('@peculiar/x509')
}
