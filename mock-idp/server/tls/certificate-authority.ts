import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { publishFile, readPrivateFile, succeedFile } from '../../files/data-folder.ts'
import { DataFolderError, damaged } from '../../files/data-folder-error.ts'
import { issueCertificate, loadX509 } from './issue-certificate.ts'
import { type KeyAndCertificate, parseKeyAndCertificate } from './key-and-certificate.ts'
import { encodeNameConstraints, isNarrower } from './name-constraints.ts'
import { servedConstraints, servedNames } from './served-names.ts'

/** The local certificate authority, and whether it was made just now. */
export type CertificateAuthority = KeyAndCertificate & { readonly made: boolean }

export const authorityName = 'agentid-conformance local test CA'
const dayMs = 86_400_000
const validityMs = 5 * 365 * dayMs
/** An authority that ends sooner cannot sign a leaf of any use, so it counts as expired. */
export const shortestUseMs = 7 * dayMs
/** Certificates are valid from an hour before they are made, for clients whose clock is behind. */
export const backdatedMs = 3_600_000

/**
 * The certificate authority kept in the folder (`ca-key.pem`, 0600): read, or made when there is none,
 * when it has expired, or when it is of a version that served fewer names. It is ECDSA P-256, which
 * takes a millisecond to make. Its path length is 0, its names are constrained to `names` and its use
 * to TLS servers, so that whoever steals its key can impersonate the mock and nothing else.
 *
 * @param names - the normal forms of all names it may sign for
 * @param warn - takes a sentence for a log, when a file had to be closed to others or replaced
 * @throws DataFolderError `damaged-file` when the file is not an authority, or one for other names
 */
export async function loadOrMakeAuthority(
  folder: string,
  names: readonly string[],
  now: Date,
  warn?: (message: string) => void,
): Promise<CertificateAuthority> {
  const file = join(folder, 'ca-key.pem')
  const stored = await readPrivateFile(file, warn)
  const present = stored ?? (await publishFile(file, await makeAuthority(names, now)))
  const authority = parseAuthority(present, file)
  const isFit = await signsFor(authority, file, names)
  if (isFit && isUsable(authority, file, now)) return { ...authority, made: stored === undefined }
  if (!isFit) {
    warn?.(
      `${file} may not sign for all names that this version serves and is replaced. Let clients trust the new ca.pem beside it.`,
    )
  }
  const successor = await succeedFile(file, present, await makeAuthority(names, now))
  return { ...parseAuthority(successor, file), made: true }
}

function parseAuthority(text: string, file: string): KeyAndCertificate {
  const authority = parseKeyAndCertificate(text, file)
  const { ca, subject } = authority.certificate
  if (!ca || !subject.startsWith(`CN=${authorityName}`)) throw damaged(file, `"${authorityName}"`)
  return authority
}

/** False where an earlier version made it for fewer names. One for other names is not ours to replace. */
async function signsFor(
  { certificate: { raw } }: KeyAndCertificate,
  file: string,
  names: readonly string[],
): Promise<boolean> {
  if (raw.includes(await constraintsTo(names))) return true
  if (await isNarrower(raw, names)) return false
  throw damaged(file, `an authority that may sign for exactly ${names.join(', ')}`)
}

async function constraintsTo(names: readonly string[]): Promise<Buffer> {
  return names.join() === servedNames.join() ? servedConstraints : encodeNameConstraints(names)
}

function isUsable({ certificate }: KeyAndCertificate, file: string, now: Date): boolean {
  if (Date.parse(certificate.validFrom) > now.getTime()) {
    const times = `it is ${now.toISOString()}, and ${file} is valid from ${certificate.validFrom}`
    const advice = 'Set the clock of this machine, or delete the file.'
    throw new DataFolderError(
      'damaged-file',
      file,
      `Expected a valid authority; ${times}. ${advice}`,
    )
  }
  return Date.parse(certificate.validTo) - now.getTime() >= shortestUseMs
}

async function makeAuthority(names: readonly string[], now: Date): Promise<string> {
  const x509 = await loadX509()
  const { keyCertSign, cRLSign } = x509.KeyUsageFlags
  return issueCertificate({
    commonName: `${authorityName} ${randomBytes(4).toString('hex')}`,
    notBefore: new Date(now.getTime() - backdatedMs),
    notAfter: new Date(now.getTime() - backdatedMs + validityMs),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(keyCertSign | cRLSign, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.Extension('2.5.29.30', true, Uint8Array.from(await constraintsTo(names))),
    ],
  })
}
