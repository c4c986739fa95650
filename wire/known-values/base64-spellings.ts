const encoder = new TextEncoder()
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const standard = encoder.encode(`${letters}+/`)
const urlSafe = encoder.encode(`${letters}-_`)

/**
 * Bytes in base64, however many bytes stand before them: what all of these have in common, in ASCII. Base64 is decoded
 * where it is whole; these find it also where somebody changed its letter case, as in a host name.
 */
export function base64Spellings(bytes: Uint8Array): readonly Uint8Array[] {
  return [0, 1, 2].flatMap((before) => {
    const sextets = sextetsOf(bytes, before)
    const one = sextets.map((sextet) => standard[sextet] ?? 0)
    return sextets.every((sextet) => sextet < 62)
      ? [one]
      : [one, sextets.map((sextet) => urlSafe[sextet] ?? 0)]
  })
}

/** Those that hold bits of these bytes and no others. */
function sextetsOf(bytes: Uint8Array, before: number): Uint8Array {
  const first = Math.ceil((before * 8) / 6)
  const end = Math.floor(((before + bytes.length) * 8) / 6)
  const sextets = new Uint8Array(Math.max(end - first, 0))
  for (let at = first; at < end; at++) {
    const bit = at * 6 - before * 8
    const [high, low] = [bytes[bit >> 3] ?? 0, bytes[(bit >> 3) + 1] ?? 0]
    sextets[at - first] = (((high << 8) | low) >> (10 - (bit & 7))) & 63
  }
  return sextets
}
