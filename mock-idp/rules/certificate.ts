import { captured, documented, library } from './evidence.ts'
import type { RefusalRule } from './rule.ts'
import { outsideTimeRange, type ValidityFacts } from './validity.ts'

type Certificate = ValidityFacts & {
  readonly clientId: string
  readonly hasKeyIdentifier: boolean
  readonly issuerIsClient: boolean
  readonly subjectIsIssuer: boolean
  readonly audienceIsTokenEndpoint: boolean
  readonly thumbprint: string
  readonly certificateKnown: boolean
  readonly certificateValid: boolean
}
type Signature = { readonly thumbprint: string; readonly signatureValid: boolean }

export const certificateIsIdentified: RefusalRule<Certificate> = {
  kind: 'refusal',
  id: 'CERT-THUMBPRINT',
  title: 'The header of a certificate assertion identifies the certificate',
  error: 'invalid_client',
  aadsts: 5002723,
  status: 401,
  message: () =>
    'Invalid JWT token. No certificate SHA-1 thumbprint, certificate SHA-256 thumbprint, nor keyId specified in token header.',
  hasErrorPage: true,
  evidence: captured('recorded responses in the test fixtures of a Microsoft client library, 2023'),
  broken: ({ hasKeyIdentifier }) => !hasKeyIdentifier,
}

export const certificateIssuerIsClient: RefusalRule<Certificate> = {
  kind: 'refusal',
  id: 'CERT-ISSUER',
  title: 'A certificate assertion is issued by the client that presents it',
  error: 'invalid_client',
  aadsts: 700021,
  status: 401,
  message: () =>
    "Client assertion application identifier doesn't match 'client_id' parameter. Review the documentation at https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials .",
  hasErrorPage: true,
  evidence: captured('recorded responses in the test fixtures of a Microsoft client library, 2023'),
  broken: ({ issuerIsClient }) => !issuerIsClient,
}

export const certificateSubjectIsIssuer: RefusalRule<Certificate> = {
  kind: 'refusal',
  id: 'CERT-SUBJECT',
  title: 'The subject of a certificate assertion is its issuer',
  error: 'invalid_client',
  aadsts: 50048,
  status: 401,
  message: () => 'Subject must match the issuer claim in the client assertion.',
  evidence: documented('learn.microsoft.com/entra/identity-platform/reference-error-codes'),
  assumed: ['error', 'status'],
  broken: ({ subjectIsIssuer }) => !subjectIsIssuer,
}

export const certificateAudienceIsTokenEndpoint: RefusalRule<Certificate> = {
  kind: 'refusal',
  id: 'CERT-AUDIENCE',
  title: 'A certificate assertion is addressed to the token endpoint of this tenant',
  error: 'invalid_client',
  aadsts: 700023,
  status: 401,
  message: () =>
    'Client assertion audience claim does not match Realm issuer. Review the documentation at https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials .',
  evidence: captured(
    'github.com/AzureAD/microsoft-authentication-library-for-dotnet/issues/2746; 401: github.com/AzureAD/azure-activedirectory-library-for-python/issues/79',
  ),
  broken: ({ audienceIsTokenEndpoint }) => !audienceIsTokenEndpoint,
}

const unregistered = (reason: string, thumbprint: string) =>
  `[Reason - ${reason}, Thumbprint of key used by client: '${thumbprint}', Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for the app.]`

export const certificateIsRegistered: RefusalRule<Certificate> = {
  kind: 'refusal',
  id: 'CERT-KNOWN',
  title: 'A certificate assertion is signed with a certificate registered on the client',
  error: 'invalid_client',
  aadsts: 700027,
  status: 401,
  message: ({ thumbprint }) =>
    `The certificate with identifier used to sign the client assertion is not registered on application. ${unregistered('The key was not found.', thumbprint)}`,
  evidence: captured('public captures of real tenants'),
  assumed: ['status'],
  broken: ({ certificateKnown }) => !certificateKnown,
}

export const certificateIsWithinValidity: RefusalRule<Certificate> = {
  kind: 'refusal',
  id: 'CERT-VALID',
  title: 'A registered certificate is accepted only within its validity window',
  error: 'invalid_client',
  aadsts: 1000502,
  status: 401,
  message: () => 'The provided certificate is not within its specified validity window.',
  evidence: library('AzureAD/microsoft-identity-web Constants.cs'),
  assumed: ['error', 'status'],
  broken: ({ certificateKnown, certificateValid }) => certificateKnown && !certificateValid,
}

export const certificateSignatureIsValid: RefusalRule<Signature> = {
  kind: 'refusal',
  id: 'CERT-SIGNATURE',
  title: 'The signature of a certificate assertion verifies',
  error: 'invalid_client',
  aadsts: 700027,
  status: 401,
  message: ({ thumbprint }) =>
    `Client assertion contains an invalid signature. ${unregistered('The provided signature value did not match the expected signature value.', thumbprint)}`,
  evidence: captured('public captures of real tenants'),
  assumed: ['status'],
  broken: ({ signatureValid }) => !signatureValid,
}

export const certificateAssertionHasStarted: RefusalRule<Certificate> = {
  kind: 'refusal',
  id: 'CERT-START',
  title: 'A certificate assertion is not accepted before its start',
  error: 'invalid_client',
  aadsts: 700024,
  status: 401,
  message: outsideTimeRange,
  hasErrorPage: true,
  evidence: captured('recorded responses in the test fixtures of a Microsoft client library, 2023'),
  broken: ({ started }) => !started,
}

export const certificateAssertionHasNotExpired: RefusalRule<Certificate> = {
  kind: 'refusal',
  id: 'CERT-EXPIRED',
  title: 'A certificate assertion is not accepted after its expiry',
  error: 'invalid_client',
  aadsts: 700024,
  status: 401,
  message: outsideTimeRange,
  hasErrorPage: true,
  evidence: captured('recorded responses in the test fixtures of a Microsoft client library, 2023'),
  broken: ({ expired }) => expired,
}

/** In the order of enforcement. */
export const certificateRules = [
  certificateIsIdentified,
  certificateIssuerIsClient,
  certificateSubjectIsIssuer,
  certificateAudienceIsTokenEndpoint,
  certificateIsRegistered,
  certificateIsWithinValidity,
  certificateSignatureIsValid,
  certificateAssertionHasStarted,
  certificateAssertionHasNotExpired,
] satisfies readonly RefusalRule[]
