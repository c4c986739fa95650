/** Characters that a value is looked up by at a time; shorter values are too common to be hidden. */
export const stride = 8

/** Longer values are looked up by parts, of which none may be seen either. */
const longestPart = 64

/** What stands for a part of a value: what is left of the only one, or a branch. */
type Node = string | Branch
type Branch = {
  /** By the next characters. */
  readonly next: Map<string, Node>
  /** What is left of the values that end before the next stride; the empty text is a value that ends here. */
  readonly rests: Set<string>
  /** The lengths of these, as bits. */
  lengths: number
}

/** Finds many values in bytes, in one pass whatever their number. */
export type ValueIndex = {
  /** @param value - at least {@link stride} bytes */
  readonly add: (value: Uint8Array) => void
  /** Where values are; of those that begin at one place, the longest. */
  readonly spans: (bytes: Uint8Array) => readonly (readonly [from: number, to: number])[]
}

/**
 * How values are compared. `loosely` is for what must not be shown: letters without regard to case, `+` as the space
 * that forms write so, and parts of long values too. `exactly` is for what somebody is accused of.
 */
export type Comparison = 'loosely' | 'exactly'

/** What each byte is compared as. */
type Folding = Uint8Array

const exact: Folding = new Uint8Array(256).map((_, byte) => byte)
const loose: Folding = exact.slice()
for (let byte = 0x41; byte <= 0x5a; byte++) loose[byte] = byte + 0x20
loose[0x2b] = 0x20

function foldedAt(bytes: Uint8Array, at: number, folding: Folding): number {
  return folding[bytes[at] ?? 0] ?? 0
}

/** Bytes as they are compared, one a character. */
function foldedText(bytes: Uint8Array, folding: Folding, from = 0, to = bytes.length): string {
  let text = ''
  for (let at = from; at < to; at++) text += String.fromCharCode(foldedAt(bytes, at, folding))
  return text
}

const multiplier = 0x01000193
const leaving = power(multiplier, stride)
const firstBits = 1 << 16

export function createValueIndex(comparison: Comparison = 'loosely'): ValueIndex {
  const root = branch()
  const folding = comparison === 'exactly' ? exact : loose
  let bits = new Uint8Array(firstBits / 8)
  const place = (hash: number) => {
    const bit = (hash ^ (hash >>> 15)) & (bits.length * 8 - 1)
    return [bit >>> 3, 1 << (bit & 7)] as const
  }
  const mark = (beginning: string) => {
    const [at, bit] = place(hashOf(beginning))
    bits[at] = (bits[at] ?? 0) | bit
  }
  const addPart = (part: string) => {
    const beginning = part.slice(0, stride)
    // Where every second bit is set, every second character would be looked up.
    if (root.next.size * 16 > bits.length * 8) {
      bits = new Uint8Array(bits.length * 4)
      for (const known of root.next.keys()) mark(known)
    }
    insert(root, part)
    mark(beginning)
  }
  const isMarked = (hash: number) => {
    const [at, bit] = place(hash)
    return ((bits[at] ?? 0) & bit) !== 0
  }
  return {
    add: (value) => {
      const text = foldedText(value, folding)
      for (const part of comparison === 'exactly' ? [text] : partsOf(text)) addPart(part)
    },
    spans: (bytes) => {
      const found: [number, number][] = []
      let hash = 0
      for (let at = 0; at < bytes.length; at++) {
        hash = rolled(hash, bytes, at, folding)
        if (at < stride - 1 || !isMarked(hash)) continue
        const from = at - stride + 1
        const length = longestFrom(root, bytes, from, folding)
        if (length > 0) found.push([from, from + length])
      }
      return found
    },
  }
}

/** The hash of the last characters, from the hash one byte before. */
function rolled(hash: number, bytes: Uint8Array, at: number, folding: Folding): number {
  const next = (Math.imul(hash, multiplier) + foldedAt(bytes, at, folding)) | 0
  return at < stride ? next : (next - Math.imul(foldedAt(bytes, at - stride, folding), leaving)) | 0
}

function partsOf(value: string): readonly string[] {
  if (value.length <= longestPart) return [value]
  const parts: string[] = []
  for (let at = 0; at + longestPart <= value.length; at += longestPart) {
    parts.push(value.slice(at, at + longestPart))
  }
  return [...parts, value.slice(-longestPart)]
}

function branch(): Branch {
  return { next: new Map(), rests: new Set(), lengths: 0 }
}

function insert(into: Branch, value: string): void {
  if (value.length < stride) {
    into.rests.add(value)
    into.lengths |= 1 << value.length
    return
  }
  const [key, rest] = [value.slice(0, stride), value.slice(stride)]
  const known = into.next.get(key)
  if (known === undefined) into.next.set(key, rest)
  else if (typeof known !== 'string') insert(known, rest)
  else if (known !== rest) {
    const both = branch()
    insert(both, known)
    insert(both, rest)
    into.next.set(key, both)
  }
}

function longestFrom(root: Branch, bytes: Uint8Array, from: number, folding: Folding): number {
  let longest = 0
  let node: Branch = root
  for (let at = from; ; at += stride) {
    const rest = restAt(node, bytes, at, folding)
    if (rest !== undefined) longest = Math.max(longest, at + rest - from)
    if (at + stride > bytes.length) return longest
    const next = node.next.get(foldedText(bytes, folding, at, at + stride))
    if (next === undefined) return longest
    if (typeof next === 'string') {
      const begins = at + stride
      const isThere = matches(next, bytes, begins, folding)
      return isThere ? Math.max(longest, begins + next.length - from) : longest
    }
    node = next
  }
}

/** The length of the longest rest that stands there. */
function restAt(
  { rests, lengths }: Branch,
  bytes: Uint8Array,
  at: number,
  folding: Folding,
): number | undefined {
  if (lengths === 0) return undefined
  for (let length = stride - 1; length >= 0; length--) {
    if ((lengths & (1 << length)) === 0 || at + length > bytes.length) continue
    if (rests.has(foldedText(bytes, folding, at, at + length))) return length
  }
  return undefined
}

function matches(rest: string, bytes: Uint8Array, from: number, folding: Folding): boolean {
  if (from + rest.length > bytes.length) return false
  for (let at = 0; at < rest.length; at++) {
    if (foldedAt(bytes, from + at, folding) !== rest.charCodeAt(at)) return false
  }
  return true
}

function hashOf(text: string): number {
  let hash = 0
  for (let at = 0; at < text.length; at++) {
    hash = (Math.imul(hash, multiplier) + text.charCodeAt(at)) | 0
  }
  return hash
}

function power(base: number, exponent: number): number {
  let result = 1
  for (let times = 0; times < exponent; times++) result = Math.imul(result, base)
  return result
}
