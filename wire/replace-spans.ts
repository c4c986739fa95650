/** A stretch of a text: from the first character up to, not including, the last. */
export type Span = readonly [from: number, to: number]

/** Finds what must not be seen in a text. */
export type FindSpans = (text: string) => readonly Span[]

/** A text with something else in the place of these stretches, which may be in any order and overlap. */
export function replaceSpans(text: string, spans: readonly Span[], replacement: string): string {
  if (spans.length === 0) return text
  const parts: string[] = []
  let hiddenTo = -1
  for (const [from, to] of [...spans].sort(([a], [b]) => a - b)) {
    // What touches the one before is hidden together with it.
    if (from > hiddenTo) parts.push(text.slice(Math.max(hiddenTo, 0), from), replacement)
    hiddenTo = Math.max(hiddenTo, to)
  }
  parts.push(text.slice(hiddenTo))
  return parts.join('')
}
