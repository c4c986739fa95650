const secretName = /secret|password|assertion|token|credential|^code$|_key$/i
const jwt = /^[\w-]{8,}\.[\w-]{8,}\.[\w-]*$/

export const masked = '***'

/** A parameter as the journal may keep it: secrets, assertions and tokens are gone, JWTs lose their signature. */
export function maskParameter(name: string, value: string): string {
  if (name === 'client_assertion_type' || name === 'requested_token_use') return value
  if (jwt.test(value)) return masked
  return secretName.test(name) ? masked : value
}

/** The part of a JWT that may be shown: header and claims, which without the signature prove nothing. */
export function withoutSignature(value: string): string | undefined {
  return jwt.test(value) ? value.slice(0, value.lastIndexOf('.')) : undefined
}
