import { replaceSpans, type Span } from '../replace-spans.ts'
import { base64Spellings } from './base64-spellings.ts'
import { otherFormsOf } from './other-forms.ts'
import { endOf, type Reading, readText, startOf } from './reading.ts'
import { type NamedReading, readingsOf } from './readings.ts'
import { createValueIndex, stride } from './value-index.ts'

/** @param isWritten - whether somebody wrote the characters: in base64 and the like stand any bytes */
type FindShapes = (text: string, isWritten: boolean) => readonly Span[]

/**
 * Values that must not be seen, such as the secrets of a run, wherever they stand and however they are written:
 * as they are, percent-encoded or as in a form, escaped as in JSON, in base64, base64url or hexadecimal, as a list of
 * bytes, in any letter case, and in up to three of these inside one another. The work grows with the text, not with
 * the number of values.
 */
export type KnownValues = {
  /** What is shorter than eight bytes occurs by chance and is left out. */
  readonly add: (value: string) => void
  /** How many there are. */
  readonly count: () => number
  readonly isIn: (text: string) => boolean
  /**
   * In no order, and possibly overlapping.
   * @param shapes - finds what is secret by its form, in bytes as characters: also in everything that a text is decoded to
   */
  readonly spansIn: (text: string, shapes?: FindShapes) => readonly Span[]
  readonly hide: (text: string, replacement: string) => string
}

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
      for (const form of formsOf(value)) index.add(form)
    }
    added = []
  }
  for (const value of values) add(value)
  const spansIn = (text: string, shapes?: FindShapes) => {
    if (known.size === 0 && shapes === undefined) return []
    indexAdded()
    const spans: Span[] = []
    for (const reading of readingsOf(text, stride)) {
      const found = shapes ? shapes(asCharacters(reading.bytes), isWritten(reading)) : []
      for (const [from, to] of [...index.spans(reading.bytes), ...found]) {
        spans.push(placeOf(reading, from, to))
      }
    }
    return spans
  }
  return {
    add,
    count: () => known.size,
    isIn: (text) => spansIn(text).length > 0,
    spansIn,
    hide: (text, replacement) => replaceSpans(text, spansIn(text), replacement),
  }
}

function isWritten({ how }: NamedReading): boolean {
  return !/base64|hexadecimal|bytes/.test(how)
}

function placeOf(reading: Reading, from: number, to: number): Span {
  return [startOf(reading, from), endOf(reading, to - 1)]
}

const latin1 = new TextDecoder('latin1')

/** One character for each byte. */
function asCharacters(bytes: Uint8Array): string {
  return latin1.decode(bytes)
}

function formsOf(value: string): readonly Uint8Array[] {
  const { bytes } = readText(value)
  if (bytes.length < stride) return []
  return [bytes, ...base64Spellings(bytes), ...otherFormsOf(value)].filter(
    ({ length }) => length >= stride,
  )
}
