import type { Span } from './replace-spans.ts'
import { isTellingName } from './telling-names.ts'

/** What ends a name, also as it stands in an encoded URL. Looked for first: most texts have none. */
const endOfName = /=|%3D/gi
const ofName = /[\w.~-]/
const longestName = 64
const scheme = /(?<![\w-])(?:Bearer|Basic) {1,4}/gi
/** Shorter words behind a scheme are prose. */
const shortestCredential = 16

/** A zero ends what was decoded. */
const endsOfValue = new Set('&;,"\'<># \t\r\n\u0000\u0001')
const ofCredentials = /[\w.~+/=-]/

/**
 * Values of telling names within a text, such as a URL with `sig=`, and what follows `Bearer` or `Basic`. Patterns
 * find only the beginnings, which are short, so that the time grows with the text and no stack does.
 */
export function tellingPairsIn(text: string): readonly Span[] {
  const found: Span[] = []
  for (const [name, from] of namesIn(text)) {
    if (!isTellingName(name)) continue
    const last = found.at(-1)?.[1] ?? 0
    // A value that itself holds an `=` was searched to its end before.
    if (from < last) continue
    const to = endFrom(text, from, (char) => !endsOfValue.has(char))
    if (to > from) found.push([from, to])
  }
  return [...found, ...credentialsIn(text)]
}

/** Each with the place where its value begins. */
function* namesIn(text: string): Generator<readonly [name: string, valueBegins: number]> {
  let done = 0
  for (const { index, 0: end } of text.matchAll(endOfName)) {
    const begins = startOfName(text, index)
    // No name goes on from the `D` that ended the one before.
    if (begins === index || begins < Math.max(done, index - longestName)) continue
    done = index + end.length
    yield [text.slice(begins, index), done]
  }
}

function startOfName(text: string, end: number): number {
  let from = end
  while (from > 0 && from >= end - longestName && ofName.test(text[from - 1] ?? '')) from -= 1
  return from
}

function credentialsIn(text: string): readonly Span[] {
  return [...text.matchAll(scheme)].flatMap((match): readonly Span[] => {
    const from = match.index + match[0].length
    const to = endFrom(text, from, (char) => ofCredentials.test(char))
    return to - from >= shortestCredential ? [[from, to]] : []
  })
}

function endFrom(text: string, from: number, isOfValue: (char: string) => boolean): number {
  let to = from
  while (to < text.length && isOfValue(text[to] ?? '')) to += 1
  return to
}
