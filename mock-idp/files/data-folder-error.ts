/**
 * The data folder is not usable. The message says what was expected, where, and what to do.
 * `unusable-folder`: it cannot be made, read or written. `damaged-file`: a file in it is not what
 * this product wrote there, and is left untouched.
 */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'
  readonly code: 'unusable-folder' | 'damaged-file'
  /** The folder or file that is at fault. */
  readonly path: string

  constructor(code: DataFolderError['code'], path: string, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
    this.path = path
  }
}

/** The error for a folder or file that the operating system refused to open, make or write. */
export function unusable(path: string, expected: string, cause: unknown): DataFolderError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new DataFolderError(
    'unusable-folder',
    path,
    `Expected ${expected} at ${path}, but: ${reason}. Make it a folder that only this user can write to, or name another folder with --ca-dir.`,
    cause,
  )
}

/** The error for a file whose content is not what this product wrote. */
export function damaged(file: string, expected: string, cause?: unknown): DataFolderError {
  const reason = cause instanceof Error ? ` (${cause.message})` : ''
  return new DataFolderError(
    'damaged-file',
    file,
    `Expected ${expected} in ${file}, but found something else${reason}. The file is unchanged: delete it to create it again, or name another folder with --ca-dir.`,
    cause,
  )
}
