import { decode } from 'jose/base64url'
import { type Depth, type JsonObject, parseJsonObject } from './json-object.ts'

/** The parts of a JWT, read and not verified. */
export type Jwt = {
  readonly header: JsonObject
  readonly claims: JsonObject
  /** As written; empty in an unsigned token. */
  readonly signature: string
}

/** A byte order mark is no JSON, and bytes that are no UTF-8 are no text (RFC 8259 section 8.1). */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** Looked for instead of its opposite, which would need a stack as long as the text. */
const noBase64url = /[^\w-]/
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * Whether a text is base64url as RFC 7515 section 2 has it: no padding, no line breaks, no white space, and no bits
 * behind the last byte, so that no two texts stand for the same bytes.
 */
export function isBase64url(text: string): boolean {
  if (noBase64url.test(text)) return false
  // No number of bytes has a length of this kind (RFC 4648 section 5).
  const left = text.length % 4
  if (left === 0) return true
  if (left === 1) return false
  const unused = left === 2 ? 0b1111 : 0b11
  return (alphabet.indexOf(text.at(-1) ?? '') & unused) === 0
}

/** Header, claims and signature of a compact JWT (RFC 7519); undefined where the text is none. */
export function readJwt(text: string, depth?: Depth): Jwt | undefined {
  const [head, payload, signature, ...more] = text.split('.', 4)
  const [header, claims] = [readJwtPart(head, depth), readJwtPart(payload, depth)]
  if (!header || !claims || signature === undefined || more.length > 0) return undefined
  return { header, claims, signature }
}

/** The JSON object in one part of a JWT. */
export function readJwtPart(part = '', depth?: Depth): JsonObject | undefined {
  if (part === '' || !isBase64url(part)) return undefined
  try {
    return parseJsonObject(decoder.decode(decode(part)), depth)
  } catch {
    return undefined
  }
}
