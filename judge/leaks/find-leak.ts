import { startOf } from '../../wire/known-values/reading.ts'
import { type NamedReading, readingsOf } from '../../wire/known-values/readings.ts'
import { refreshTokensIn } from '../../wire/token-shapes.ts'
import { type SecretFinder, secretFinderOf } from './secret-finder.ts'

/** What was found of a secret in a text, without showing it. */
export type Leak = {
  /** In words, such as `a secret of this run, in base64`. */
  readonly what: string
  /** Where it stands in the text; undefined where only a decoded text shows it. */
  readonly at: number | undefined
}

/** A JWT of less cannot be told from other text. */
const shortest = 8

/**
 * A token or an assertion: header, claims, and often a signature. Header and claims without a signature count
 * once the claims have begun, for nobody can tell what was cut off. Its header is JSON, so that it starts with ey or ew.
 */
const jwt = /(?<![\w-])(e[wy][\w-]{8,})\.[\w-]{16,}/g
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----/

/**
 * Whole secrets, parts of them, and tokens, in every reading of a text. What hides secrets errs on the side of hiding;
 * this accuses a client, so that it compares letters exactly and takes no GUID for a part of a secret.
 */
export function findLeak(text: string, secrets: readonly string[]): Leak | undefined {
  if (text === '') return undefined
  const finder = secretFinderOf(secrets)
  for (const reading of readingsOf(text, shortest)) {
    const leak = leakIn(reading, finder)
    if (leak) return leak
  }
  for (const [how, other] of otherWays(text, finder)) {
    for (const reading of readingsOf(other, shortest)) {
      const leak = leakIn(reading, finder)
      if (leak) return { what: `${leak.what}${how}`, at: undefined }
    }
  }
  return undefined
}

/** What was broken into lines, or had its letters shuffled; a shuffled GUID could not be told from a part of a secret. */
function otherWays(text: string, { withoutGuids }: SecretFinder) {
  const joined = text.replace(/\\[nr]|\s/g, '')
  const telling = withoutGuids(text)
  const ways = [
    ['', joined.length === text.length ? '' : joined],
    [', backwards', backwards(telling)],
    [', by ROT13', byRot13(telling)],
  ] as const
  return ways.filter(([, other]) => other !== '')
}

function backwards(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().reverse().toString('utf16le')
}

/** Of a letter its place in the alphabet, from 0. */
const placeOf = (letter: string) => (letter.charCodeAt(0) & 31) - 1

function byRot13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) + (placeOf(letter) < 13 ? 13 : -13)),
  )
}

function leakIn(reading: NamedReading, { whole, part }: SecretFinder): Leak | undefined {
  const { how, bytes } = reading
  const found = (what: string, at: number): Leak => ({
    what: how === '' ? what : `${what}, ${how}`,
    at: how === '' ? startOf(reading, at) : undefined,
  })
  const [atWhole, atPart] = [whole(bytes), part(bytes)]
  if (atWhole >= 0) return found('a secret of this run', atWhole)
  if (atPart >= 0) return found('a part of a secret of this run', atPart)
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const token = placeOfToken(text)
  if (token >= 0) return found('a JWT', token)
  const key = text.search(privateKey)
  if (key >= 0) return found('a private key', key)
  const [refreshToken] = refreshTokensIn(text)
  return refreshToken && found('a refresh token', refreshToken[0])
}

function placeOfToken(text: string): number {
  for (const { index, 1: header = '' } of text.matchAll(jwt)) {
    if (/^\{\s*"/.test(Buffer.from(header, 'base64url').toString('latin1'))) return index
  }
  return -1
}
