import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { encode, type TokenParts } from '../broken-answers.ts'

type Member = Readonly<Record<string, unknown>>

/** A key that is not the tenant's, and how a key document would show it. */
export type SecondKey = {
  readonly kid: string
  readonly sign: (text: string) => string
  readonly shown: () => Member
}

/** Generated when it is first used, for that takes a while. */
export function secondKey(): SecondKey {
  const kid = randomBytes(20).toString('base64url')
  let pair: { readonly publicKey: KeyObject; readonly privateKey: KeyObject } | undefined
  const keys = () => {
    pair ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
    return pair
  }
  return {
    kid,
    sign: (text) => sign('sha256', Buffer.from(text), keys().privateKey).toString('base64url'),
    shown: () => ({ ...keys().publicKey.export({ format: 'jwk' }), use: 'sig', kid, x5t: kid }),
  }
}

/** Signed by the key, under a header that names it as the header named its own. */
export function signedWith(
  { kid, sign: signText }: SecondKey,
  { header, payload }: TokenParts,
): string {
  const named = { ...header, kid, ...('x5t' in header && { x5t: kid }) }
  const text = `${encode(named)}.${payload}`
  return `${text}.${signText(text)}`
}
