import { damaged, inUse, StateFileError, unusable } from './state-file-error.ts'

type Value = string | number

/** As much of `libsql` as is used here. */
export type Database = {
  readonly inTransaction: boolean
  readonly exec: (sql: string) => unknown
  readonly prepare: (sql: string) => {
    readonly run: (...values: Value[]) => unknown
    readonly all: (...values: Value[]) => unknown[]
    readonly iterate: (...values: Value[]) => Iterable<unknown>
  }
  readonly close: () => unknown
}

/**
 * Opens or makes a database, which errors call `path`. The package is loaded here and nowhere else, because most
 * mocks keep nothing.
 * @throws StateFileError `unusable-file`
 */
export async function connect(file: string, path = file): Promise<Database> {
  const { default: Libsql } = await load(path)
  return explained(path, () => new Libsql(file) as Database)
}

async function load(path: string) {
  try {
    return await import('libsql')
  } catch (error) {
    const platform = `${process.platform}-${process.arch}`
    const expected = `a build of the package libsql for ${platform}, which keeps ${path}`
    throw unusable(path, expected, error, 'Install without --omit=optional, leave out --state')
  }
}

/** Runs all of the work or none of it; it is on the disk when this returns. */
export function inTransaction<Result>(database: Database, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // After some errors, such as a full disk, SQLite has done so already.
    if (database.inTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/** @throws StateFileError in the place of what SQLite throws */
export function explained<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw explain(path, error)
  }
}

function explain(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StateFileError) return error
  const code = 'code' in error ? String(error.code) : ''
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return inUse(path, 'another program', error)
  // SQLITE_ERROR: the statements are ours, so a table or column is missing.
  if (/^SQLITE_(CORRUPT|NOTADB|ERROR$)/.test(code)) return damaged(path, error.message, error)
  if (!code.startsWith('SQLITE_') && !error.message.includes('ConnectionFailed')) return error
  const advice = 'Nothing was changed. Make room on the disk and let this user write there'
  return unusable(path, `${path} to be a file that can be read and written`, error, advice)
}
