import { open, readFile, rename, rm } from 'node:fs/promises'
import { ProvisionError } from './provision-error.ts'

/** Files that belong to this user alone. */
export type PrivateFiles = {
  /** Undefined when there is no such file. */
  readonly read: (path: string) => Promise<string | undefined>
  /** Writes the file whole or not at all, on disk when it returns, mode 0600. */
  readonly replace: (path: string, text: string) => Promise<void>
  /** Also succeeds if there is no such file. */
  readonly remove: (path: string) => Promise<void>
}

const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown'

const unusable = (
  doing: 'read' | 'write' | 'remove',
  path: string,
  error: unknown,
): ProvisionError =>
  new ProvisionError(
    `cannot ${doing} ${path} (${systemCode(error)})`,
    'Check the folder and its permissions, or name another file with --out.',
  )

/** Always the same, so that the next process replaces or removes what a killed one leaves. */
const temporaryOf = (path: string): string => `${path}.tmp`

/** Windows has no modes; there a file inherits the access list of its folder. */
export const privateFiles: PrivateFiles = {
  read: async (path) => {
    try {
      return await readFile(path, 'utf8')
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return undefined
      throw unusable('read', path, error)
    }
  },
  replace: async (path, text) => {
    const temporary = temporaryOf(path)
    try {
      await rm(temporary, { force: true })
      const handle = await open(temporary, 'wx', 0o600)
      try {
        await handle.writeFile(text)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(temporary, path)
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined)
      throw unusable('write', path, error)
    }
  },
  remove: async (path) => {
    try {
      await rm(path, { force: true })
      await rm(temporaryOf(path), { force: true })
    } catch (error) {
      throw unusable('remove', path, error)
    }
  },
}
