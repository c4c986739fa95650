import {
  captured,
  documented,
  library,
  libraryFixtures,
  realTenants,
  standard,
} from './evidence.ts'
import { refusals } from './refusals.ts'
import { outsideTimeRange, type ValidityFacts } from './validity.ts'

type Certificate = ValidityFacts & {
  readonly clientId: string
  readonly hasKeyIdentifier: boolean
  readonly issuerIsClient: boolean
  readonly subjectIsIssuer: boolean
  readonly hasOneAudience: boolean
  readonly audienceIsTokenEndpoint: boolean
  readonly thumbprint: string
  readonly certificateKnown: boolean
  readonly certificateValid: boolean
}
type Signature = { readonly thumbprint: string; readonly signatureValid: boolean }

const unregistered = (reason: string, thumbprint: string) =>
  `[Reason - ${reason}, Thumbprint of key used by client: '${thumbprint}', Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for the app.]`

/** In the order of enforcement: a list for each look at a request. */
export const certificateRules = {
  claims: refusals<Certificate>([
    {
      id: 'CERT-ONE-AUDIENCE',
      title: 'A certificate assertion has one audience, as text',
      aadsts: 50027,
      message: () => 'JWT token is invalid or malformed.',
      evidence: captured('github.com/panva/openid-client/issues/348'),
      assumed: ['error', 'status'],
      broken: ({ hasOneAudience }) => !hasOneAudience,
    },
    {
      id: 'CERT-THUMBPRINT',
      title: 'The header of a certificate assertion identifies the certificate',
      aadsts: 5002723,
      message: () =>
        'Invalid JWT token. No certificate SHA-1 thumbprint, certificate SHA-256 thumbprint, nor keyId specified in token header.',
      evidence: libraryFixtures,
      broken: ({ hasKeyIdentifier }) => !hasKeyIdentifier,
    },
    {
      id: 'CERT-ISSUER',
      title: 'The issuer of a certificate assertion is the client that presents it',
      aadsts: 700021,
      message: () =>
        "Client assertion application identifier doesn't match 'client_id' parameter. Review the documentation at https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials .",
      evidence: libraryFixtures,
      broken: ({ issuerIsClient }) => !issuerIsClient,
    },
    {
      id: 'CERT-SUBJECT',
      title: 'The subject of a certificate assertion is its issuer',
      aadsts: 50048,
      message: () => 'Subject must match the issuer claim in the client assertion.',
      evidence: standard('RFC 7523 section 3, point 2'),
      answerEvidence: documented(
        'learn.microsoft.com/entra/identity-platform/reference-error-codes',
      ),
      assumed: ['error', 'status'],
      broken: ({ subjectIsIssuer }) => !subjectIsIssuer,
    },
    {
      id: 'CERT-AUDIENCE',
      title: 'The audience of a certificate assertion is the token endpoint of the tenant',
      aadsts: 700023,
      message: () =>
        'Client assertion audience claim does not match Realm issuer. Review the documentation at https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials .',
      evidence: captured(
        'github.com/AzureAD/microsoft-authentication-library-for-dotnet/issues/2746; 401: github.com/AzureAD/azure-activedirectory-library-for-python/issues/79',
      ),
      broken: ({ audienceIsTokenEndpoint }) => !audienceIsTokenEndpoint,
    },
    {
      id: 'CERT-KNOWN',
      title: 'A certificate assertion is signed with a certificate registered on the client',
      aadsts: 700027,
      message: ({ thumbprint }) =>
        `The certificate with identifier used to sign the client assertion is not registered on application. ${unregistered('The key was not found.', thumbprint)}`,
      evidence: realTenants,
      assumed: ['status'],
      broken: ({ certificateKnown }) => !certificateKnown,
    },
    {
      id: 'CERT-VALID',
      title: 'A registered certificate works only within its validity window',
      aadsts: 1000502,
      message: () => 'The provided certificate is not within its specified validity window.',
      evidence: library('AzureAD/microsoft-identity-web Constants.cs'),
      assumed: ['error', 'status'],
      broken: ({ certificateKnown, certificateValid }) => certificateKnown && !certificateValid,
    },
  ]),
  signature: refusals<Signature>([
    {
      id: 'CERT-SIGNATURE',
      title: 'A certificate assertion has a valid signature',
      aadsts: 700027,
      message: ({ thumbprint }) =>
        `Client assertion contains an invalid signature. ${unregistered('The provided signature value did not match the expected signature value.', thumbprint)}`,
      evidence: realTenants,
      assumed: ['status'],
      broken: ({ signatureValid }) => !signatureValid,
    },
  ]),
  time: refusals<ValidityFacts>([
    {
      id: 'CERT-START',
      title: 'A certificate assertion does not work before its start',
      aadsts: 700024,
      message: outsideTimeRange,
      evidence: libraryFixtures,
      broken: ({ started }) => !started,
    },
    {
      id: 'CERT-EXPIRED',
      title: 'A certificate assertion does not work after its expiry',
      aadsts: 700024,
      message: outsideTimeRange,
      evidence: libraryFixtures,
      broken: ({ expired }) => expired,
    },
  ]),
}
