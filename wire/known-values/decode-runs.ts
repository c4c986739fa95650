import { hexDigit } from './decode-escapes.ts'
import { decodedReading, type Reading, type Write } from './reading.ts'

/** What is shorter decodes to less than any known value. */
const shortestBase64 = 11
const shortestHex = 16

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const none = -1
/** Base64 is broken into lines in mail and PEM. */
const skipped = -2
const sextets = new Int8Array(256).fill(none)
for (const [at, char] of [...alphabet].entries()) sextets[char.charCodeAt(0)] = at
for (const [char, sextet] of [
  ['+', 62],
  ['-', 62],
  ['/', 63],
  ['_', 63],
  ['\r', skipped],
  ['\n', skipped],
] as const) {
  sextets[char.charCodeAt(0)] = sextet
}

type Run = { readonly from: number; readonly to: number }

/** Which bytes belong to a run: one where they do. */
type Members = Uint8Array
const ofBase64: Members = Uint8Array.from(sextets, (sextet) => (sextet === none ? 0 : 1))
const ofHex: Members = new Uint8Array(256).map((_, byte) => (hexDigit(byte) < 0 ? 0 : 1))

/**
 * Everything that can be read as base64 or base64url, decoded. The text around it can belong to the same alphabet,
 * so each of the four characters can be the first of a group.
 */
export function decodeBase64(source: Reading): readonly Reading[] {
  const runs = runsIn(source.bytes, ofBase64, shortestBase64)
  if (runs.length === 0) return []
  const most = lengthOf(runs)
  return [0, 1, 2, 3].map((skip) =>
    decodedReading(source, most, (write) => writeBase64(source.bytes, runs, skip, write)),
  )
}

function writeBase64(bytes: Uint8Array, runs: readonly Run[], skip: number, write: Write): void {
  for (const { from, to } of runs) {
    let left = skip
    let bits = 0
    let held = 0
    let first = from
    for (let at = from; at < to; at++) {
      const sextet = sextets[bytes[at] ?? 0] ?? none
      if (sextet < 0 || left-- > 0) continue
      if (bits === 0) first = at
      held = ((held << 6) | sextet) & 0xffff
      bits += 6
      if (bits < 8) continue
      bits -= 8
      write((held >> bits) & 0xff, first, at)
      first = at
    }
    // No value goes on from one run to the next.
    write(0, to - 1, to - 1)
  }
}

/** Everything that can be read as hexadecimal digits, decoded, from its first digit and from its second. */
export function decodeHex(source: Reading): readonly Reading[] {
  const runs = runsIn(source.bytes, ofHex, shortestHex)
  if (runs.length === 0) return []
  const most = lengthOf(runs)
  return [0, 1].map((skip) =>
    decodedReading(source, most, (write) => writeHex(source.bytes, runs, skip, write)),
  )
}

function writeHex(bytes: Uint8Array, runs: readonly Run[], skip: number, write: Write): void {
  for (const { from, to } of runs) {
    for (let at = from + skip; at + 1 < to; at += 2) {
      write(hexDigit(bytes[at] ?? 0) * 16 + hexDigit(bytes[at + 1] ?? 0), at, at + 1)
    }
    write(0, to - 1, to - 1)
  }
}

/** Decoding never makes more bytes than there were. */
function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { from, to }) => sum + to - from, 0)
}

/** Every run of at least so many members has one at each distance of so many bytes, so that only these are looked at. */
function runsIn(bytes: Uint8Array, members: Members, least: number): readonly Run[] {
  const isMember = (at: number) => members[bytes[at] ?? 0] === 1
  const runs: Run[] = []
  let done = 0
  for (let at = least - 1; at < bytes.length; at += least) {
    if (!isMember(at)) continue
    let from = at
    while (from > done && isMember(from - 1)) from -= 1
    let to = at + 1
    while (to < bytes.length && isMember(to)) to += 1
    if (to - from >= least) runs.push({ from, to })
    done = to
    at = to
  }
  return runs
}
