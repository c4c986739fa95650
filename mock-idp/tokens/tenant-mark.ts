import { guidBytes, guidFromBytes } from '../directory/guid.ts'
import type { CryptoPlatform } from '../keys/crypto-platform.ts'
import type { Random } from '../ports/random.ts'

/** What a marked text is made with. */
export type Marking = {
  readonly platform: Pick<CryptoPlatform, 'encodeBytes'>
  readonly random: Pick<Random, 'bytes'>
}

/** How a kind of text begins, and how many bytes follow: those of the tenant first. */
export type MarkedKind = { readonly prefix: string; readonly byteCount: number }

/** Opaque to clients; the mock knows by it which tenant issued it, also where a request names none. */
export function markedText(
  { prefix, byteCount }: MarkedKind,
  tenantId: string,
  { platform, random }: Marking,
): string {
  const bytes = new Uint8Array(byteCount)
  bytes.set(guidBytes(tenantId), 0)
  bytes.set(random.bytes(byteCount - guidByteCount), guidByteCount)
  return `${prefix}${platform.encodeBytes(bytes)}`
}

/** The tenant that a text names. Undefined for what looks like none of its kind. */
export function tenantMarkedIn(
  { prefix, byteCount }: MarkedKind,
  text: string,
): string | undefined {
  const encoded = text.slice(prefix.length)
  const isOfKind = text.startsWith(prefix) && encoded.length === Math.ceil((byteCount * 4) / 3)
  if (!isOfKind || !/^[\w-]*$/.test(encoded)) return undefined
  const bytes = atob(encoded.slice(0, markLetters).replaceAll('-', '+').replaceAll('_', '/'))
  return guidFromBytes(
    Uint8Array.from(bytes.slice(0, guidByteCount), (letter) => letter.charCodeAt(0)),
  )
}

const guidByteCount = 16
/** Of base64url: whole groups of four letters that hold the bytes of the tenant. */
const markLetters = 24
