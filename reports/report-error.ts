/** A report that cannot be written or read. The message says which file and what to do. */
export class ReportError extends Error {
  override readonly name = 'ReportError'
}

/** Why the file system refused, in its own short words, such as `EACCES: permission denied`. */
export function fileSystemReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // Node repeats the call and the path, which the caller names already.
  return error.message.replace(/, \w+(?: '.*)?$/s, '')
}
