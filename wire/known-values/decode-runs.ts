import { hexDigit } from './decode-escapes.ts'
import { type Reading, writeReading } from './reading.ts'

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

/**
 * Everything that can be read as base64 or base64url, decoded. The text around it can belong to the same alphabet,
 * so each of the four characters can be the first of a group.
 */
export function decodeBase64(source: Reading): readonly Reading[] {
  const runs = runsIn(source.bytes, (byte) => sextets[byte] !== none, shortestBase64)
  return runs.length === 0 ? [] : [0, 1, 2, 3].map((skip) => decodeFrom(source, runs, skip))
}

function decodeFrom(source: Reading, runs: readonly Run[], skip: number): Reading {
  const { bytes } = source
  const { write, done } = writeReading(source, lengthOf(runs))
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
  return done()
}

/** Everything that can be read as hexadecimal digits, decoded, from its first digit and from its second. */
export function decodeHex(source: Reading): readonly Reading[] {
  const runs = runsIn(source.bytes, (byte) => hexDigit(byte) >= 0, shortestHex)
  return runs.length === 0 ? [] : [0, 1].map((skip) => hexFrom(source, runs, skip))
}

function hexFrom(source: Reading, runs: readonly Run[], skip: number): Reading {
  const { bytes } = source
  const { write, done } = writeReading(source, lengthOf(runs))
  for (const { from, to } of runs) {
    for (let at = from + skip; at + 1 < to; at += 2) {
      write(hexDigit(bytes[at] ?? 0) * 16 + hexDigit(bytes[at + 1] ?? 0), at, at + 1)
    }
    write(0, to - 1, to - 1)
  }
  return done()
}

/** Decoding never makes more bytes than there were. */
function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { from, to }) => sum + to - from, 0)
}

function runsIn(bytes: Uint8Array, isOf: (byte: number) => boolean, least: number): Run[] {
  const runs: Run[] = []
  let from = 0
  for (let at = 0; at <= bytes.length; at++) {
    if (at < bytes.length && isOf(bytes[at] ?? 0)) continue
    if (at - from >= least) runs.push({ from, to: at })
    from = at + 1
  }
  return runs
}
