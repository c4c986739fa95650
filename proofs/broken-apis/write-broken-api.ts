import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../../engine/package-root.ts'
import type { BrokenApi, Edit } from './broken-api.ts'

const reference = join(packageRoot, 'examples', 'api')

/** What edits may use: the parts of a token as they are before anybody verifies them. */
const beforehand = `import * as crypto from 'node:crypto'
import * as jose from 'jose'
const seen = (token) => {
  try {
    return { header: jose.decodeProtectedHeader(token), claims: jose.decodeJwt(token) }
  } catch {
    return { header: {}, claims: {} }
  }
}
`

/**
 * The source with these edits.
 * @throws {TypeError} if one does not fit: the reference has changed, and the fault has to follow
 */
export function edited(source: string, edits: readonly Edit[]): string {
  return edits.reduce((text, [from, to]) => {
    const places = text.split(from).length - 1
    if (places !== 1) throw new TypeError(`the reference API has ${places} places with: ${from}`)
    return text.replace(from, () => to)
  }, source)
}

/** Writes a broken copy of the reference API into this folder. */
export async function writeBrokenApi(
  folder: string,
  { check = [], server = [] }: Pick<BrokenApi, 'check' | 'server'>,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  await symlink(join(packageRoot, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const write = async (file: string, edits: readonly Edit[], before = '') => {
    const source = await readFile(join(reference, file), 'utf8')
    await writeFile(join(folder, file), before + edited(source, edits))
  }
  await write('check-caller.mjs', check, beforehand)
  await write('server.mjs', server)
}
