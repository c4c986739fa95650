/** The command was asked for something it cannot do: a value or a variable is missing or wrong. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
