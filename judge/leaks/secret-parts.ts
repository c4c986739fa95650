import { readJwt } from '../../wire/jwt.ts'
import { privateParts } from '../../wire/known-values/other-forms.ts'

/**
 * So many characters in a row of a secret are a leak if they look random; a few, such as Entra's own hint of three,
 * are none. Without digits they could be a word, such as the name of a blueprint, so that more are needed.
 */
const telling = 8
const tellingOfWords = 20
/** For what is long and random, and where shorter parts could stand in other text by chance. */
const tellingOfLong = 32

/** The parts of a secret of which one alone gives it away, wherever it was cut and whatever was masked. */
export function secretParts(secret: string): readonly Uint8Array[] {
  if (secret.includes('PRIVATE KEY-----')) return privateKeyParts(secret)
  const jwt = readJwt(secret)
  // Header and claims alone prove nothing.
  if (jwt) return jwt.signature === '' ? [] : asBytes(blocks(jwt.signature, tellingOfLong))
  const random = windows(secret, telling).filter((part) => /\d.*\d/.test(part))
  return asBytes([...random, ...windows(secret, tellingOfWords)])
}

/** Of a key that cannot be read, its text. */
function privateKeyParts(pem: string): readonly Uint8Array[] {
  const parts = privateParts(pem)
  if (parts.length > 0) return parts
  const body = pem.replace(/-----[^-]+-----|\s/g, '')
  return body === '' ? [] : asBytes(blocks(body, 2 * tellingOfLong))
}

function asBytes(texts: readonly string[]): readonly Uint8Array[] {
  return texts.map((text) => Buffer.from(text))
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
