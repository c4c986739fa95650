/** A report file that cannot be written or read. The message names the file and what to do. */
export class ReportError extends Error {
  override readonly name = 'ReportError'
}

/** The short reason of a file system error, such as `EACCES: permission denied`. */
export function fileSystemReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // Node adds the call and the path, which the caller already names.
  return error.message.replace(/, \w+(?: '.*)?$/s, '')
}
