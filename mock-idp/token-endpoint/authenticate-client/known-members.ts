import type { JsonObject } from '../../../wire/json-object.ts'

/**
 * The members that Entra knows of the header of an assertion, as its own refusal lists them
 * (github.com/cloudfoundry/uaa/issues/2109, 2023). `x5t#S256` came later: the page on certificate credentials
 * asks for it.
 */
export const knownHeaders = [
  'alg',
  'typ',
  'x5t',
  'x5t#S256',
  'x5c',
  'kid',
  'use',
  'enc',
  'ctx',
  'nonce',
  'rh',
  'kdf_ver',
] as const

const known: ReadonlySet<string> = new Set(knownHeaders)

/** The first member of a header that Entra does not know: `crit` and `b64` of RFC 7515 and RFC 7797 are among them. */
export function unknownHeader(header: JsonObject): string | undefined {
  return Object.keys(header).find((name) => !known.has(name))
}

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string'
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText)

/** MSAL.NET writes `nbf` and `exp` as text; Entra takes them. */
const isTime: Check = (value) =>
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'string' && /^\d{1,15}$/.test(value))

/** MSAL.NET writes `x5c` as text. */
const isChain: Check = (value) => isText(value) || isTexts(value)

/** RFC 7515 section 4.1 */
const headerChecks: Readonly<Record<string, Check>> = {
  alg: isText,
  typ: isText,
  kid: isText,
  x5t: isText,
  'x5t#S256': isText,
  x5c: isChain,
}

/** RFC 7519 section 4.1 */
const claimChecks: Readonly<Record<string, Check>> = {
  iss: isText,
  sub: isText,
  jti: isText,
  aud: (value) => isText(value) || isTexts(value),
  exp: isTime,
  nbf: isTime,
  iat: isTime,
}

/** The first member of a header or of claims whose value is not of the type that the standards give it. */
export function mistypedMember(header: JsonObject, claims: JsonObject): string | undefined {
  return mistyped(header, headerChecks) ?? mistyped(claims, claimChecks)
}

function mistyped(part: JsonObject, checks: Readonly<Record<string, Check>>): string | undefined {
  return Object.keys(checks).find(
    (name) => Object.hasOwn(part, name) && !checks[name]?.(part[name]),
  )
}
