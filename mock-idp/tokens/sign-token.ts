import type { Resource } from '../directory/resource.ts'
import type { SigningKey } from '../keys/signing-key.ts'
import type { Claims, Minting } from './minting.ts'

/** A signed token and what it says. */
export type SignedToken = { readonly token: string; readonly claims: Claims }

/** Signs with the tenant's current key, under the header that the form of the resource's tokens has. */
export async function signToken(
  minting: Minting,
  resource: Pick<Resource, 'accessTokenVersion' | 'hashedNonce'>,
  claims: Claims,
): Promise<SignedToken> {
  const said = minting.tamper ? minting.tamper(claims) : claims
  const key = minting.keys.current()
  const { encodeText } = minting.platform
  const header = tokenHeader(key, resource)
  const payload = encodeText(JSON.stringify(said))
  if (!resource.hashedNonce) {
    const text = `${encodeText(JSON.stringify(header))}.${payload}`
    return { token: `${text}.${await key.sign(text)}`, claims: said }
  }
  const { shown, signed } = await nonceHeaders(minting, header)
  const signature = await key.sign(`${encodeText(signed)}.${payload}`)
  return { token: `${encodeText(shown)}.${payload}.${signature}`, claims: said }
}

type Header = Readonly<Record<string, string>>

/** The header that tokens of a form have. */
export function tokenHeader(
  { kid, thumbprint = kid }: SigningKey,
  { accessTokenVersion }: Pick<Resource, 'accessTokenVersion'>,
): Header {
  if (accessTokenVersion === 2) return { typ: 'JWT', alg: 'RS256', kid }
  return { typ: 'JWT', alg: 'RS256', x5t: thumbprint, kid }
}

/** The signature covers a header that holds the SHA-256 of the nonce which the token shows. */
async function nonceHeaders({ platform, random }: Minting, { typ, ...rest }: Header) {
  const nonce = platform.encodeBytes(random.bytes(32))
  const write = (value: string) => JSON.stringify({ typ, nonce: value, ...rest })
  return { shown: write(nonce), signed: write(await platform.sha256(nonce)) }
}
