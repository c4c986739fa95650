import { type Reading, readingsOf } from './readings.ts'
import { secretParts } from './secret-parts.ts'

/** What was found of a secret in a text, without showing it. */
export type Leak = {
  /** In words, such as `a secret of this run, in base64`. */
  readonly what: string
  /** Where it stands in the text; undefined where only a decoded text shows it. */
  readonly at: number | undefined
}

/**
 * A token or an assertion: header, claims, and often a signature. Header and claims without a signature count
 * once the claims have begun, for nobody can tell what was cut off. Its header is JSON, so that it starts with ey or ew.
 */
const jwt = /(?<![\w-])(e[wy][\w-]{8,})\.[\w-]{16,}/g
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----/

/** Whole secrets, parts of them, and tokens, in every reading of a text. */
export function findLeak(text: string, secrets: readonly string[]): Leak | undefined {
  if (text === '') return undefined
  const parts = secrets.flatMap(secretParts)
  for (const reading of readingsOf(text)) {
    const leak = leakIn(reading, secrets, parts)
    if (leak) return leak
  }
  return undefined
}

function leakIn(
  { how, text }: Reading,
  secrets: readonly string[],
  parts: readonly string[],
): Leak | undefined {
  const found = (what: string, at: number): Leak => ({
    what: how === '' ? what : `${what}, ${how}`,
    at: how === '' ? at : undefined,
  })
  const whole = secrets.find((secret) => secret.trim() !== '' && text.includes(secret))
  if (whole !== undefined) return found('a secret of this run', text.indexOf(whole))
  const telling = withoutGuids(text, secrets)
  const part = parts.find((one) => telling.includes(one))
  if (part !== undefined) return found('a part of a secret of this run', telling.indexOf(part))
  const token = placeOfToken(text)
  if (token >= 0) return found('a JWT', token)
  const key = text.search(privateKey)
  return key < 0 ? undefined : found('a private key', key)
}

const guids = /(?<![\da-f])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\da-f])/gi

/**
 * A secret is often a GUID, and output is full of others: eight characters of one, with the hyphens and the
 * version at their places, stand in another by chance in one run of thirty.
 */
function withoutGuids(text: string, secrets: readonly string[]): string {
  return text.replace(guids, (guid) =>
    secrets.some((secret) => secret.includes(guid)) ? guid : ' '.repeat(guid.length),
  )
}

function placeOfToken(text: string): number {
  for (const { index, 1: header = '' } of text.matchAll(jwt)) {
    if (/^\{\s*"/.test(Buffer.from(header, 'base64url').toString('latin1'))) return index
  }
  return -1
}
