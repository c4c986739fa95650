import { createHash, X509Certificate } from 'node:crypto'
import { Difference, expectSame } from '../../engine/outcomes/difference.ts'
import type { Claims } from '../../engine/requests/answer.ts'
import type { Send } from '../../engine/requests/wire-request.ts'
import { expectPublishedSignature } from './issued-token.ts'

/** @throws {Difference} where the signature verifies with a key that the tenant publishes */
export async function expectNoPublishedSignature(
  token: string,
  tenantId: string,
  request: Send,
): Promise<void> {
  const verified = await expectPublishedSignature(token, tenantId, request).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Difference) return false
      throw error
    },
  )
  if (!verified) return
  throw new Difference('the signature of the token', 'verifies with no published key', 'verifies')
}

/** The token as its signature covers it: with the SHA-256 of the nonce in place of the nonce. */
export function withHashedNonce(token: string): string {
  const [header = '', ...rest] = token.split('.')
  const shown = Buffer.from(header, 'base64url').toString()
  const { nonce } = JSON.parse(shown) as { readonly nonce?: string }
  if (nonce === undefined) throw new Difference('the header of the token', 'a nonce', shown)
  const hashed = createHash('sha256').update(nonce).digest('base64url')
  const signed = Buffer.from(shown.replace(nonce, hashed)).toString('base64url')
  return [signed, ...rest].join('.')
}

/** @throws {Difference} unless the key is that of its certificate and named by its thumbprint */
export function expectKeyOfCertificate({ kid, x5t, n, e, x5c }: Claims): void {
  const [certificate] = Array.isArray(x5c) ? x5c : []
  if (typeof certificate !== 'string') {
    throw new Difference(`the key ${String(kid)}`, 'comes with its certificate', 'comes without')
  }
  const { publicKey, fingerprint } = new X509Certificate(Buffer.from(certificate, 'base64'))
  const thumbprint = Buffer.from(fingerprint.replaceAll(':', ''), 'hex').toString('base64url')
  const inCertificate = publicKey.export({ format: 'jwk' })
  expectSame(`the modulus of the key ${String(kid)}`, n, inCertificate.n)
  expectSame(`the exponent of the key ${String(kid)}`, e, inCertificate.e)
  expectSame('the name of the key', kid, thumbprint)
  expectSame('the thumbprint of the certificate', x5t, thumbprint)
}
