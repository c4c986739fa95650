import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file of certificates to trust. */
export type CaBundle = {
  readonly file: string
  /** Removes the file, where it was made for this. */
  readonly remove: () => Promise<void>
}

/**
 * A variable such as `NODE_EXTRA_CA_CERTS` names one file. When the program was given one already, it
 * gets a file that holds both, so it still trusts what it trusted before.
 *
 * @param caFile the certificate of the mock's authority
 * @param inheritedFile what the variable names so far
 */
export async function openCaBundle(
  caFile: string,
  inheritedFile: string | undefined,
): Promise<CaBundle> {
  const inherited = inheritedFile === caFile ? undefined : await readIfReadable(inheritedFile)
  if (inherited === undefined) return { file: caFile, remove: async () => {} }
  const folder = await mkdtemp(join(tmpdir(), 'agentid-ca-'))
  const file = join(folder, 'ca-bundle.pem')
  await writeFile(file, `${inherited.trimEnd()}\n${await readFile(caFile, 'utf8')}`)
  return { file, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Node only warns of a file it cannot read; neither is that an error here. */
async function readIfReadable(file: string | undefined): Promise<string | undefined> {
  if (!file) return undefined
  try {
    return await readFile(file, 'utf8')
  } catch {
    return undefined
  }
}
