import type { CryptoPlatform } from '../keys/crypto-platform.ts'
import type { Assertion } from './authenticate-client/assertion.ts'
import { decodeAssertion } from './authenticate-client/decode-assertion.ts'

/** A token that somebody presents, read but not yet believed. Undefined for what is no JWT. */
export function readToken(
  jwt: string,
  { decodeText }: Pick<CryptoPlatform, 'decodeText'>,
): Assertion | undefined {
  const decoded = decodeAssertion(jwt, decodeText)
  if (!decoded) return undefined
  const { header, claims } = decoded
  return {
    jwt,
    header,
    claims,
    algorithm: textOf(header.alg),
    keyId: typeof header.kid === 'string' ? header.kid : undefined,
    issuer: textOf(claims.iss),
    subject: textOf(claims.sub),
    audiences: [claims.aud].flat().filter((one) => typeof one === 'string'),
    notBeforeSeconds: secondsOf(claims.nbf) ?? 0,
    // A token that does not say when it ends is over.
    expiresSeconds: secondsOf(claims.exp) ?? 0,
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function secondsOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}
