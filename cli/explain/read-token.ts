import type { JsonObject } from './claims.ts'
import type { Token } from './token.ts'
import { tokenKind } from './token-kind.ts'

const compactJws = /^[\w-]+\.[\w-]+\.[\w-]*$/
const compactJwe = /^[\w-]+\.[\w-]*\.[\w-]*\.[\w-]+\.[\w-]*$/

/** Header, claims and whether there is a signature; undefined where it is no readable JWT. */
export function readToken(text: string): Token | undefined {
  if (!compactJws.test(text)) return undefined
  const [header, claims] = text.split('.', 2).map(readObject)
  if (header === undefined || claims === undefined) return undefined
  return { header, claims, isSigned: !text.endsWith('.'), kind: tokenKind(claims) }
}

/** Five parts whose first names an encryption: only the audience can read the rest. */
export function isEncryptedToken(text: string): boolean {
  if (!compactJwe.test(text)) return false
  const [header = ''] = text.split('.', 1)
  return readObject(header)?.enc !== undefined
}

function readObject(part: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as JsonObject) : undefined
  } catch {
    return undefined
  }
}
