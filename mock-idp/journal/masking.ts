const secretName = /secret|password|assertion|token|credential|^code$|_key$/i
const harmlessName = /^(client_assertion_type|requested_token_use|(\w+_)?token_type)$/
/** What a client sends that forgot to fill a parameter in. It is no secret, and it must be seen. */
const unfilled: readonly string[] = ['', 'undefined', 'null', 'NaN', '[object Object]']
const jwt = /^[\w-]{8,}\.[\w-]{8,}\.[\w-]*$/
/** A JWT within other text. Its header is JSON, of which `{` and what follows is spelled `ew` or `ey`. */
const jwtInText = /(?<![A-Za-z0-9])e[wy][\w-]{6,}\.[\w-]*\.[\w-]*/

const parameterName = /^[a-z][\w-]{0,39}$/i
const parametersOfTheProtocol: ReadonlySet<string> = new Set([
  'assertion',
  'claims',
  'client_assertion',
  'client_assertion_type',
  'client_id',
  'client_info',
  'client_secret',
  'fmi_path',
  'grant_type',
  'requested_token_use',
  'resource',
  'scope',
])

export function isProtocolName(name: string): boolean {
  return parametersOfTheProtocol.has(name)
}

export const masked = '***'

/** A parameter as the journal may keep it: secrets, assertions and tokens are gone. */
export function maskParameter(name: string, value: string): string {
  return isSecret(name, value) ? masked : value
}

/** Whether a parameter is a secret, an assertion or a token, by its name or its shape. */
export function isSecret(name: string, value: string): boolean {
  if (unfilled.includes(value)) return false
  if (secretName.test(name) && !harmlessName.test(name)) return true
  return value.includes('.') && (jwt.test(value) || jwtInText.test(value))
}

/** All parameters as the journal may keep them, in their order. */
export function maskAll(parameters: Iterable<readonly [string, string]>): Record<string, string> {
  const shown: Record<string, string> = {}
  for (const [name, value] of parameters) shown[maskName(name, value)] = maskParameter(name, value)
  return shown
}

/** Shorter ones are no secrets, and hiding them would hide ordinary text. */
const shortestSecret = 8

/** A text without any of these secrets. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce(
    (shown, secret) =>
      secret.length >= shortestSecret && shown.includes(secret)
        ? shown.replaceAll(secret, masked)
        : shown,
    text,
  )
}

/**
 * The name of a parameter as the journal may keep it. A body that is not a form, and the rest of a secret behind
 * a bare `&`, read as names; they look like none, or have no value.
 */
export function maskName(name: string, value: string): string {
  if (parametersOfTheProtocol.has(name)) return name
  return value !== '' && parameterName.test(name) ? name : masked
}

/** Each name once, as the journal may keep it. */
export function maskNames(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => maskName(name, 'a value')))]
}

/** The part of a JWT that may be shown: header and claims, which without the signature prove nothing. */
export function withoutSignature(value: string): string | undefined {
  return jwt.test(value) ? value.slice(0, value.lastIndexOf('.')) : undefined
}
