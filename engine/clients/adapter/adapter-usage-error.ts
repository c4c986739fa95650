/** The command, the manifest or the list of expected failures is invalid. */
export class AdapterUsageError extends Error {
  override readonly name = 'AdapterUsageError'
}
