import { createHash, type X509Certificate } from 'node:crypto'

/**
 * A Java key store (JKS) that trusts these certificates. Java reads no PEM, and making a store takes its
 * `keytool`; with the store beside the authority, a line of environment is enough for Java too.
 * The format is that of `sun.security.provider.JavaKeyStore`, read by every Java since 1.2. The same
 * certificates always give the same bytes.
 *
 * @param password - guards nothing, as a certificate is public; some clients insist on one
 */
export function javaTrustStore(certificates: readonly X509Certificate[], password: string): Buffer {
  const content = Buffer.concat([
    uint32(0xfeedfeed),
    uint32(2),
    uint32(certificates.length),
    ...certificates.map(entryOf),
  ])
  const whitener = Buffer.from('Mighty Aphrodite', 'utf8')
  const digest = createHash('sha1').update(utf16BigEndian(password)).update(whitener)
  return Buffer.concat([content, digest.update(content).digest()])
}

/** The first has the name of the product; names only have to differ. */
function entryOf({ raw, validFrom }: X509Certificate, at: number): Buffer {
  return Buffer.concat([
    uint32(trustedCertificate),
    text(at === 0 ? 'agentid-conformance' : `public-${at}`),
    uint64(Date.parse(validFrom)),
    text('X.509'),
    uint32(raw.length),
    raw,
  ])
}

const trustedCertificate = 2

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}

/** Java's own form of text: two bytes of length, then (ASCII here) UTF-8. */
function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8')
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes])
}

function utf16BigEndian(value: string): Buffer {
  return Buffer.from(value, 'utf16le').swap16()
}
