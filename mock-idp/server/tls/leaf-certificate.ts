import type { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { publishFile, readPrivateFile, replaceFile } from '../../files/data-folder.ts'
import { backdatedMs, shortestUseMs } from './certificate-authority.ts'
import { normalName } from './host-name.ts'
import { issueCertificate, issuerFrom, loadX509 } from './issue-certificate.ts'
import { type KeyAndCertificate, parseKeyAndCertificate } from './key-and-certificate.ts'

/** The certificate the server presents, and whether it was made just now. */
export type LeafCertificate = KeyAndCertificate & { readonly made: boolean }

/** The longest that browsers and Apple's clients accept. */
const longestValidityMs = 397 * 86_400_000

/**
 * The server certificate kept in the folder (`leaf-key.pem`, 0600): read, or made when there is none,
 * when less than seven days of it are left, or when it is for other names or from another authority.
 *
 * @param names - its subject alternative names, in normal form
 * @param warn - takes one sentence for a log, when a file had to be closed to others
 * @throws DataFolderError `damaged-file` when the file is not a key and its certificate
 */
export async function loadOrMakeLeaf(
  folder: string,
  authority: KeyAndCertificate,
  names: readonly string[],
  now: Date,
  warn?: (message: string) => void,
): Promise<LeafCertificate> {
  const file = join(folder, 'leaf-key.pem')
  const stored = await readPrivateFile(file, warn)
  const present = stored ?? (await publishFile(file, await makeLeaf(authority, names, now)))
  const leaf = parseKeyAndCertificate(present, file)
  const made = stored === undefined
  if (isFit(leaf.certificate, authority, names, now)) return { ...leaf, made }
  const renewed = await makeLeaf(authority, names, now)
  await replaceFile(file, renewed)
  return { ...parseKeyAndCertificate(renewed, file), made: true }
}

function isFit(
  leaf: X509Certificate,
  authority: KeyAndCertificate,
  names: readonly string[],
  now: Date,
): boolean {
  const { certificate } = authority
  if (!leaf.checkIssued(certificate) || !leaf.verify(certificate.publicKey)) return false
  if (Date.parse(leaf.validFrom) > now.getTime()) return false
  if (Date.parse(leaf.validTo) - now.getTime() < shortestUseMs) return false
  return namesOf(leaf).join() === [...names].sort().join()
}

/** The subject alternative names, sorted. Node writes them as `DNS:localhost, IP Address:127.0.0.1`. */
function namesOf(certificate: X509Certificate): readonly string[] {
  const names = certificate.subjectAltName?.split(', ') ?? []
  return names.map((name) => normalName(name.replace(/^(DNS|IP Address):/, ''))).sort()
}

async function makeLeaf(
  authority: KeyAndCertificate,
  names: readonly string[],
  now: Date,
): Promise<string> {
  const x509 = await loadX509()
  const keyDer = authority.key.export({ type: 'pkcs8', format: 'der' })
  const issuer = await issuerFrom(keyDer, authority.certificatePem)
  const notBeforeMs = now.getTime() - backdatedMs
  const authorityEndsMs = Date.parse(authority.certificate.validTo)
  return issueCertificate(
    {
      commonName: 'agentid-conformance mock identity server',
      notBefore: new Date(notBeforeMs),
      notAfter: new Date(Math.min(notBeforeMs + longestValidityMs, authorityEndsMs)),
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        new x509.SubjectAlternativeNameExtension(names.map(alternativeName)),
      ],
    },
    issuer,
  )
}

function alternativeName(value: string): { type: 'ip' | 'dns'; value: string } {
  return { type: isIP(value) ? 'ip' : 'dns', value }
}
