/** Bytes that a text holds, as they stand or decoded, with the place of each in the text. */
export type Reading = {
  readonly bytes: Uint8Array
  /** Where in the text each byte begins, and where it ends. A number: every byte is one character from there on. */
  readonly places: Places | number
}

type Places = { readonly starts: Uint32Array; readonly ends: Uint32Array }

export function startOf({ places }: Reading, at: number): number {
  return typeof places === 'number' ? places + at : (places.starts[at] ?? 0)
}

export function endOf({ places }: Reading, at: number): number {
  return typeof places === 'number' ? places + at + 1 : (places.ends[at] ?? 0)
}

const encoder = new TextEncoder()

/**
 * A text as UTF-8.
 * @param begins - where it begins in a longer one
 */
export function readText(text: string, begins = 0): Reading {
  const bytes = encoder.encode(text)
  if (bytes.length === text.length) return { bytes, places: begins }
  const starts = new Uint32Array(bytes.length)
  const ends = new Uint32Array(bytes.length)
  let byte = 0
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0
    const end = at + (code > 0xffff ? 2 : 1)
    const next = byte + utf8Length(code)
    starts.fill(begins + at, byte, next)
    ends.fill(begins + end, byte, next)
    byte = next
    at = end
  }
  return { bytes, places: { starts, ends } }
}

function utf8Length(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code > 0xffff ? 4 : 3
}

/** Writes the bytes of a decoded reading, each with the stretch of the source that it stands for. */
export type ReadingWriter = {
  /** @param from - of the source, as `last`, which belongs to it */
  readonly write: (byte: number, from: number, last: number) => void
  readonly done: () => Reading
}

/** @param most - how many bytes can be written */
export function writeReading(source: Reading, most: number): ReadingWriter {
  const bytes = new Uint8Array(most)
  const starts = new Uint32Array(most)
  const ends = new Uint32Array(most)
  let length = 0
  return {
    write: (byte, from, last) => {
      bytes[length] = byte
      starts[length] = startOf(source, from)
      ends[length] = endOf(source, last)
      length += 1
    },
    done: () => ({ bytes: bytes.subarray(0, length), places: { starts, ends } }),
  }
}
