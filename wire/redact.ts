import { findSecrets, shortSecretsIn } from './find-secrets.ts'
import { createKnownValues } from './known-values/known-values.ts'
import { replaceSpans, type Span } from './replace-spans.ts'

const maximumLength = 1000
const replacement = '[redacted]'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlCharacters = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g

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

function secretSpans(text: string, secrets: readonly string[]): readonly Span[] {
  const find = findSecrets(createKnownValues(secrets))
  return [...find(text), ...cutTokensIn(text), ...shortSecretsIn(text, secrets)]
}

/** Whether `redact` would mask anything. */
export const holdsSecret = (text: string, secrets: readonly string[]): boolean =>
  secretSpans(text, secrets).length > 0

/**
 * Prepares external text for a message: masks secrets and everything that looks like a token,
 * replaces control characters by spaces, and cuts the text to 1000 characters.
 */
export const redact = (text: string, secrets: readonly string[]): string =>
  replaceSpans(text, secretSpans(text, secrets), replacement)
    .replace(controlCharacters, ' ')
    .slice(0, maximumLength)
