import { constants } from 'node:fs'
import { access, chmod, open, stat } from 'node:fs/promises'
import { systemCode } from '../files/system-code.ts'
import { applicationId, stateVersion } from './schema.ts'
import { damaged, foreign, newer, unusable } from './state-file-error.ts'

const headerBytes = 100
const magic = 'SQLite format 3\0'
const advice = 'Let this user read and write it'

/** What tells a file from all others, whatever its names; undefined where there is none. */
export async function identityOf(path: string): Promise<string | undefined> {
  try {
    const found = await stat(path, { bigint: true })
    if (!found.isFile()) throw foreign(path, found.isDirectory() ? 'a folder' : 'no regular file')
    return `${found.dev}:${found.ino}`
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error
    if (systemCode(error) === 'ENOENT') return undefined
    throw unusable(path, `a state file at ${path}`, error, advice)
  }
}

/**
 * Looks at a file before SQLite does, which could change one that is not ours. What makes it ours was written
 * before its name, so that it stands in the file itself whatever was going on when a mock was killed.
 * Closing a file ends the locks that this process has on it (POSIX), so it must not be open here already.
 *
 * @throws StateFileError
 */
export async function refuseOthers(path: string): Promise<void> {
  const header = await readHeader(path)
  if (header.length === 0) throw foreign(path, 'an empty file')
  if (header.length < headerBytes || header.toString('latin1', 0, magic.length) !== magic) {
    throw foreign(path, 'something else')
  }
  // sqlite.org/fileformat2.html, "The Database Header": user version at 60, application id at 68.
  if (header.readUInt32BE(68) !== applicationId)
    throw foreign(path, 'a database of another program')
  const version = header.readUInt32BE(60)
  if (version > stateVersion) throw newer(path, version, stateVersion)
  if (version !== stateVersion) throw damaged(path, `its version is ${version}`)
}

/** The file holds secrets. On Windows the access list of its folder rules instead. */
export async function closeToOthers(path: string, warn?: (message: string) => void): Promise<void> {
  if (process.platform === 'win32') return
  const { mode } = await stat(path)
  if ((mode & 0o077) === 0) return
  try {
    await chmod(path, 0o600)
  } catch (error) {
    throw unusable(path, `${path} to belong to this user`, error, 'Close it to others (0600)')
  }
  warn?.(
    `${path} was readable by others and is now 0600. It contains the secrets of the directory.`,
  )
}

async function readHeader(path: string): Promise<Buffer> {
  try {
    await access(path, constants.R_OK | constants.W_OK)
    const handle = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(headerBytes), 0, headerBytes, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw unusable(path, `${path} to be a file that can be read and written`, error, advice)
  }
}
