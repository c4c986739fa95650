/** A password of an application. It is accepted from `startMs` until `endMs` (milliseconds since 1970). */
export type ClientSecret = {
  readonly keyId: string
  readonly displayName: string | undefined
  readonly value: string
  readonly startMs: number
  readonly endMs: number
}

/** The public half of a certificate credential. */
export type CertificateCredential = {
  readonly keyId: string
  readonly displayName: string | undefined
  readonly pem: string
  /** Base64url SHA-1 and SHA-256 of the DER form, and hexadecimal SHA-1 as shown in the portal. */
  readonly thumbprints: readonly string[]
  readonly startMs: number
  readonly endMs: number
}

/** A token of another issuer that counts as the credential of an application. */
export type FederatedCredential = {
  readonly id: string
  readonly name: string
  readonly description: string | undefined
  readonly issuer: string
  /** Undefined where an expression decides instead. */
  readonly subject: string | undefined
  readonly audience: string
  readonly claimsMatchingExpression?: ClaimsMatchingExpression | undefined
}

/** What the claims of a token have to be for a flexible federated identity credential. */
export type ClaimsMatchingExpression = { readonly value: string; readonly languageVersion: number }
