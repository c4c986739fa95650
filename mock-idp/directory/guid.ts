const guidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isGuid(text: string): boolean {
  return guidPattern.test(text)
}

/**
 * The 16 bytes of a GUID as .NET's `Guid.ToByteArray()` lays them out: the first three groups little-endian,
 * the rest as written. Eleven public pairs in `guid.test.ts` show that Entra's `/eid1` subjects use this order.
 */
export function guidBytes(guid: string): Uint8Array {
  const bytes = new Uint8Array(16)
  digitsOfBytes.forEach((at, byte) => {
    bytes[byte] = hexDigit(guid.charCodeAt(at)) * 16 + hexDigit(guid.charCodeAt(at + 1))
  })
  return bytes
}

/** Where in the text of a GUID the two digits of each byte stand. */
const digitsOfBytes = [6, 4, 2, 0, 11, 9, 16, 14, 19, 21, 24, 26, 28, 30, 32, 34] as const

/** Ten times as fast as `parseInt` of a slice; every token spells four GUIDs. Letters begin behind code 57, `9`. */
function hexDigit(code: number): number {
  return code > 57 ? (code & 15) + 9 : code & 15
}

/** The GUID whose {@link guidBytes} are these 16 bytes. */
export function guidFromBytes(bytes: Uint8Array): string {
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]
  const hex = order.map((at) => (bytes[at] ?? 0).toString(16).padStart(2, '0')).join('')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
