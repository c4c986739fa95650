import { X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import { publishFile, readIfThere, replaceFile } from '../../files/data-folder.ts'
import { damaged } from '../../files/data-folder-error.ts'
import { authorityName } from './certificate-authority.ts'
import { javaTrustStore } from './java-trust-store.ts'
import { bundleFiles, javaTrustStoreFile, javaTrustStorePassword } from './trust-environment.ts'

/**
 * Writes the authority's certificate as `ca.pem`, for clients to trust; one of an authority that has
 * ended is replaced.
 *
 * @returns the path of `ca.pem`
 * @throws DataFolderError `damaged-file` when `ca.pem` is not from this product; it is left untouched
 */
export async function publishCaFile(folder: string, authority: X509Certificate): Promise<string> {
  const caFile = join(folder, 'ca.pem')
  const present = await readIfThere(caFile)
  if (present && !isOurs(present)) throw damaged(caFile, `the certificate of "${authorityName}"`)
  await keepEqual(caFile, present, Buffer.from(authority.toString()))
  return caFile
}

/**
 * Writes the trust store for Java beside `ca.pem`. It holds the leaf and not the authority, because
 * Java does not look at the name constraints and path length of an authority in its trust store
 * (seen with JDK 17): there a stolen key could sign for any host. A leaf is trusted for its names only.
 */
export async function publishJavaTrustStore(caFile: string, leaf: X509Certificate): Promise<void> {
  const file = javaTrustStoreFile(caFile)
  await keepEqual(file, await readIfThere(file), javaTrustStore([leaf], javaTrustStorePassword))
}

/**
 * Writes the same beside them with the public authorities, for programs that replace their roots with what a variable
 * names, so that they go on reaching other hosts.
 *
 * @param roots - PEM, one certificate each
 */
export async function publishBundles(
  caFile: string,
  { leaf, roots }: { readonly leaf: X509Certificate; readonly roots: readonly string[] },
): Promise<void> {
  const { caBundleFile, javaBundleFile } = bundleFiles(caFile)
  const authority = (await readIfThere(caFile))?.toString().trim() ?? ''
  const bundle = Buffer.from(`${[authority, ...roots].join('\n')}\n`)
  const [presentBundle, presentStore] = [
    await readIfThere(caBundleFile),
    await readIfThere(javaBundleFile),
  ]
  // To read all certificates takes tens of milliseconds. The bundle is written last, so it stands for the store.
  if (presentBundle?.equals(bundle) && presentStore?.includes(leaf.raw)) return
  const certificates = [leaf, ...roots.map((pem) => new X509Certificate(pem))]
  const store = javaTrustStore(certificates, javaTrustStorePassword)
  await keepEqual(javaBundleFile, presentStore, store)
  await keepEqual(caBundleFile, presentBundle, bundle)
}

/** Whether a certificate is the authority of a mock, of this folder or of another. */
export function isMockAuthority(pem: string): boolean {
  return isOurs(Buffer.from(pem))
}

async function keepEqual(file: string, present: Buffer | undefined, wanted: Buffer): Promise<void> {
  if (present?.equals(wanted)) return
  if (present) return replaceFile(file, wanted)
  await publishFile(file, wanted)
}

function isOurs(pem: Buffer): boolean {
  try {
    return new X509Certificate(pem).subject.startsWith(`CN=${authorityName}`)
  } catch {
    return false
  }
}
