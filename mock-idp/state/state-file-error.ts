/**
 * The state file cannot be used. The message says what was expected, where, and what to do; what the file
 * holds was not changed.
 * `foreign-file`: not a state file. `newer-version`: written by a later version of this product.
 * `damaged-file`: it cannot be read whole. `in-use`: another mock has it open.
 * `unusable-file`: the operating system refuses to make, open, read or write it.
 */
export class StateFileError extends Error {
  override readonly name = 'StateFileError'
  readonly code: 'foreign-file' | 'newer-version' | 'damaged-file' | 'in-use' | 'unusable-file'
  /** The file that is at fault. */
  readonly path: string

  constructor(code: StateFileError['code'], path: string, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
    this.path = path
  }
}

const another = 'name another file with --state'

export function unusable(path: string, expected: string, cause: unknown, advice: string) {
  const what = `Expected ${expected}, but: ${reasonOf(cause)}. ${advice}, or ${another}.`
  return new StateFileError('unusable-file', path, what, cause)
}

export function foreign(path: string, found: string) {
  const what = `Expected a state file of agentid serve at ${path}, but found ${found}. The file is unchanged: ${another}.`
  return new StateFileError('foreign-file', path, what)
}

export function newer(path: string, version: number, known: number) {
  const what = `Expected a state file of version ${known} at most at ${path}, but found version ${version}. The file is unchanged: use the release of agentid-conformance that wrote it, or a later one, or ${another}.`
  return new StateFileError('newer-version', path, what)
}

export function damaged(path: string, found: string, cause?: unknown) {
  const what = `Expected an intact state file at ${path}, but it is damaged: ${found}. The file is unchanged: restore a backup of it and of ${path}-wal, or delete both to start again, or ${another}.`
  return new StateFileError('damaged-file', path, what, cause)
}

export function inUse(path: string, by: string, cause?: unknown) {
  const what = `Expected ${path} to be free, but ${by} has it open. Stop that program, or ${another}.`
  return new StateFileError('in-use', path, what, cause)
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
