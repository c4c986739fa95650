import { UsageError } from '../usage-error.ts'

/** Exit code 1 means that something was judged and does not conform; no error means that. */
export function unjudged(error: unknown): UsageError {
  if (error instanceof UsageError) return error
  const message = error instanceof Error ? error.message : String(error)
  return new UsageError(message, { cause: error })
}
