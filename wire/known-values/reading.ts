/** Bytes that a text holds, as they stand or decoded, with the place of each in the text. */
export type Reading = {
  readonly bytes: Uint8Array
  /** A number: every byte is one character from there on. */
  readonly places: number | (() => Places)
}

/** Where in the text each byte begins, and where it ends. */
type Places = { readonly starts: Uint32Array; readonly ends: Uint32Array }

export function startOf({ places }: Reading, at: number): number {
  return typeof places === 'number' ? places + at : (places().starts[at] ?? 0)
}

export function endOf({ places }: Reading, at: number): number {
  return typeof places === 'number' ? places + at + 1 : (places().ends[at] ?? 0)
}

const encoder = new TextEncoder()

/**
 * A text as UTF-8.
 * @param begins - where it begins in a longer one
 */
export function readText(text: string, begins = 0): Reading {
  const bytes = encoder.encode(text)
  if (bytes.length === text.length) return { bytes, places: begins }
  return { bytes, places: whenAsked(() => placesInText(text, begins, bytes.length)) }
}

function placesInText(text: string, begins: number, length: number): Places {
  const places = noPlaces(length)
  let byte = 0
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0
    const end = at + (code > 0xffff ? 2 : 1)
    const next = byte + utf8Length(code)
    places.starts.fill(begins + at, byte, next)
    places.ends.fill(begins + end, byte, next)
    byte = next
    at = end
  }
  return places
}

function utf8Length(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code > 0xffff ? 4 : 3
}

/** Takes the bytes of a decoded reading, each with the stretch of the source, from its first to its last byte. */
export type Write = (byte: number, from: number, last: number) => void

/**
 * What a decoder makes of a source. It runs again for the places of the bytes, because almost nothing that is decoded
 * holds anything.
 * @param most - how many bytes can be written
 */
export function decodedReading(
  source: Reading,
  most: number,
  decode: (write: Write) => void,
): Reading {
  const bytes = new Uint8Array(most)
  let length = 0
  decode((byte) => {
    bytes[length] = byte
    length += 1
  })
  return {
    bytes: bytes.subarray(0, length),
    places: whenAsked(() => placesInSource(source, length, decode)),
  }
}

function placesInSource(source: Reading, length: number, decode: (write: Write) => void): Places {
  const places = noPlaces(length)
  let at = 0
  decode((_, from, last) => {
    places.starts[at] = startOf(source, from)
    places.ends[at] = endOf(source, last)
    at += 1
  })
  return places
}

function noPlaces(length: number): Places {
  return { starts: new Uint32Array(length), ends: new Uint32Array(length) }
}

function whenAsked(find: () => Places): () => Places {
  let found: Places | undefined
  return () => {
    found ??= find()
    return found
  }
}
