import { decodedReading, type Reading, type Write } from './reading.ts'

const percent = 0x25
const backslash = 0x5c
const u = 0x75
const x = 0x78
const ampersand = 0x26
const encoder = new TextEncoder()

type Region = { readonly from: number; readonly to: number }

/** `%41` decoded once, wherever it stands. A `+` stays: to compare, it is a space. */
export function decodePercent(source: Reading): readonly Reading[] {
  const { bytes } = source
  return decodeAround(source, percent, (at, write) => {
    const decoded = hexAt(bytes, at + 1, 2)
    if (decoded === undefined) return undefined
    write(decoded, at, at + 2)
    return at + 2
  })
}

const letters: Readonly<Record<string, number>> = { b: 8, t: 9, n: 10, f: 12, r: 13 }

/** The escapes of JSON and of source text decoded once, wherever they stand. */
export function decodeBackslashes(source: Reading): readonly Reading[] {
  const { bytes } = source
  return decodeAround(source, backslash, (at, write) => {
    const escaped = bytes[at + 1]
    if (escaped === undefined) return undefined
    if (escaped === u) return writeUnicode(bytes, at, write)
    const byte = escaped === x ? hexAt(bytes, at + 2, 2) : undefined
    if (byte !== undefined) {
      write(byte, at, at + 3)
      return at + 3
    }
    write(letters[String.fromCharCode(escaped)] ?? escaped, at, at + 1)
    return at + 1
  })
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
}
/** `&#x10ffff;` */
const longestEntity = 10

/** The entities of a page decoded once: of those with a name, only the ones that a page needs. */
export function decodeEntities(source: Reading): readonly Reading[] {
  const { bytes } = source
  return decodeAround(source, ampersand, (at, write) => {
    const text = String.fromCharCode(...bytes.subarray(at + 1, at + longestEntity))
    const name = text.split(';', 1)[0] ?? ''
    const char = name.length < text.length ? (entities[name] ?? numberedCharacter(name)) : undefined
    if (char === undefined) return undefined
    const last = at + name.length + 1
    for (const byte of encoder.encode(char)) write(byte, at, last)
    return last
  })
}

/** Of `#43` and `#x2b`. */
function numberedCharacter(name: string): string | undefined {
  const [, hex, decimal = ''] = /^#(?:x([\da-f]+)|(\d+))$/i.exec(name) ?? []
  const code = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16)
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

/** @param decode - writes what begins at a mark, and answers its last byte; undefined where it is no escape */
function decodeAround(
  source: Reading,
  mark: number,
  decode: (at: number, write: Write) => number | undefined,
): readonly Reading[] {
  const { bytes } = source
  const regions = regionsWith(mark, bytes)
  if (regions.length === 0) return []
  const size = regions.reduce((sum, { from, to }) => sum + to - from + 1, 0)
  let isDecoded = false
  const reading = decodedReading(source, size, (write) => {
    for (const { from, to } of regions) {
      for (let at = from; at < to; at++) {
        const byte = bytes[at] ?? 0
        const last = byte === mark ? decode(at, write) : undefined
        isDecoded ||= last !== undefined
        if (last === undefined) write(byte, at, at)
        else at = last
      }
      // No value goes on from one stretch to the next.
      write(0, to - 1, to - 1)
    }
  })
  return isDecoded ? [reading] : []
}

/** The stretches of text around a mark: in bytes that are no text, and between texts, there is nothing to decode. */
function regionsWith(mark: number, bytes: Uint8Array): readonly Region[] {
  const regions: Region[] = []
  let done = 0
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, done)) {
    let from = at
    while (from > done && !isBoundary(bytes[from - 1] ?? 0)) from -= 1
    let to = at + 1
    while (to < bytes.length && !isBoundary(bytes[to] ?? 0)) to += 1
    regions.push({ from, to })
    done = to
  }
  return regions
}

/** A control character other than those that text has. */
function isBoundary(byte: number): boolean {
  return byte < 0x09 || (byte > 0x0d && byte < 0x20)
}

/** Writes `\u0041`, or two of them that are one character. Answers the last byte of it. */
function writeUnicode(bytes: Uint8Array, at: number, write: Write): number | undefined {
  const first = hexAt(bytes, at + 2, 4)
  if (first === undefined) return undefined
  const isPair = bytes[at + 6] === backslash && bytes[at + 7] === u
  const second = isPair && first >= 0xd800 && first < 0xdc00 ? hexAt(bytes, at + 8, 4) : undefined
  const units = second === undefined ? [first] : [first, second]
  const last = at + 6 * units.length - 1
  for (const byte of encoder.encode(String.fromCharCode(...units))) write(byte, at, last)
  return last
}

/** The number that so many hexadecimal digits spell. */
function hexAt(bytes: Uint8Array, at: number, digits: number): number | undefined {
  let value = 0
  for (let one = at; one < at + digits; one++) {
    const digit = hexDigit(bytes[one] ?? 0)
    if (digit < 0) return undefined
    value = value * 16 + digit
  }
  return value
}

/** Minus one where the byte is no hexadecimal digit. */
export function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}
