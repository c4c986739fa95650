import { readFile } from 'node:fs/promises'
import { rootCertificates } from 'node:tls'

/** Where a shell names the authorities that its programs trust. */
const naming = ['SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS']
const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/**
 * The public certificate authorities, each as PEM: those of Node, which are Mozilla's, and those that this shell names,
 * such as the one of a company's proxy. A file that names an authority of the mock counts for its others only.
 *
 * @param isOwn whether a certificate is of the mock
 */
export async function publicRoots(
  env: Readonly<Record<string, string | undefined>>,
  isOwn: (pem: string) => boolean,
): Promise<readonly string[]> {
  const files = new Set(naming.flatMap((name) => env[name] ?? []))
  const texts = await Promise.all([...files].map(readIfThere))
  const named = texts.flatMap((text) => text.match(certificate) ?? [])
  const byContent = new Map<string, string>()
  for (const pem of [...rootCertificates, ...named]) {
    const content = pem.replaceAll(/\s/g, '')
    if (!byContent.has(content)) byContent.set(content, pem.trim())
  }
  const known = new Set(rootCertificates.map((pem) => pem.trim()))
  return [...byContent.values()].filter((pem) => known.has(pem) || !isOwn(pem))
}

/** A shell can name a file that is gone: no program of it trusts what was there. */
async function readIfThere(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '')
}
