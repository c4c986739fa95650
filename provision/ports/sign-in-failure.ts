import { redact } from '../../wire/redact.ts'
import { ProvisionError } from './provision-error.ts'

/** The error for what a credential of another library threw, without anything that looks like a token. */
export function signInFailure(thrown: unknown, todo: string): ProvisionError {
  const text = thrown instanceof Error ? thrown.message : String(thrown)
  return new ProvisionError(`sign-in failed: ${redact(text, [])}`, todo)
}
