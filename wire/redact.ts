import { createKnownValues } from './known-values/known-values.ts'
import { replaceSpans, type Span } from './known-values/replace-spans.ts'
import { stride } from './known-values/value-index.ts'
import { joseIn, privateKeysIn } from './token-shapes.ts'

const maximumLength = 1000
const replacement = '[redacted]'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlCharacters = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g

/** The spellings of a secret that is too short to be looked for in every encoding. */
const spellings = (secret: string): readonly string[] => {
  const wellFormed = secret.replace(/\p{Surrogate}/gu, '\ufffd')
  const form = new URLSearchParams({ '': secret }).toString().slice(1)
  return [secret, form, encodeURIComponent(wellFormed)]
}

/** What is left of a token that was cut after its beginning. */
const beginningOfToken = /eyJ[\w-]{4}/

function cutTokensIn(text: string): readonly Span[] {
  const found: Span[] = []
  for (let at = 0; at < text.length; ) {
    const next = text.slice(at).search(beginningOfToken)
    if (next < 0) return found
    const from = at + next
    let to = from
    while (to < text.length && /[\w.-]/.test(text[to] ?? '')) to += 1
    found.push([from, to])
    at = to
  }
  return found
}

/**
 * Prepares external text for a message: masks secrets and everything that looks like a token,
 * replaces control characters by spaces, and cuts the text to 1000 characters.
 */
export const redact = (text: string, secrets: readonly string[]): string => {
  const short = [...new Set(secrets.filter(({ length }) => length < stride).flatMap(spellings))]
    .filter((spelling) => spelling !== '')
    .sort((a, b) => b.length - a.length)
  const known = createKnownValues(secrets)
  const spans = [
    ...known.spansIn(text),
    ...joseIn(text),
    ...cutTokensIn(text),
    ...privateKeysIn(text),
  ]
  return short
    .reduce(
      (safe, secret) => safe.replaceAll(secret, () => replacement),
      replaceSpans(text, spans, replacement),
    )
    .replace(controlCharacters, ' ')
    .slice(0, maximumLength)
}
