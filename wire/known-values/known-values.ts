import { decodeJson, decodePercent } from './decode-escapes.ts'
import { decodeBase64, decodeHex } from './decode-runs.ts'
import { endOf, type Reading, readText, startOf } from './reading.ts'
import { replaceSpans, type Span } from './replace-spans.ts'
import { createValueIndex, foldedText, stride } from './value-index.ts'

/**
 * Values that must not be seen, such as the secrets of a run, wherever they stand and however they are written:
 * as they are, percent-encoded or as in a form, escaped as in JSON, in base64, base64url or hexadecimal, in any letter
 * case, and in up to three of these inside one another. The work grows with the text, not with the number of values.
 */
export type KnownValues = {
  /** What is shorter than eight bytes occurs by chance and is left out. */
  readonly add: (value: string) => void
  readonly isIn: (text: string) => boolean
  /** In no order, and possibly overlapping. */
  readonly spansIn: (text: string) => readonly Span[]
  readonly hide: (text: string, replacement: string) => string
}

/** A secret in a form in a JWT in a form is as deep as real requests go. */
const mostDecodings = 3

export function createKnownValues(values: Iterable<string> = []): KnownValues {
  const index = createValueIndex()
  const known = new Set<string>()
  /** To look values up costs memory, which nobody needs until somebody looks. */
  let added: string[] = []
  const add = (value: string) => {
    if (known.has(value)) return
    known.add(value)
    added.push(value)
  }
  const indexAdded = () => {
    for (const value of added) {
      const { bytes } = readText(value)
      if (bytes.length >= stride) index.add(foldedText(bytes))
    }
    added = []
  }
  for (const value of values) add(value)
  const spansIn = (text: string) => {
    if (known.size === 0) return []
    indexAdded()
    return readingsOf(text).flatMap((reading) =>
      index.spans(reading.bytes).map(([from, to]): Span => placeOf(reading, from, to)),
    )
  }
  return {
    add,
    isIn: (text) => spansIn(text).length > 0,
    spansIn,
    hide: (text, replacement) => replaceSpans(text, spansIn(text), replacement),
  }
}

function placeOf(reading: Reading, from: number, to: number): Span {
  return [startOf(reading, from), endOf(reading, to - 1)]
}

/** A text as it stands, and everything that it is when it is decoded. */
function readingsOf(text: string): readonly Reading[] {
  const all = [readText(text)]
  let latest: readonly Reading[] = all
  for (let depth = 0; depth < mostDecodings && latest.length > 0; depth++) {
    latest = latest.flatMap(decodingsOf).filter(({ bytes }) => bytes.length >= stride)
    all.push(...latest)
  }
  return all
}

function decodingsOf(reading: Reading): readonly Reading[] {
  return [
    decodePercent(reading),
    decodeJson(reading),
    decodeBase64(reading),
    decodeHex(reading),
  ].flat()
}
