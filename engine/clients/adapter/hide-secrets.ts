import { findSecrets, shortSecretsIn } from '../../../wire/find-secrets.ts'
import { createKnownValues } from '../../../wire/known-values/known-values.ts'
import { printable } from '../../../wire/printable.ts'
import { replaceSpans } from '../../../wire/replace-spans.ts'

/** Shorter secrets would mask parts of ordinary words. */
const shortest = 4
const hidden = '(hidden)'

/** Masks the given secrets, tokens and private keys in a client's output, for display. */
export function hideSecrets(text: string, secrets: Iterable<string>): string {
  const all = [...secrets].filter(({ length }) => length >= shortest)
  const find = findSecrets(createKnownValues(all))
  return replaceSpans(text, [...find(text), ...shortSecretsIn(text, all)], hidden)
}

/** The text on one line, printable and of limited length. */
export function excerpt(text: string, most: number): string {
  return text.length > most ? `${printable(text.slice(0, most))}…` : printable(text)
}
