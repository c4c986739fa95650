import { isJsonObject } from '../json-object.ts'
import { type FindSpans, replaceSpans, type Span } from '../replace-spans.ts'

/** What nobody sends is deeper, and what answers and reports are written with would fail. */
const deepest = 64
const tooDeep = 'nested too deeply to be shown'

/** Between the texts of a value, which are searched together. No encoding has it. */
const separator = '\u0001'

/**
 * A JSON value without what must not be seen: in texts, in the names of members, and in numbers. It is the same
 * value where there is nothing to hide. What is nested more than 64 deep is left out.
 */
export function hideInJson<Value>(value: Value, find: FindSpans, replacement: string): Value {
  const texts: string[] = []
  const isShallow = gather(value, texts, 0)
  const spans = find(texts.join(separator))
  if (spans.length === 0 && isShallow) return value
  const hidden = byText(texts, spans)
  let next = 0
  const hide = (text: string) => {
    const found = hidden.get(next)
    next += 1
    return found ? replaceSpans(text, found, replacement) : text
  }
  return rebuilt(value, hide, 0) as Value
}

/** In the order in which {@link rebuilt} asks for them. Answers whether nothing was too deep. */
function gather(value: unknown, texts: string[], depth: number): boolean {
  if (typeof value === 'string') texts.push(value)
  else if (typeof value === 'number') texts.push(String(value))
  if (typeof value !== 'object' || value === null) return true
  if (depth === deepest) return false
  let isShallow = true
  if (Array.isArray(value)) {
    for (const item of value) isShallow = gather(item, texts, depth + 1) && isShallow
    return isShallow
  }
  for (const [name, member] of Object.entries(value)) {
    texts.push(name)
    isShallow = gather(member, texts, depth + 1) && isShallow
  }
  return isShallow
}

function rebuilt(value: unknown, hide: (text: string) => string, depth: number): unknown {
  if (typeof value === 'string') return hide(value)
  if (typeof value === 'number') {
    const text = String(value)
    const shown = hide(text)
    return shown === text ? value : shown
  }
  if (typeof value !== 'object' || value === null) return value
  if (depth === deepest) return tooDeep
  if (Array.isArray(value)) return value.map((item) => rebuilt(item, hide, depth + 1))
  if (!isJsonObject(value)) return value
  // With a prototype of its own, `__proto__` would be no member.
  const members: [string, unknown][] = []
  for (const [name, member] of Object.entries(value)) {
    const shown = hide(name)
    members.push([shown, rebuilt(member, hide, depth + 1)])
  }
  return Object.fromEntries(members)
}

/** The stretches of the joined texts as stretches of each, by its number. */
function byText(texts: readonly string[], spans: readonly Span[]): Map<number, Span[]> {
  const found = new Map<number, Span[]>()
  let text = 0
  let begins = 0
  for (const [from, to] of [...spans].sort(([a], [b]) => a - b)) {
    while (from >= begins + (texts[text]?.length ?? 0) + separator.length && text < texts.length) {
      begins += (texts[text]?.length ?? 0) + separator.length
      text += 1
    }
    const here: Span = [from - begins, to - begins]
    const others = found.get(text)
    if (others) others.push(here)
    else found.set(text, [here])
  }
  return found
}
