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

/** Whose key signs: the tenant's, one that nobody publishes, or none. */
export type Signer = 'tenant' | 'stranger' | 'none'

type Form = Pick<Resource, 'accessTokenVersion' | 'hashedNonce'>

/** A token with changes to its header, and signed by whoever. `null` removes a member. */
export async function forgeToken(
  minting: Minting,
  form: Form,
  claims: Claims,
  { header: change, signWith }: { readonly header: Claims; readonly signWith: Signer },
): Promise<string> {
  const { encodeText } = minting.platform
  const key = minting.keys.current()
  const algorithm = signWith === 'none' ? { alg: 'none' } : {}
  const header = replaced({ ...tokenHeader(key, form), ...algorithm }, change)
  const text = `${encodeText(JSON.stringify(header))}.${encodeText(JSON.stringify(claims))}`
  if (signWith === 'none') return `${text}.`
  if (signWith === 'tenant') return `${text}.${await key.sign(text)}`
  return `${text}.${await signByStranger(text, minting.platform)}`
}

/** Members replaced by others; `null` removes one. */
export function replaced(members: Claims, change: Claims): Claims {
  return Object.fromEntries(
    Object.entries({ ...members, ...change }).filter(([, value]) => value !== null),
  )
}

const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
let strangerKey: Promise<CryptoKey> | undefined

/** By a key that nobody publishes: made once, for it takes a fifth of a second. */
async function signByStranger(text: string, { encodeBytes }: Minting['platform']): Promise<string> {
  const { subtle } = globalThis.crypto
  strangerKey ??= subtle
    .generateKey(
      { ...rsa, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
      false,
      ['sign', 'verify'],
    )
    .then(({ privateKey }) => privateKey)
  const signature = await subtle.sign(rsa, await strangerKey, new TextEncoder().encode(text))
  return encodeBytes(new Uint8Array(signature))
}

type Header = Readonly<Record<string, string>>

function tokenHeader(
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
