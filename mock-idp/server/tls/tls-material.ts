import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { openDataFolder } from '../../files/data-folder.ts'
import { type CertificateAuthority, loadOrMakeAuthority } from './certificate-authority.ts'
import { normalName } from './host-name.ts'
import { loadOrMakeLeaf } from './leaf-certificate.ts'
import { isPermitted } from './name-constraints.ts'
import { servedNames } from './served-names.ts'
import { publishBundles, publishCaFile, publishJavaTrustStore } from './trust-files.ts'

/** Where the server's certificates are kept and whom they are for. */
export type TlsOptions = {
  /** The user's own data folder when left out. */
  readonly folder?: string | undefined
  readonly now: Date
  /** Further host names or addresses to be reached by, as `--allow-remote` brings. */
  readonly extraHosts?: readonly string[]
  /** The public authorities, PEM, one certificate each. Left out: no bundles with them are written. */
  readonly publicRoots?: readonly string[] | undefined
  /** Takes one sentence for a log, when a file had to be closed to others. */
  readonly warn?: (message: string) => void
}

/** What an https server needs, and the file that lets a client trust it. */
export type TlsMaterial = {
  /** The authority's certificate, PEM, alone: what clients are told to trust. Java's trust store is beside it. */
  readonly caFile: string
  readonly caPem: string
  readonly leafCertificatePem: string
  readonly leafKeyPem: string
  /** What was made at this start. With a new authority the leaf is new too, and clients must be told. */
  readonly created: 'ca' | 'leaf' | 'nothing'
}

/**
 * Reads the server's certificates, and makes those that are missing or have ended. When nothing has
 * to be made it takes a few milliseconds and loads no certificate library.
 *
 * A host the user's authority may not sign for gets an authority of its own in a subfolder, so that
 * the one which is trusted everywhere never learns a wider set of names.
 *
 * @throws DataFolderError when the folder cannot be used, or a file in it is damaged
 * @throws TypeError when one of `extraHosts` is not a host name or address
 *
 * @example
 * const tls = await loadOrMakeTls({ now: new Date() })
 * https.createServer({ cert: tls.leafCertificatePem, key: tls.leafKeyPem })
 */
export async function loadOrMakeTls(options: TlsOptions): Promise<TlsMaterial> {
  const { now, warn, extraHosts = [] } = options
  const extra = extraHosts.map(normalName)
  const foreign = [...new Set(extra)].filter((host) => !isPermitted(host, servedNames)).sort()
  const permitted = [...servedNames, ...foreign]
  const names = [...new Set([...servedNames, ...extra])]

  const shared = await openDataFolder(options.folder)
  const folder = foreign.length
    ? await openDataFolder(join(shared, 'hosts', nameOf(foreign)))
    : shared
  const authority = await loadOrMakeAuthority(folder, permitted, now, warn)
  const caFile = await publishCaFile(folder, authority.certificate)
  const leaf = await loadOrMakeLeaf(folder, authority, names, now, warn)
  await publishJavaTrustStore(caFile, leaf.certificate)
  if (options.publicRoots !== undefined) {
    await publishBundles(caFile, { leaf: leaf.certificate, roots: options.publicRoots })
  }

  return {
    caFile,
    caPem: authority.certificatePem,
    leafCertificatePem: leaf.certificatePem,
    leafKeyPem: leaf.keyPem,
    created: creation(authority, leaf.made),
  }
}

function creation(authority: CertificateAuthority, leafMade: boolean): TlsMaterial['created'] {
  if (authority.made) return 'ca'
  return leafMade ? 'leaf' : 'nothing'
}

/** A folder name for a sorted set of hosts: readable, and different for every set. */
function nameOf(hosts: readonly string[]): string {
  const readable = (hosts[0] ?? '').replace(/[^a-z0-9.-]/g, '-').slice(0, 60)
  const digest = createHash('sha256').update(hosts.join()).digest('hex').slice(0, 8)
  return `${readable}-${digest}`
}
