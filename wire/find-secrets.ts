import type { KnownValues } from './known-values/known-values.ts'
import { stride } from './known-values/value-index.ts'
import { tellingPairsIn } from './pairs-in-text.ts'
import { privateMembersIn } from './private-jwk.ts'
import type { FindSpans, Span } from './replace-spans.ts'
import { joseIn, privateKeysIn, refreshTokensIn } from './token-shapes.ts'

/**
 * Finds what must not be shown, whoever's it is: known values, tokens, private keys and values of telling names, as
 * they stand and in everything that the text is decoded to.
 */
export function findSecrets(known: KnownValues): FindSpans {
  return (text) => known.spansIn(text, secretShapesIn)
}

function secretShapesIn(text: string, isWritten: boolean): readonly Span[] {
  const pairs = tellingPairsIn(text)
  return [
    ...joseIn(text),
    ...refreshTokensIn(text),
    ...privateKeysIn(text),
    ...privateMembersIn(text),
    ...(isWritten ? pairs : pairs.filter((pair) => looksWritten(text, pair))),
  ]
}

/** Among random bytes, such as those of a GUID, `pw=` and the like stand by chance; a written value goes on. */
const fewestCharacters = 4
const mostCharacters = 8

function looksWritten(bytes: string, [from, to]: Span): boolean {
  if (to - from < fewestCharacters) return false
  const beginning = bytes.slice(from, Math.min(to, from + mostCharacters))
  try {
    // As a stream: the last character may be cut.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(beginning, (one) => one.charCodeAt(0)),
      { stream: true },
    )
    return !/\p{C}/u.test(text)
  } catch {
    return false
  }
}

/** Secrets that are too short to be looked for in every encoding: as they are, in a URL, in a form and in JSON. */
export function shortSecretsIn(text: string, secrets: Iterable<string>): readonly Span[] {
  const short = [...secrets].filter(({ length }) => length > 0 && length < stride)
  return [...new Set(short.flatMap(spellings))].flatMap((spelling) => placesOf(spelling, text))
}

function spellings(secret: string): readonly string[] {
  const wellFormed = secret.replace(/\p{Surrogate}/gu, '\ufffd')
  const form = new URLSearchParams({ '': secret }).toString().slice(1)
  return [secret, form, encodeURIComponent(wellFormed), JSON.stringify(secret).slice(1, -1)]
}

function placesOf(spelling: string, text: string): readonly Span[] {
  const places: Span[] = []
  for (let at = text.indexOf(spelling); at >= 0; ) {
    places.push([at, at + spelling.length])
    at = text.indexOf(spelling, at + spelling.length)
  }
  return places
}
