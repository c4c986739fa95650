import { webcrypto } from 'node:crypto'

/** What is wrong with the certificate of a server. */
export type CertificateFault =
  | 'an expired certificate'
  | 'a certificate that is not valid yet'
  | 'a certificate for another name'
  | 'a certificate of an unknown authority'
  | 'a self-signed certificate'

export type ServerCertificate = {
  readonly certificatePem: string
  readonly privateKeyPem: string
  /** The authority that a client of the server is told to trust. */
  readonly caPem: string
}

const aDayMs = 86_400_000
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** Validity from and until, in days from now. */
const windows: Partial<Record<CertificateFault, readonly [number, number]>> = {
  'an expired certificate': [-30, -1],
  'a certificate that is not valid yet': [1, 30],
}

/** A certificate for localhost that has exactly one fault. */
export async function faultyCertificate(fault: CertificateFault): Promise<ServerCertificate> {
  await import('reflect-metadata')
  const x509 = await import('@peculiar/x509')
  const trusted = await makeAuthority('CN=Trusted Authority')
  const stranger = await makeAuthority('CN=Unknown Authority')
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const issuer = fault === 'a certificate of an unknown authority' ? stranger : trusted
  const isSelfSigned = fault === 'a self-signed certificate'
  const name = fault === 'a certificate for another name' ? 'other.example' : 'localhost'
  const [from, until] = windows[fault] ?? [-1, 30]
  const leaf = await x509.X509CertificateGenerator.create({
    subject: `CN=${name}`,
    issuer: isSelfSigned ? `CN=${name}` : issuer.subject,
    publicKey: keys.publicKey,
    signingKey: isSelfSigned ? keys.privateKey : issuer.privateKey,
    notBefore: new Date(Date.now() + from * aDayMs),
    notAfter: new Date(Date.now() + until * aDayMs),
    signingAlgorithm: algorithm,
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: name }])],
  })
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  return {
    certificatePem: `${leaf.toString('pem')}\n`,
    privateKeyPem: `${x509.PemConverter.encode(key, 'PRIVATE KEY')}\n`,
    caPem: trusted.certificatePem,
  }
}

async function makeAuthority(subject: string) {
  const x509 = await import('@peculiar/x509')
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: subject,
    keys,
    notBefore: new Date(Date.now() - aDayMs),
    notAfter: new Date(Date.now() + 30 * aDayMs),
    signingAlgorithm: algorithm,
    extensions: [new x509.BasicConstraintsExtension(true, undefined, true)],
  })
  const certificatePem = `${certificate.toString('pem')}\n`
  return { subject, certificatePem, privateKey: keys.privateKey }
}
