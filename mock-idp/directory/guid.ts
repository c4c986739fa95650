const guidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isGuid(text: string): boolean {
  return guidPattern.test(text)
}

/**
 * The 16 bytes of a GUID as .NET's `Guid.ToByteArray()` lays them out: the first three groups little-endian,
 * the rest as written. Eleven public pairs in `guid.test.ts` show that Entra's `/eid1` subjects use this order.
 */
export function guidBytes(guid: string): Uint8Array {
  const hex = guid.replaceAll('-', '')
  const bytes = Uint8Array.from({ length: 16 }, (_, i) =>
    Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16),
  )
  bytes.subarray(0, 4).reverse()
  bytes.subarray(4, 6).reverse()
  bytes.subarray(6, 8).reverse()
  return bytes
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
