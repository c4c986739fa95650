import type { JsonObject } from '../../../wire/json-object.ts'
import { enforce } from '../../answers/enforce.ts'
import type { CryptoPlatform } from '../../keys/crypto-platform.ts'
import { assertionRules } from '../../rules/assertion.ts'
import type { TenantSession } from '../session.ts'
import { decodeAssertion } from './decode-assertion.ts'
import { mistypedMember, unknownHeader } from './known-members.ts'

/** A client assertion, read but not yet believed. Times are in seconds since 1970. */
export type Assertion = {
  readonly jwt: string
  readonly header: JsonObject
  readonly claims: JsonObject
  readonly algorithm: string
  /** Of a key. Undefined where the header names none. */
  readonly keyId: string | undefined
  readonly issuer: string
  readonly subject: string
  readonly audiences: readonly string[]
  readonly notBeforeSeconds: number
  readonly expiresSeconds: number
}

/** Who presents an assertion: tokens of other issuers are refused in other words than what a client signs itself. */
export type Presenter = { readonly isAgentIdentity: boolean }

const supportedAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256']

/** The types that Entra names when it refuses another one; media types have no letter case (RFC 7515 section 4.1.9). */
const supportedTypes = ['jwt', 'http://openid.net/specs/jwt/1.0']

/** @throws {Refusal} under the first ASSERT rule that is broken */
export function readAssertion(
  jwt: string,
  { isAgentIdentity }: Presenter,
  { examination }: TenantSession,
  { decodeText }: CryptoPlatform,
): Assertion {
  const decoded = decodeAssertion(jwt, decodeText)
  enforce(assertionRules.form, { isJwt: decoded !== undefined }, examination)
  if (!decoded) throw new TypeError('the client assertion cannot be read')

  const { header, claims } = decoded
  const audiences = [claims.aud].flat().filter(isText)
  const issuer = textOf(claims.iss)
  const expiresSeconds = seconds(claims.exp)
  const algorithm = textOf(header.alg)
  enforce(
    assertionRules.members,
    {
      unknownHeader: unknownHeader(header),
      mistypedMember: mistypedMember(header, claims),
      hasJwtType:
        header.typ === undefined || supportedTypes.includes(textOf(header.typ).toLowerCase()),
    },
    examination,
  )
  enforce(
    assertionRules.claims,
    {
      missingClaim: missing(issuer, audiences),
      algorithm,
      supportedAlgorithm: supportedAlgorithms.includes(algorithm),
      isFederated: !isAgentIdentity && isFederated(issuer),
      hasExpiry: expiresSeconds !== undefined,
    },
    examination,
  )
  return {
    jwt,
    header,
    claims,
    algorithm,
    keyId: isText(header.kid) ? header.kid : undefined,
    issuer,
    subject: textOf(claims.sub),
    audiences,
    notBeforeSeconds: seconds(claims.nbf) ?? 0,
    expiresSeconds: expiresSeconds ?? Number.MAX_SAFE_INTEGER,
  }
}

/** The issuer of what a client signs with its certificate is its own id; every other issuer is a URL. */
export function isFederated(issuer: string): boolean {
  return URL.canParse(issuer)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function textOf(value: unknown): string {
  return isText(value) ? value : ''
}

function missing(issuer: string, audiences: readonly string[]): 'iss' | 'aud' | undefined {
  if (issuer === '') return 'iss'
  return audiences.length === 0 ? 'aud' : undefined
}

/** MSAL.NET writes `nbf` and `exp` as strings; Entra takes them. */
function seconds(value: unknown): number | undefined {
  const number = isText(value) && /^\d{1,15}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}
