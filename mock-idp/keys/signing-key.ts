/** A signing key at rest: RSA private key (PKCS #8) and its self-signed certificate, both PEM. */
export type StoredSigningKey = { readonly privateKeyPem: string; readonly certificatePem: string }

/** A key that signs tokens. `kid` is the base64url SHA-1 of its certificate, as Entra names its keys. */
export type SigningKey = {
  readonly kid: string
  /** The base64url SHA-1 of its certificate, where that is not its `kid`. */
  readonly thumbprint?: string
  /** The only tenant whose tokens it signs. Absent: it signs for every tenant that publishes it. */
  readonly tenantId?: string
  readonly modulus: string
  readonly exponent: string
  /** The certificate as one `x5c` entry: standard base64 DER. */
  readonly certificate: string
  /** RS256 over a text; base64url. */
  readonly sign: (text: string) => string | Promise<string>
  readonly verify: (text: string, signature: string) => boolean | Promise<boolean>
}

/** Whether a text is base64url without padding. Decoders differ in what else they let pass, and in whether they throw. */
export function isBase64url(text: string): boolean {
  return /^[\w-]*$/.test(text) && text.length % 4 !== 1
}
