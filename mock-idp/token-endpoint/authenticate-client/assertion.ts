import type { JWTPayload, ProtectedHeaderParameters } from 'jose'
import { isJsonObject } from '../../../wire/json-object.ts'
import { enforce } from '../../answers/enforce.ts'
import type { CryptoPlatform } from '../../keys/crypto-platform.ts'
import { assertionRules } from '../../rules/assertion.ts'
import type { TenantSession } from '../session.ts'

/** A client assertion, read but not yet believed. Times are in seconds since 1970. */
export type Assertion = {
  readonly jwt: string
  readonly header: ProtectedHeaderParameters
  readonly claims: JWTPayload
  readonly algorithm: string
  readonly issuer: string
  readonly subject: string
  readonly audiences: readonly string[]
  readonly notBeforeSeconds: number
  readonly expiresSeconds: number
}

const supportedAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256']

/** @throws {Refusal} under the first ASSERT rule that is broken */
export function readAssertion(
  jwt: string,
  { examination }: TenantSession,
  { decodeText }: CryptoPlatform,
): Assertion {
  const decoded = decode(jwt, decodeText)
  enforce(assertionRules.form, { isJwt: decoded !== undefined }, examination)
  if (!decoded) throw new TypeError('the client assertion cannot be read')

  const { header, claims } = decoded
  const audiences = stringsOf(claims.aud)
  const issuer = typeof claims.iss === 'string' ? claims.iss : ''
  const expiresSeconds = seconds(claims.exp)
  const algorithm = String(header.alg)
  enforce(
    assertionRules.claims,
    {
      missingClaim: missing(issuer, audiences),
      algorithm,
      supportedAlgorithm: supportedAlgorithms.includes(algorithm),
      hasExpiry: expiresSeconds !== undefined,
    },
    examination,
  )
  return {
    jwt,
    header,
    claims,
    algorithm,
    issuer,
    subject: typeof claims.sub === 'string' ? claims.sub : '',
    audiences,
    notBeforeSeconds: seconds(claims.nbf) ?? 0,
    expiresSeconds: expiresSeconds ?? Number.MAX_SAFE_INTEGER,
  }
}

/**
 * Every redemption runs this, so it decodes with the platform's own decoder instead of `readJwt`. `decodeJwt` and
 * `decodeProtectedHeader` of jose each decode what they need anew, in twice the time.
 */
function decode(jwt: string, decodeText: CryptoPlatform['decodeText']) {
  const parts = jwt.split('.')
  if (parts.length !== 3) return undefined
  try {
    const [header, claims] = parts.slice(0, 2).map((part): unknown => JSON.parse(decodeText(part)))
    return isJsonObject(header) && isJsonObject(claims) ? { header, claims } : undefined
  } catch {
    return undefined
  }
}

/** `aud` is a string or a list of them. */
function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function missing(issuer: string, audiences: readonly string[]): 'iss' | 'aud' | undefined {
  if (issuer === '') return 'iss'
  return audiences.length === 0 ? 'aud' : undefined
}

/** MSAL.NET writes `nbf` and `exp` as strings; Entra takes them. */
function seconds(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}
