import { createHash, randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { isAbsolute, resolve } from 'node:path'
import envPaths from 'env-paths'
import { unusable } from './data-folder-error.ts'
import { linkUnlessThere } from './link-unless-there.ts'
import { systemCode } from './system-code.ts'

/** Where this user's keys are kept when no folder is named, such as `~/.local/share/agentid-conformance`. */
export function defaultDataFolder(): string {
  const folder = envPaths('agentid-conformance', { suffix: '' }).data
  if (isAbsolute(folder)) return folder
  throw unusable(
    folder,
    'an absolute path of a data folder',
    new Error(
      'HOME or XDG_DATA_HOME is empty or relative, so the keys would be in the working directory',
    ),
  )
}

/**
 * Makes the folder, for this user alone (0700), unless it is there.
 *
 * @param folder - relative to the working directory; the user's own data folder when left out
 * @returns its absolute path
 * @throws DataFolderError `unusable-folder` when it is a file, cannot be made or written, or everybody can write to it
 */
export async function openDataFolder(folder: string = defaultDataFolder()): Promise<string> {
  const path = resolve(folder)
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
    await refuseOpenToAll(path)
    return path
  } catch (error) {
    throw unusable(path, 'a folder that can be written', error)
  }
}

/** Whoever can write there can put a certificate authority of their own in it, which your clients then trust. */
async function refuseOpenToAll(path: string): Promise<void> {
  const { mode } = await stat(path)
  if ((mode & 0o002) === 0 || process.platform === 'win32') return
  throw new Error(`every user of this machine can write to it (mode ${(mode & 0o777).toString(8)})`)
}

/**
 * Reads a file that belongs to this user alone. One that others may read is closed to them (0600)
 * and `warn` is told; on Windows the folder's own access list rules instead.
 *
 * @param warn - takes one sentence for a log
 * @returns undefined when there is no such file
 * @throws DataFolderError `unusable-folder` when it is there and cannot be read or closed
 */
export async function readPrivateFile(
  file: string,
  warn?: (message: string) => void,
): Promise<string | undefined> {
  try {
    const handle = await open(file, 'r')
    try {
      const openToOthers = ((await handle.stat()).mode & 0o077) !== 0
      if (openToOthers && process.platform !== 'win32') {
        await handle.chmod(0o600)
        warn?.(
          `${file} was readable by others and is now 0600. If others use this machine, delete it.`,
        )
      }
      return await handle.readFile('utf8')
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw unusable(file, 'a file that can be read', error)
  }
}

/**
 * Reads a file anybody may read.
 *
 * @returns undefined when there is no such file
 * @throws DataFolderError `unusable-folder` when it is there and cannot be read
 */
export async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw unusable(file, 'a file that can be read', error)
  }
}

/**
 * Writes a file unless it is there, whole or not at all: of two processes that start at once one
 * wins, and both get the winner's content.
 *
 * @returns what the file holds now
 * @throws DataFolderError `unusable-folder`
 */
export async function publishFile(file: string, content: string | Buffer): Promise<string> {
  return withTemporary(file, content, async (temporary) => {
    await linkUnlessThere(temporary, file)
    return readFile(file, 'utf8')
  })
}

/**
 * Writes a file in the place of the one that is there; a reader sees the old content or the new.
 *
 * @throws DataFolderError `unusable-folder`
 */
export async function replaceFile(file: string, content: string | Buffer): Promise<void> {
  await withTemporary(file, content, (temporary) => rename(temporary, file))
}

/**
 * Replaces content that several processes may find outdated at once, so that they agree on what
 * follows it. The successor is published under a name made from the old content, where only the
 * first can put one, and stays there for a process that is late.
 *
 * @returns what all of them agreed on
 * @throws DataFolderError `unusable-folder`
 */
export async function succeedFile(file: string, old: string, content: string): Promise<string> {
  const generation = createHash('sha256').update(old).digest('hex').slice(0, 16)
  const agreed = await publishFile(`${file}.after-${generation}`, content)
  if ((await readIfThere(file))?.toString() === old) await replaceFile(file, agreed)
  return agreed
}

/** Puts the content, on disk and 0600, beside the file for as long as `work` takes. */
async function withTemporary<Result>(
  file: string,
  content: string | Buffer,
  work: (temporary: string) => Promise<Result>,
): Promise<Result> {
  const temporary = `${file}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`
  try {
    const handle = await open(temporary, 'wx', 0o600)
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    return await work(temporary)
  } catch (error) {
    throw unusable(file, 'a file that can be written', error)
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined)
  }
}
