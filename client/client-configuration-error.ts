/**
 * The client sent nothing: an option or argument is missing, malformed or unsafe.
 *
 * Nothing has reached the network when this is thrown. The message names the option and never
 * repeats its value, because a value in the wrong place may be a secret.
 */
export class ClientConfigurationError extends Error {
  override readonly name = 'ClientConfigurationError'
}
