/**
 * The client sent nothing: an option or argument is missing, malformed or unsafe.
 *
 * The client has sent nothing when it throws this. The message names the option and never
 * repeats its value, because a value in the wrong place may be a secret.
 */
export class ClientConfigurationError extends Error {
  override readonly name = 'ClientConfigurationError'
}
