import type { SigningKey } from './signing-key.ts'

/** One entry of Entra's key set. It has no `alg`, and `x5t` repeats `kid`. */
export type PublishedKey = {
  readonly kty: 'RSA'
  readonly use: 'sig'
  readonly kid: string
  readonly x5t: string
  readonly n: string
  readonly e: string
  readonly x5c: readonly [string]
  readonly cloud_instance_name: string
  readonly issuer?: string
}

export function publishedKey(key: SigningKey, cloud: string, issuer?: string): PublishedKey {
  return {
    kty: 'RSA',
    use: 'sig',
    kid: key.kid,
    x5t: key.thumbprint ?? key.kid,
    n: key.modulus,
    e: key.exponent,
    x5c: [key.certificate],
    cloud_instance_name: cloud,
    ...(issuer !== undefined && { issuer }),
  }
}
