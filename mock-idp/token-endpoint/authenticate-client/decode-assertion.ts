import { isTooDeep } from '../../../wire/json-depth.ts'
import { isJsonObject, type JsonObject } from '../../../wire/json-object.ts'
import { isBase64url, readJwtPart } from '../../../wire/jwt.ts'
import type { CryptoPlatform } from '../../keys/crypto-platform.ts'

/** Header and claims of a client assertion. Nobody has checked their members yet. */
export type DecodedAssertion = { readonly header: JsonObject; readonly claims: JsonObject }

/**
 * Undefined for what is no compact JWS of RFC 7515: three parts of base64url, of which an unsigned one has an empty
 * third; RFC 8725 wants nothing else to be read as one. Every redemption runs this, so it decodes with the platform's
 * own decoder: `readJwt` takes twice the time.
 */
export function decodeAssertion(
  jwt: string,
  decodeText: CryptoPlatform['decodeText'],
): DecodedAssertion | undefined {
  const [head = '', payload = '', signature, ...more] = jwt.split('.', 4)
  if (signature === undefined || more.length > 0 || !isBase64url(signature)) return undefined
  const header = decodePart(head, decodeText)
  const claims = header && decodePart(payload, decodeText)
  return header && claims && { header, claims }
}

/** What decoders write for bytes that are no text, and what a byte order mark reads as in base64url. */
const replacement = '\uFFFD'
const byteOrderMark = '77u_'

function decodePart(part: string, decodeText: CryptoPlatform['decodeText']) {
  if (part === '' || !isBase64url(part) || part.startsWith(byteOrderMark)) return undefined
  try {
    const text = decodeText(part)
    if (text.includes(replacement)) return readJwtPart(part)
    if (isTooDeep(text)) return undefined
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
