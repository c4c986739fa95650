/**
 * A text in the form in which texts that differ in letter case only are the same, one character for one: İ, the only
 * character whose lower case is longer, stays, and both small sigmas become one.
 */
export function fold(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text.toLowerCase()
  return text.replace(/[^\u0130]+/g, (run) => run.toLowerCase()).replaceAll('ς', 'σ')
}

/**
 * Whether `folded` stands in `text` at `start`, whatever the case of the letters. Compares from the end, because the
 * names of a directory mostly begin alike, and allocates nothing unless there is a character beyond ASCII.
 */
export function matchesAt(text: string, folded: string, start: number): boolean {
  for (let at = folded.length - 1; at >= 0; at -= 1) {
    const code = text.charCodeAt(start + at)
    const wanted = folded.charCodeAt(at)
    if (code === wanted) continue
    if (code > 127 || wanted > 127) {
      return fold(text.slice(start, start + folded.length)) === folded
    }
    if (code < 65 || code > 90 || code + 32 !== wanted) return false
  }
  return true
}

/** Whether a text is the folded one, whatever the case of its letters. */
export function equalsFolded(text: string, folded: string): boolean {
  if (text.length !== folded.length) return false
  return text === folded || matchesAt(text, folded, 0)
}

/** Less than, equal to or greater than zero, by the order of the folded texts' UTF-16 units. */
export function compareFolded(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
