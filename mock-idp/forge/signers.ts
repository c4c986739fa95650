import type { CryptoPlatform } from '../keys/crypto-platform.ts'
import { pemBytes } from '../keys/pem-bytes.ts'
import type { SigningKey } from '../keys/signing-key.ts'
import type { Minting } from '../tokens/minting.ts'
import { keyOfConsumers, signElliptic, strangersKey } from './stranger.ts'

/**
 * Whose key signs a token:
 * - `tenant`: the tenant's
 * - `otherTenant`: one that the keys document publishes for the consumers' tenant alone, as Entra's does
 * - `stranger`: one that nobody publishes; ES256 where the header says so
 * - `hmacOfPem`, `hmacOfDer`, `hmacOfModulus`: HMAC with the tenant's public key as the secret (RFC 8725, 2.1)
 * - `none`: nobody
 */
export const signers = [
  'tenant',
  'otherTenant',
  'stranger',
  'hmacOfPem',
  'hmacOfDer',
  'hmacOfModulus',
  'none',
] as const
export type Signer = (typeof signers)[number]

const utf8 = new TextEncoder()

/** The tenant of personal accounts, whose keys Entra publishes beside those of organizations (captured). */
const consumersTenantId = '9188040d-6c67-4c5b-b112-36a304b66dad'

/** What a signer puts into a header, and how it signs the text under it. */
export type Signing = {
  readonly kid: string
  readonly algorithm: string
  readonly sign: (text: string, algorithm: string) => Promise<string>
}

export async function signingBy(signer: Signer, minting: Minting): Promise<Signing> {
  const { keys, platform } = minting
  const key = keys.current()
  const byKey = async (one: SigningKey, text: string) => one.sign(text)
  switch (signer) {
    case 'tenant':
      return { kid: key.kid, algorithm: 'RS256', sign: (text) => byKey(key, text) }
    case 'otherTenant': {
      const other = await consumersKey(minting)
      return { kid: other.kid, algorithm: 'RS256', sign: (text) => byKey(other, text) }
    }
    case 'stranger':
      return { kid: key.kid, algorithm: 'RS256', sign: byStranger(platform) }
    case 'none':
      return { kid: key.kid, algorithm: 'none', sign: async () => '' }
    default: {
      const secret = await publicKeyAs[signer](key)
      const sign = async (text: string, algorithm: string) =>
        platform.encodeBytes(await hmac(secret, text, algorithm))
      return { kid: key.kid, algorithm: 'HS256', sign }
    }
  }
}

function byStranger(platform: CryptoPlatform): Signing['sign'] {
  return async (text, algorithm) => {
    if (algorithm === 'ES256') return platform.encodeBytes(await signElliptic(text))
    return (await strangersKey(platform)).sign(text)
  }
}

/** Published from now on. */
async function consumersKey({ keys, platform }: Minting): Promise<SigningKey> {
  const key = { ...(await keyOfConsumers(platform)), tenantId: consumersTenantId }
  keys.publishOfOther(key)
  return key
}

/** What a verifier may hold as the public key, and take for the secret of an HMAC. */
const publicKeyAs = {
  hmacOfPem: async (key: SigningKey) => utf8.encode(`${await publicKeyPem(key)}\n`),
  hmacOfDer: async (key: SigningKey) => pemBytes(await publicKeyPem(key)),
  hmacOfModulus: async ({ modulus }: SigningKey) => utf8.encode(modulus),
} as const

async function publicKeyPem({ modulus: n, exponent: e }: SigningKey): Promise<string> {
  const [{ importJWK }, { exportSPKI }] = await Promise.all([
    import('jose/key/import'),
    import('jose/key/export'),
  ])
  const key = await importJWK({ kty: 'RSA', n, e }, 'RS256', { extractable: true })
  return exportSPKI(key as CryptoKey)
}

async function hmac(secret: Uint8Array, text: string, algorithm: string): Promise<Uint8Array> {
  const { subtle } = globalThis.crypto
  const hash = `SHA-${/^HS(256|384|512)$/.exec(algorithm)?.[1] ?? '256'}`
  const key = await subtle.importKey(
    'raw',
    Uint8Array.from(secret),
    { name: 'HMAC', hash },
    false,
    ['sign'],
  )
  return new Uint8Array(await subtle.sign('HMAC', key, utf8.encode(text)))
}
