import { createPrivateKey } from 'node:crypto'
import { readJwt } from '../../wire/jwt.ts'

/**
 * So many characters in a row of a secret are a leak if they look random; a few, such as Entra's own hint of three,
 * are none. Without digits they could be a word, such as the name of a blueprint, so that more are needed.
 */
const telling = 8
const tellingOfWords = 20
/** For what is long and random, and where shorter parts could stand in other text by chance. */
const tellingOfLong = 32

/** The parts of a secret of which one alone gives it away, wherever it was cut and whatever was masked. */
export function secretParts(secret: string): readonly string[] {
  if (secret.trim() === '') return []
  if (secret.includes('PRIVATE KEY-----')) return privateKeyParts(secret)
  const jwt = readJwt(secret)
  // Header and claims alone prove nothing.
  if (jwt) return jwt.signature === '' ? [secret] : blocks(jwt.signature, tellingOfLong)
  const random = windows(secret, telling).filter((part) => /\d.*\d/.test(part))
  return [...random, ...windows(secret, tellingOfWords)]
}

function windows(text: string, length: number): readonly string[] {
  if (text.length <= length) return [text]
  return Array.from({ length: text.length - length + 1 }, (_, at) => text.slice(at, at + length))
}

/** Blocks of half the length, one after another: every part of the whole length holds one of them. */
function blocks(text: string, length: number): readonly string[] {
  const size = length / 2
  if (text.length < length) return [text]
  const count = Math.floor(text.length / size)
  return Array.from({ length: count }, (_, at) => text.slice(at * size, (at + 1) * size))
}

/** Of a PEM file the part after the public modulus, and the private numbers as a JWK has them. */
function privateKeyParts(pem: string): readonly string[] {
  const body = pem.replace(/-----[^-]+-----|\s/g, '')
  const { d = '', p = '', q = '', dp = '', dq = '', qi = '' } = jwkOf(pem)
  const secret = d === '' ? body : body.slice(Math.ceil(body.length * 0.3))
  return [secret, d, p, q, dp, dq, qi]
    .filter((text) => text !== '')
    .flatMap((text) => blocks(urlSafe(text), 2 * tellingOfLong))
}

function jwkOf(pem: string): JsonWebKey {
  try {
    return createPrivateKey(pem).export({ format: 'jwk' })
  } catch {
    return {}
  }
}

/** Base64 in the alphabet of base64url. */
export function urlSafe(text: string): string {
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
