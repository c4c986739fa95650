const advice =
  'Check your federated identity credential Subject, Audience and Issuer against the presented assertion. https://learn.microsoft.com/entra/workload-id/workload-identity-federation'

/** How Entra says that no federated identity credential fits, for T1 as for any other federated token. */
export function noMatch(claim: 'issuer' | 'audience' | 'subject', value: string): string {
  return `No matching federated identity record found for presented assertion ${claim} '${value}'. ${advice}`
}

/** The same where some credential has an expression in place of a subject. */
export function noMatchOfExpression(subject: string): string {
  return `No matching federated identity record found for presented assertion subject '${subject}' or no federated identity credential expression matched. Please check your federated identity credential Subject, Expression, Audience and Issuer against the presented assertion. https://learn.microsoft.com/entra/workload-id/workload-identity-federation`
}

/** What the keys of an issuer say about a token that names it. */
export type IssuerSignature = {
  readonly keyId: string
  readonly issuer: string
  readonly keyFound: boolean
  readonly signatureValid: boolean
}

export function noKey({ keyId, issuer }: IssuerSignature): string {
  return `The certificate with identifier ${keyId} used to sign the federated credential could not be found in the metadata of identity provider ${issuer}. Please validate that your Identity Provider's metadata exposes the key used to sign the incoming token.`
}

/** The subject differs in letter case only. */
export function otherCase({ subject }: { readonly subject: string }): string {
  return `No matching federated identity record found for presented assertion subject '${subject}'. The subject matches with a case-insensitive comparison, but not with a case-sensitive comparison.`
}
