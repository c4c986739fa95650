const secretName = /secret|password|assertion|token|credential|^code$|_key$/i
const harmlessNames: readonly string[] = ['client_assertion_type', 'requested_token_use']
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

export const masked = '***'

/** A parameter as the journal may keep it: secrets, assertions and tokens are gone. */
export function maskParameter(name: string, value: string): string {
  if (secretName.test(name) && !harmlessNames.includes(name)) return masked
  return jwt.test(value) || jwtInText.test(value) ? masked : value
}

/**
 * The name of a parameter as the journal may keep it. A body that is not a form, and the rest of a secret behind
 * a bare `&`, read as names; they look like none, or have no value.
 */
export function maskName(name: string, value: string): string {
  if (parametersOfTheProtocol.has(name)) return name
  return value !== '' && parameterName.test(name) ? name : masked
}

/** The part of a JWT that may be shown: header and claims, which without the signature prove nothing. */
export function withoutSignature(value: string): string | undefined {
  return jwt.test(value) ? value.slice(0, value.lastIndexOf('.')) : undefined
}
