/** As deep as `System.Text.Json` and `Newtonsoft.Json` read unless they are told otherwise (`MaxDepth`). */
export const maximumJsonDepth = 64

const quote = 34
const backslash = 92
const opening: ReadonlySet<number> = new Set([91, 123])
const closing: ReadonlySet<number> = new Set([93, 125])

/**
 * Whether a JSON text nests deeper than that. What is parsed deeper cannot be written again: `JSON.stringify` ends with
 * a `RangeError`, wherever the value has got to. Runs once over the text, which need not be JSON.
 */
export function isTooDeep(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === quote) at = endOfString(text, at)
    else if (opening.has(unit)) depth += 1
    else if (closing.has(unit)) depth -= 1
    if (depth > maximumJsonDepth) return true
  }
  return false
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === quote) return at
    if (unit === backslash) at += 1
  }
  return text.length
}
