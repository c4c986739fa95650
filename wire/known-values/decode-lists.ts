import { hexDigit } from './decode-escapes.ts'
import { decodedReading, type Reading } from './reading.ts'

/** What is shorter holds less than any known value. */
const shortest = 8

const comma = 0x2c
const whiteSpace: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0d, 0x20])

/** How lists are written. Functions answer numbers, for they are called at every byte. */
type Notation = {
  /** Where an item that begins here ends; minus one where there is none. */
  readonly endOfItem: (bytes: Uint8Array, at: number) => number
  readonly valueOf: (bytes: Uint8Array, from: number, to: number) => number
  /** Where the item after a separator begins; minus one where no separator is. */
  readonly next: (bytes: Uint8Array, at: number) => number
}

/** Bytes that are listed one by one, as Node shows a Buffer and as JSON writes one: `[101,121,74]`. */
export function decodeLists(source: Reading): readonly Reading[] {
  const { bytes } = source
  return [
    ...(mayListHexadecimal(bytes) ? listsIn(source, hexadecimal) : []),
    ...(mayListDecimal(bytes) ? listsIn(source, decimal) : []),
  ]
}

/** So many separators, each three bytes after the one before. */
const leastBetween = shortest - 1
const apart = 3

/** Almost no text lists bytes, so that most of the time goes into finding that out. */
function mayListHexadecimal(bytes: Uint8Array): boolean {
  // Of three bytes in a row, one is at the distance of the separators, however far from the first of them.
  for (let first = 0; first < bytes.length; first += apart * (leastBetween - 1)) {
    for (let at = first; at < first + apart; at++) {
      if (isBetweenHex(bytes, at) && separatorsAround(bytes, at) >= leastBetween) return true
    }
  }
  return false
}

function separatorsAround(bytes: Uint8Array, at: number): number {
  let count = 1
  for (let to = at + apart; isBetweenHex(bytes, to); to += apart) count += 1
  for (let from = at - apart; isBetweenHex(bytes, from); from -= apart) count += 1
  return count
}

/** Between bytes in hexadecimal: `65 79 4a`, `65:79:4a`, `65-79-4a`. */
function isBetweenHex(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at]
  return byte === 0x20 || byte === 0x2d || byte === 0x3a
}

/** With the white space of indented JSON. */
const farthestApart = 80

function mayListDecimal(bytes: Uint8Array): boolean {
  let inARow = 0
  let before = 0
  for (let at = bytes.indexOf(comma); at >= 0; at = bytes.indexOf(comma, at + 1)) {
    const isBetween = isDigit(bytes[at - 1] ?? 0)
    inARow = isBetween ? (at - before <= farthestApart ? inARow : 0) + 1 : 0
    if (inARow >= shortest - 1) return true
    before = at
  }
  return false
}

const hexadecimal: Notation = {
  endOfItem: (bytes, at) => (hexAt(bytes, at) >= 0 && hexAt(bytes, at + 1) >= 0 ? at + 2 : -1),
  valueOf: (bytes, from) => hexAt(bytes, from) * 16 + hexAt(bytes, from + 1),
  next: (bytes, at) => (isBetweenHex(bytes, at) ? at + 1 : -1),
}

function hexAt(bytes: Uint8Array, at: number): number {
  return hexDigit(bytes[at] ?? 0)
}

const decimal: Notation = {
  endOfItem: (bytes, at) => {
    let to = at
    while (to < at + 3 && isDigit(bytes[to] ?? 0)) to += 1
    return to > at && decimalOf(bytes, at, to) <= 0xff ? to : -1
  },
  valueOf: decimalOf,
  next: (bytes, at) => {
    if (bytes[at] !== comma) return -1
    let to = at + 1
    while (whiteSpace.has(bytes[to] ?? 0)) to += 1
    return to
  },
}

function decimalOf(bytes: Uint8Array, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) value = value * 10 + (bytes[at] ?? 0) - 0x30
  return value
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

type List = { readonly from: number; readonly to: number; readonly items: number }

function listsIn(source: Reading, notation: Notation): readonly Reading[] {
  const { bytes } = source
  const lists = findLists(bytes, notation)
  if (lists.length === 0) return []
  const most = lists.reduce((sum, { items }) => sum + items + 1, 0)
  const reading = decodedReading(source, most, (write) => {
    for (const { from, to } of lists) {
      for (let at = from; at >= from && at < to; ) {
        const end = notation.endOfItem(bytes, at)
        write(notation.valueOf(bytes, at, end), at, end - 1)
        at = notation.next(bytes, end)
      }
      // No value goes on from one list to the next.
      write(0, to - 1, to - 1)
    }
  })
  return [reading]
}

function findLists(bytes: Uint8Array, { endOfItem, next }: Notation): readonly List[] {
  const lists: List[] = []
  for (let at = 0; at < bytes.length; ) {
    const from = at
    let items = 0
    let begins = at
    for (let end = endOfItem(bytes, begins); end >= 0; end = endOfItem(bytes, begins)) {
      items += 1
      at = end
      begins = next(bytes, end)
      if (begins < 0) break
    }
    if (items >= shortest) lists.push({ from, to: at, items })
    if (items === 0) at += 1
  }
  return lists
}
