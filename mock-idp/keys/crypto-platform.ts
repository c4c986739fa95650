import type { SigningKey, StoredSigningKey } from './signing-key.ts'

/** What the mock reads from a certificate credential. */
export type CertificateFacts = {
  /** Base64url SHA-1, base64url SHA-256 and upper-case hexadecimal SHA-1 of the DER form. */
  readonly thumbprints: readonly string[]
  readonly notBeforeMs: number
  readonly notAfterMs: number
}

/** The cryptography a runtime offers. Node's own is several times faster than WebCrypto for RSA signatures. */
export type CryptoPlatform = {
  readonly importSigningKey: (stored: StoredSigningKey) => Promise<SigningKey>
  readonly readCertificate: (pem: string) => Promise<CertificateFacts>
  /** Base64url, without padding, of the UTF-8 form of a text. */
  readonly encodeText: (text: string) => string
  /**
   * The text whose {@link encodeText} this is.
   * @throws for what is not base64url
   */
  readonly decodeText: (base64url: string) => string
  readonly encodeBytes: (bytes: Uint8Array) => string
  /** Base64url SHA-256 of the UTF-8 form of a text. */
  readonly sha256: (text: string) => Promise<string>
}
