import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { damaged } from '../../files/data-folder-error.ts'

/** A private key (PKCS #8) and the certificate for it; one file, so that neither is without the other. */
export type KeyAndCertificate = {
  readonly keyPem: string
  readonly certificatePem: string
  readonly key: KeyObject
  readonly certificate: X509Certificate
}

/**
 * Reads the PEM text of a key and its certificate.
 *
 * @param file - where the text is from, for the message
 * @throws DataFolderError `damaged-file` unless it is one private key and the certificate for it
 */
export function parseKeyAndCertificate(text: string, file: string): KeyAndCertificate {
  const expected = 'a private key and its certificate, both PEM,'
  const keyPem = firstBlock(text, 'PRIVATE KEY')
  const certificatePem = firstBlock(text, 'CERTIFICATE')
  if (keyPem === undefined || certificatePem === undefined) throw damaged(file, expected)
  const parsed = parsePems(keyPem, certificatePem, (cause) => damaged(file, expected, cause))
  if (!parsed.certificate.checkPrivateKey(parsed.key)) throw damaged(file, expected)
  return parsed
}

function parsePems(
  keyPem: string,
  certificatePem: string,
  refusal: (cause: unknown) => Error,
): KeyAndCertificate {
  try {
    const key = createPrivateKey(keyPem)
    return { keyPem, certificatePem, key, certificate: new X509Certificate(certificatePem) }
  } catch (error) {
    throw refusal(error)
  }
}

function firstBlock(text: string, label: string): string | undefined {
  const block = new RegExp(`-----BEGIN ${label}-----[^-]+-----END ${label}-----`).exec(text)
  return block ? `${block[0]}\n` : undefined
}
