/** Splits a text at a character, but not inside parentheses or string literals. */
export function splitList(text: string, separator: string): readonly string[] {
  const parts: string[] = []
  let start = 0
  let depth = 0
  for (const { 0: piece, index } of text.matchAll(/'[^']*'?|[(),;]/g)) {
    if (piece === '(') depth += 1
    if (piece === ')') depth -= 1
    if (piece !== separator || depth > 0) continue
    parts.push(text.slice(start, index))
    start = index + 1
  }
  return [...parts, text.slice(start)]
}
