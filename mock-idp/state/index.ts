import { resolve } from 'node:path'
import type { Tenant } from '../directory/tenant.ts'
import type { DirectoryState } from '../ports/directory-state.ts'
import { connect, type Database, explained, inTransaction } from './database.ts'
import { closeToOthers, identityOf, refuseOthers } from './inspect-file.ts'
import { makeStateFile } from './make-file.ts'
import { readTenants } from './read-tenants.ts'
import { damaged, inUse, unusable } from './state-file-error.ts'
import { watchFiles } from './watch-files.ts'
import { createWriter } from './write-tenants.ts'

/** A directory that is kept in a file. */
export type StateFile = DirectoryState & {
  /** Nothing was kept in it before. */
  readonly isNew: boolean
  /** Leaves one file, and lets others open it. */
  readonly close: () => void
}

/** A file that is open twice in one process would lose its locks when one of the two is closed (POSIX). */
const openHere = new Set<string>()

/**
 * Opens the file in which a directory is kept, and makes it where it is missing. No other mock can open it until
 * it is closed or the process ends, however it ends.
 *
 * @param warn - takes one sentence for a log
 * @throws StateFileError
 */
export async function openStateFile(
  file: string,
  { warn }: { readonly warn?: (message: string) => void } = {},
): Promise<StateFile> {
  const path = resolve(file)
  if ((await identityOf(path)) === undefined) await makeStateFile(path)
  const identity = await identityOf(path)
  if (identity === undefined) {
    const gone = new Error('it is not there')
    throw unusable(path, `a state file at ${path}`, gone, 'Let nobody remove it')
  }
  if (openHere.has(identity)) throw inUse(path, 'another mock of this process')
  openHere.add(identity)
  try {
    await refuseOthers(path)
    await closeToOthers(path, warn)
    const database = await connect(path)
    return stateIn(database, path, { closed: () => openHere.delete(identity), warn })
  } catch (error) {
    openHere.delete(identity)
    throw error
  }
}

type Listeners = {
  readonly closed: () => void
  readonly warn: ((message: string) => void) | undefined
}

function stateIn(database: Database, path: string, { closed, warn }: Listeners): StateFile {
  explained(path, () => {
    try {
      openForWriting(database, path)
    } catch (error) {
      database.close()
      throw error
    }
  })
  const writer = explained(path, () => createWriter(database))
  const written = new Map<string, Tenant>()
  const present = watchFiles(path)
  const write = (work: () => void) => {
    try {
      present.check()
      explained(path, () => inTransaction(database, work))
      present.remember()
    } catch (error) {
      // Whoever asked for the change learns that it failed; why, whoever runs the mock.
      warn?.((error as Error).message)
      throw error
    }
  }
  const isNew = explained(path, () => !hasBegun(database))
  return {
    isNew,
    load: () => {
      if (isNew) return undefined
      const kept = explained(path, () => readTenants(database, path))
      for (const { tenant } of kept) written.set(tenant.id, tenant)
      return kept
    },
    begin: (tenants) => {
      write(() => {
        for (const kept of tenants) writer.tenant(kept, undefined)
        database.exec("INSERT INTO about VALUES ('begun', 'yes')")
      })
      for (const { tenant } of tenants) written.set(tenant.id, tenant)
    },
    put: (kept) => {
      const { tenant } = kept
      write(() => writer.tenant(kept, written.get(tenant.id)))
      written.set(tenant.id, tenant)
    },
    remove: (tenantId) => {
      write(() => writer.remove(tenantId))
      written.delete(tenantId)
    },
    change: (tenantId, changes) => write(() => writer.changes(tenantId, changes)),
    close: () => {
      try {
        release(database)
      } catch {
        // On a full disk the log stays beside the file, as after a kill. Nothing is lost.
        database.close()
      }
      closed()
    },
  }
}

/** As bytes: a message may quote text that is not UTF-8, for which the library ends the process. */
const integrityCheck =
  'SELECT CAST(integrity_check AS BLOB) AS found FROM pragma_integrity_check(1)'

/**
 * A write-ahead log needs one `fsync` for each transaction; FULL makes it before the transaction returns. Against a
 * process that is killed less would do, against a machine that loses power it would not. The exclusive lock, which
 * the first read takes, keeps other mocks out, and the operating system ends it with the process.
 */
function openForWriting(database: Database, path: string): void {
  database.exec('PRAGMA locking_mode = EXCLUSIVE')
  const [answer] = database.prepare(integrityCheck).all() as { readonly found?: unknown }[]
  const found = Buffer.from((answer?.found ?? '') as Uint8Array).toString('utf8')
  if (found !== 'ok') throw damaged(path, found.replace(/^\*.*\*\s+/, ''))
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  inTransaction(database, () => undefined)
}

function hasBegun(database: Database): boolean {
  return database.prepare("SELECT value FROM about WHERE name = 'begun'").all().length > 0
}

/** Statements of the library live on after `close` and would keep the lock, so it is given up before. */
function release(database: Database): void {
  database.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL')
  database.prepare('SELECT name FROM about').all()
  database.close()
}
