import { createPublicKey } from 'node:crypto'
import type { KeyPair } from '../cast/directory.ts'
import { NotTestable } from '../outcomes/not-testable.ts'
import { headerOf } from '../requests/answer.ts'
import type { Send } from '../requests/wire-request.ts'
import type { PublicKey } from './public-key-forms.ts'
import type { Members } from './shape.ts'

/** The key that a tenant publishes for a token. */
export async function publishedKey(
  token: string,
  tenantId: string,
  request: Send,
): Promise<PublicKey> {
  const answer = await request(`/${tenantId}/discovery/v2.0/keys`)
  const { keys = [] } = (await answer.json()) as { readonly keys?: readonly Members[] }
  const jwk = keys.find(({ kid }) => kid === headerOf(token).kid) ?? keys[0]
  if (!jwk) throw new NotTestable('the tenant publishes no key')
  const [certificate = ''] = [jwk.x5c].flat().map(String)
  return { jwk, certificatePem: pem(certificate) }
}

/** What everybody may know of a key pair. */
export function publicKeyOf({ certificatePem }: KeyPair, published?: Members): PublicKey {
  const jwk = published ?? { ...createPublicKey(certificatePem).export({ format: 'jwk' }) }
  return { jwk, certificatePem }
}

function pem(base64: string): string {
  const lines = base64.match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
