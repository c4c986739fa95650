import type { CryptoPlatform } from '../../keys/crypto-platform.ts'
import type { KeyRing } from '../../keys/key-ring.ts'

type Token = { readonly text: string; readonly header: Readonly<Record<string, unknown>> }

/** Whether a published key signed a token. Where its header shows a nonce, the SHA-256 of it was signed. */
export async function isSignedBy(
  keys: KeyRing,
  { text, header }: Token,
  platform: CryptoPlatform,
): Promise<boolean> {
  const key = typeof header.kid === 'string' ? keys.find(header.kid) : undefined
  const [shown = '', payload = '', signature = ''] = text.split('.')
  if (key === undefined || header.alg !== 'RS256') return false
  const { nonce } = header
  if (typeof nonce !== 'string') return key.verify(`${shown}.${payload}`, signature)
  const signed = JSON.stringify({ ...header, nonce: await platform.sha256(nonce) })
  return key.verify(`${platform.encodeText(signed)}.${payload}`, signature)
}
