import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'

/** The text of every feature of the package. */
export async function readFeatureFiles(): Promise<readonly string[]> {
  const folder = join(packageRoot, 'features')
  const names = await readdir(folder, { recursive: true })
  return Promise.all(
    names
      .filter((name) => name.endsWith('.feature'))
      .map((name) => readFile(join(folder, name), 'utf8')),
  )
}
