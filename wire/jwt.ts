import { decode } from 'jose/base64url'
import { type JsonObject, parseJsonObject } from './json-object.ts'

/** The parts of a JWT, read and not verified. */
export type Jwt = {
  readonly header: JsonObject
  readonly claims: JsonObject
  /** As written; empty in an unsigned token. */
  readonly signature: string
}

const decoder = new TextDecoder()
/** Looked for instead of its opposite, which would need a stack as long as the text. */
const noBase64url = /[^\w-]/

/** Header, claims and signature of a compact JWT (RFC 7519); undefined where the text is none. */
export function readJwt(text: string): Jwt | undefined {
  const [head, payload, signature, ...more] = text.split('.')
  const [header, claims] = [readJwtPart(head), readJwtPart(payload)]
  if (!header || !claims || signature === undefined || more.length > 0) return undefined
  return { header, claims, signature }
}

/** The JSON object in one part of a JWT. */
export function readJwtPart(part = ''): JsonObject | undefined {
  // No number of bytes has a length of this kind (RFC 4648 section 5).
  if (part === '' || noBase64url.test(part) || part.length % 4 === 1) return undefined
  return parseJsonObject(decoder.decode(decode(part)))
}
