/** The evidence cannot be written, read or trusted. */
export class EvidenceError extends Error {
  override readonly name = 'EvidenceError'
}

/** The reason of a file system error, without a stack. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
