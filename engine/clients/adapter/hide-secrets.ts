import { createKnownValues } from '../../../wire/known-values/known-values.ts'
import { replaceSpans } from '../../../wire/known-values/replace-spans.ts'
import { stride } from '../../../wire/known-values/value-index.ts'
import { printable } from '../../../wire/printable.ts'
import { joseIn, privateKeysIn } from '../../../wire/token-shapes.ts'

/** Shorter secrets would mask parts of ordinary words. */
const shortest = 4
const hidden = '(hidden)'

/** Masks the given secrets, tokens and private keys in a client's output, for display. */
export function hideSecrets(text: string, secrets: Iterable<string>): string {
  const all = [...secrets].filter(({ length }) => length >= shortest)
  const known = createKnownValues(all)
  const spans = [...known.spansIn(text), ...joseIn(text), ...privateKeysIn(text)]
  return all
    .filter(({ length }) => length < stride)
    .sort((a, b) => b.length - a.length)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    .reduce((rest, secret) => rest.replaceAll(secret, hidden), replaceSpans(text, spans, hidden))
}

/** The text on one line, printable and of limited length. */
export function excerpt(text: string, most: number): string {
  return text.length > most ? `${printable(text.slice(0, most))}…` : printable(text)
}
