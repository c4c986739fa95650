import { statSync } from 'node:fs'
import { unusable } from './state-file-error.ts'

/** Whether the files that are written are still the ones that a next start would read. */
export type FileWatch = {
  /** @throws StateFileError `unusable-file` when a file was removed or replaced since it was remembered */
  readonly check: () => void
  /** After a write: the log is made by the first one. */
  readonly remember: () => void
}

/** A file that is removed while it is open goes on taking writes, which nobody would ever read. */
export function watchFiles(path: string): FileWatch {
  const files = [path, `${path}-wal`]
  const remembered = new Map<string, string>()
  const remember = () => {
    for (const file of files) {
      const identity = remembered.get(file) ?? identityOf(file)
      if (identity !== undefined) remembered.set(file, identity)
    }
  }
  remember()
  return {
    remember,
    check: () => {
      for (const [file, identity] of remembered) {
        const found = identityOf(file)
        if (found === identity) continue
        throw unusable(
          path,
          `${file} to stay where it is while a mock runs`,
          new Error(found === undefined ? 'it was removed' : 'another file took its place'),
          'The change was not made. Export what you need through the control API, then start again',
        )
      }
    },
  }
}

function identityOf(file: string): string | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  return found && `${found.dev}:${found.ino}`
}
