import { readJwt, readJwtPart } from '../../wire/jwt.ts'
import type { Token } from './token.ts'
import { tokenKind } from './token-kind.ts'

const signature = /^[\w-]*$/
const compactJwe = /^[\w-]+\.[\w-]*\.[\w-]*\.[\w-]+\.[\w-]*$/

/** Header, claims and whether there is a signature; undefined where it is no readable JWT. */
export function readToken(text: string): Token | undefined {
  const jwt = readJwt(text, 'any')
  if (!jwt || !signature.test(jwt.signature)) return undefined
  const { header, claims } = jwt
  return { header, claims, isSigned: jwt.signature !== '', kind: tokenKind(claims) }
}

/** Five parts whose first names an encryption: only the audience can read the rest. */
export function isEncryptedToken(text: string): boolean {
  if (!compactJwe.test(text)) return false
  const [header = ''] = text.split('.', 1)
  return readJwtPart(header)?.enc !== undefined
}
