import { randomBytes } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { linkUnlessThere } from '../files/link-unless-there.ts'
import { connect, explained } from './database.ts'
import { applicationId, createTables, stateVersion } from './schema.ts'
import { StateFileError, unusable } from './state-file-error.ts'

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
    await fill(temporary, path)
    await linkUnlessThere(temporary, path)
    await syncFolder(dirname(path))
  } catch (error) {
    if (error instanceof StateFileError) throw error
    const expected = `a folder at ${dirname(path)} in which a state file can be made`
    throw unusable(path, expected, error, 'Make the folder and let this user write there')
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined)
  }
}

async function fill(temporary: string, path: string): Promise<void> {
  const database = await connect(temporary, path)
  explained(path, () => {
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
