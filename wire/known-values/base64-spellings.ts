/**
 * Bytes in base64, however many bytes stand before them: what all of these have in common. Base64 is decoded where it
 * is whole; these find it also where somebody changed its letter case, as in a host name.
 */
export function base64Spellings(bytes: Uint8Array): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const shifted = new Uint8Array(before + bytes.length)
    shifted.set(bytes, before)
    const encoded = btoa(Array.from(shifted, (byte) => String.fromCharCode(byte)).join(''))
    const inner = encoded.slice(Math.ceil((before * 8) / 6), Math.floor((shifted.length * 8) / 6))
    const urlSafe = inner.replaceAll('+', '-').replaceAll('/', '_')
    return inner === urlSafe ? [inner] : [inner, urlSafe]
  })
}
