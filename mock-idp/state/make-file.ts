import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, link, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { connect, explained } from './database.ts'
import { applicationId, createTables, stateVersion } from './schema.ts'
import { unusable } from './state-file-error.ts'

/**
 * Makes a state file that keeps nothing yet, for this user alone. It appears under its name whole or not at all,
 * and never in the place of another: of two mocks that start at once, one opens what the other made.
 *
 * @throws StateFileError `unusable-file`
 */
export async function makeStateFile(path: string): Promise<void> {
  const temporary = `${path}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`
  try {
    // SQLite gives the files beside it the same mode.
    await (await open(temporary, 'wx', 0o600)).close()
    await fill(temporary)
    await linkUnlessThere(temporary, path)
    await syncFolder(dirname(path))
  } catch (error) {
    const expected = `a folder at ${dirname(path)} in which a state file can be made`
    throw unusable(path, expected, error, 'Make the folder and let this user write there')
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined)
  }
}

async function fill(temporary: string): Promise<void> {
  const database = await connect(temporary)
  explained(temporary, () => {
    database.exec(`
      PRAGMA synchronous = FULL;
      BEGIN;
      PRAGMA application_id = ${applicationId};
      PRAGMA user_version = ${stateVersion};
      ${createTables}
      COMMIT`)
    database.close()
  })
}

/** What file systems without hard links answer; there a copy is the best there is. */
const withoutHardLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV']

async function linkUnlessThere(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    if (!withoutHardLinks.includes(codeOf(error))) throw error
    await copyFile(temporary, path, constants.COPYFILE_EXCL).catch((reason: unknown) => {
      if (codeOf(reason) !== 'EEXIST') throw reason
    })
  }
}

/** So that the name outlives a power failure too. Windows opens no folders and needs no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
