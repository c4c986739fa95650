/** A command, a manifest or a list of expected failures that cannot be used as it is. */
export class AdapterUsageError extends Error {
  override readonly name = 'AdapterUsageError'
}
