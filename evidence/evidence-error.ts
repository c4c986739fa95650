/** Evidence cannot be written, read or trusted. */
export class EvidenceError extends Error {
  override readonly name = 'EvidenceError'
}

/** Why the file system refused, without a stack. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
