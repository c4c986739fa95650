import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { SignJWT } from 'jose'
import { ClientConfigurationError } from '../client-configuration-error.ts'
import { requireText } from '../ids.ts'
import { assertionParameters, type Credential, fingerprint } from './credential.ts'

/** The upper end of the 5 to 10 minutes that Microsoft advises; MSAL uses it too. */
const lifetimeSeconds = 600

const pemCertificate = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

const readChain = (pem: string): readonly [X509Certificate, ...X509Certificate[]] => {
  const name = 'certificate'
  const blocks = requireText(pem, name).match(pemCertificate) ?? []
  try {
    const [leaf, ...issuers] = blocks.map((block) => new X509Certificate(block))
    if (leaf !== undefined) return [leaf, ...issuers]
  } catch {
    throw new ClientConfigurationError(`${name} is not a readable PEM certificate`)
  }
  throw new ClientConfigurationError(`${name} contains no PEM certificate`)
}

const readPrivateKey = (pem: string): KeyObject => {
  requireText(pem, 'private key')
  try {
    return createPrivateKey(pem)
  } catch {
    // OpenSSL's reason may quote the input.
    throw new ClientConfigurationError('private key is not a readable, unencrypted PEM key')
  }
}

/** The certificate of a blueprint, and its key. */
export type CertificateOptions = {
  /** The certificate as PEM, followed by its issuers if `sendX5c` is set. */
  readonly certificatePem: string
  /** The unencrypted RSA private key of the certificate as PEM (PKCS#8 or PKCS#1). */
  readonly privateKeyPem: string
  /**
   * Whether to send the whole chain as `x5c`, for trust by subject name and issuer.
   * @default false
   */
  readonly sendX5c?: boolean | undefined
}

/**
 * A certificate of the blueprint. Every request carries a new assertion signed with its key
 * (PS256, `x5t#S256`), valid for 10 minutes at the token endpoint it is posted to.
 *
 * @throws {ClientConfigurationError} A PEM text is invalid, the key is not RSA, or the key does
 *   not belong to the certificate.
 *
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises'
 * import { certificate } from 'agentid-conformance/client'
 *
 * const credential = certificate({
 *   certificatePem: await readFile('blueprint.pem', 'utf8'),
 *   privateKeyPem: await readFile('blueprint-key.pem', 'utf8'),
 * })
 * ```
 *
 * @see {@link https://learn.microsoft.com/entra/identity-platform/certificate-credentials}
 */
export const certificate = (options: CertificateOptions): Credential => {
  const chain = readChain(options.certificatePem)
  const [leaf] = chain
  const key = readPrivateKey(options.privateKeyPem)
  if (key.asymmetricKeyType !== 'rsa') {
    throw new ClientConfigurationError('private key must be an RSA key')
  }
  if (!leaf.checkPrivateKey(key)) {
    throw new ClientConfigurationError('private key does not belong to the first certificate')
  }
  const thumbprint = Buffer.from(leaf.fingerprint256.replaceAll(':', ''), 'hex')
  const x5c = chain.map(({ raw }) => raw.toString('base64'))
  const header = {
    alg: 'PS256',
    typ: 'JWT',
    'x5t#S256': thumbprint.toString('base64url'),
    ...(options.sendX5c && { x5c }),
  }

  return {
    kind: 'certificate',
    cacheKey: () => fingerprint('certificate', ...x5c),
    authenticate: async ({ clientId, tokenEndpoint, now, randomUuid }) => {
      const issuedAt = Math.floor(now() / 1000)
      const assertion = await new SignJWT()
        .setProtectedHeader(header)
        .setAudience(tokenEndpoint)
        .setIssuer(clientId)
        .setSubject(clientId)
        .setJti(randomUuid())
        .setNotBefore(issuedAt)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifetimeSeconds)
        .sign(key)
      return assertionParameters(assertion)
    },
  }
}
