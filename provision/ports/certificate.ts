import { createHash, createPrivateKey, webcrypto, X509Certificate } from 'node:crypto'

/** A certificate and its key, PEM. */
export type CertificatePair = { readonly certificatePem: string; readonly keyPem: string }

/** What Entra takes for a certificate credential: RSA with SHA-256. */
const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const

export type CertificateOptions = {
  readonly commonName: string
  readonly notBefore: Date
  readonly notAfter: Date
}

/** Makes a self-signed certificate: Entra compares it with the registered one and trusts no issuer. */
export async function makeCertificate({
  commonName,
  notBefore,
  notAfter,
}: CertificateOptions): Promise<CertificatePair> {
  await import('reflect-metadata')
  const x509 = await import('@peculiar/x509')
  const keys = await webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      name: [{ CN: [commonName] }],
      keys,
      notBefore,
      notAfter,
      signingAlgorithm: rsa,
    },
    webcrypto as Crypto,
  )
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  return {
    keyPem: `${x509.PemConverter.encode(key, 'PRIVATE KEY')}\n`,
    certificatePem: `${certificate.toString('pem')}\n`,
  }
}

/** Certificates by what they are, not by how they are written. */
export const sha256Of = (der: Uint8Array): string => createHash('sha256').update(der).digest('hex')

/** The certificate in the text, if there is one and the key belongs to it. */
export function readPair(pem: string, keyPem: string): X509Certificate | undefined {
  try {
    const certificate = new X509Certificate(pem)
    return certificate.checkPrivateKey(createPrivateKey(keyPem)) ? certificate : undefined
  } catch {
    return undefined
  }
}
