import type { Extension } from '@peculiar/x509'

/** The library that makes certificates. It takes tens of milliseconds to load, so only what makes one does. */
export async function loadX509() {
  await import('reflect-metadata')
  return import('@peculiar/x509')
}

/** What a certificate says, apart from its key. Times are written to the second. */
export type CertificateContent = {
  readonly commonName: string
  readonly notBefore: Date
  readonly notAfter: Date
  readonly extensions: readonly Extension[]
}

/** Who signs: the authority's name as its certificate spells it, its keys. */
export type Issuer = {
  readonly name: string
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
}

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const

/**
 * Makes a P-256 key and a certificate for it, with a random positive serial number.
 *
 * @param issuer - signs it; left out, it signs itself
 * @returns the private key (PKCS #8) followed by the certificate, both PEM
 */
export async function issueCertificate(
  content: CertificateContent,
  issuer?: Issuer,
): Promise<string> {
  const x509 = await loadX509()
  const { subtle } = globalThis.crypto
  const pair = await subtle.generateKey(ecdsa, true, ['sign', 'verify'])
  const subject = `CN=${content.commonName}`
  const signer = issuer ?? { name: subject, ...pair }
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer: signer.name,
    notBefore: content.notBefore,
    notAfter: content.notAfter,
    publicKey: pair.publicKey,
    signingKey: signer.privateKey,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    extensions: [
      ...content.extensions,
      await x509.SubjectKeyIdentifierExtension.create(pair.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(signer.publicKey),
    ],
  })
  const keyDer = await subtle.exportKey('pkcs8', pair.privateKey)
  const keyPem = x509.PemConverter.encode(keyDer, 'PRIVATE KEY')
  return `${keyPem}\n${certificate.toString('pem')}\n`
}

/** The signer that an authority's stored key and certificate make. */
export async function issuerFrom(keyDer: Buffer, certificatePem: string): Promise<Issuer> {
  const x509 = await loadX509()
  const certificate = new x509.X509Certificate(certificatePem)
  const { subtle } = globalThis.crypto
  const privateKey = await subtle.importKey('pkcs8', Uint8Array.from(keyDer), ecdsa, false, [
    'sign',
  ])
  const publicKey = await certificate.publicKey.export(ecdsa, ['verify'])
  return { name: certificate.subject, privateKey, publicKey }
}
