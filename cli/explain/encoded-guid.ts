const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function isGuid(text: string): boolean {
  return guid.test(text)
}

/**
 * The GUID in 16 bytes as .NET's `Guid.ToByteArray()` lays them out: the first three groups
 * little-endian, the rest as written. Eleven public pairs show that Entra uses this order.
 */
export function guidFromBytes(bytes: Uint8Array): string {
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]
  const hex = order.map((at) => (bytes[at] ?? 0).toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The GUID in 22 base64url characters. */
export function decodeGuid(text: string): string | undefined {
  if (!/^[\w-]{22}$/.test(text)) return undefined
  return guidFromBytes(Buffer.from(text, 'base64url'))
}
