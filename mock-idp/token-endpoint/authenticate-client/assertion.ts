import {
  decodeJwt,
  decodeProtectedHeader,
  type JWTPayload,
  type ProtectedHeaderParameters,
} from 'jose'
import { enforce } from '../../answers/enforce.ts'
import * as rules from '../../rules/assertion.ts'
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

const supportedAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512']

/** @throws {Refusal} under the first ASSERT rule that is broken */
export function readAssertion(jwt: string, { examination }: TenantSession): Assertion {
  const decoded = decode(jwt)
  enforce([rules.assertionIsJwt], { isJwt: decoded !== undefined }, examination)
  if (!decoded) throw new TypeError('the client assertion cannot be read')

  const { header, claims } = decoded
  const audiences = [claims.aud ?? []].flat().filter((audience) => typeof audience === 'string')
  const issuer = typeof claims.iss === 'string' ? claims.iss : ''
  const expiresSeconds = seconds(claims.exp)
  const algorithm = String(header.alg)
  enforce(
    [
      rules.assertionNamesIssuerAndAudience,
      rules.assertionAlgorithmIsSupported,
      rules.assertionNamesItsExpiry,
    ],
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

function decode(jwt: string) {
  try {
    return { header: decodeProtectedHeader(jwt), claims: decodeJwt(jwt) }
  } catch {
    return undefined
  }
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
