import { captured, thirdParty } from './evidence.ts'
import { noKey, noMatch, otherCase } from './federation-prose.ts'
import type { RefusalRule } from './rule.ts'
import { outsideTimeRange, type ValidityFacts } from './validity.ts'

type Match = {
  readonly clientId: string
  readonly clientName: string
  readonly issuer: string
  readonly subject: string
  readonly audience: string
  readonly hasFederatedCredentials: boolean
  readonly issuerMatches: boolean
  readonly audienceMatches: boolean
  readonly subjectMatches: boolean
  readonly subjectMatchesIgnoringCase: boolean
}
type EntraToken = {
  readonly isEntraToken: boolean
  readonly isAppOnly: boolean
  readonly isManagedIdentity: boolean
}
type Signature = {
  readonly keyId: string
  readonly issuer: string
  readonly keyFound: boolean
  readonly signatureValid: boolean
}

export const federationIsConfigured: RefusalRule<Match> = {
  kind: 'refusal',
  id: 'FIC-CONFIGURED',
  title: 'A federated token is accepted only by a client that has a federated identity credential',
  error: 'invalid_client',
  aadsts: 70025,
  status: 401,
  message: ({ clientId, clientName }) =>
    `The client '${clientId}'(${clientName}) has no configured federated identity credentials.`,
  evidence: captured('public captures of real tenants'),
  assumed: ['status'],
  broken: ({ hasFederatedCredentials }) => !hasFederatedCredentials,
}

export const federatedIssuerMatches: RefusalRule<Match> = {
  kind: 'refusal',
  id: 'FIC-ISSUER',
  title: 'The issuer of a federated token is named by a federated identity credential',
  error: 'invalid_client',
  aadsts: 700211,
  status: 401,
  message: ({ issuer }) => noMatch('issuer', issuer),
  evidence: captured('public captures of real tenants'),
  assumed: ['status'],
  broken: ({ issuerMatches }) => !issuerMatches,
}

export const federatedKeyIsPublished: RefusalRule<Signature> = {
  kind: 'refusal',
  id: 'FIC-KEY',
  title: 'A federated token is signed with a key that its issuer publishes',
  error: 'invalid_client',
  aadsts: 7000272,
  status: 401,
  message: noKey,
  hasErrorPage: true,
  evidence: captured('github.com/Azure/azure-workload-identity/issues/1232'),
  assumed: ['status'],
  broken: ({ keyFound }) => !keyFound,
}

export const federatedSignatureIsValid: RefusalRule<Signature> = {
  kind: 'refusal',
  id: 'FIC-SIGNATURE',
  title: 'The signature of a federated token verifies',
  error: 'invalid_client',
  aadsts: 7000274,
  status: 401,
  message: () => 'The client assertion contains an invalid signature.',
  evidence: thirdParty('a public trouble-shooting script for federated tokens'),
  assumed: ['status'],
  broken: ({ keyFound, signatureValid }) => keyFound && !signatureValid,
}

export const federatedTokenIsAppOnly: RefusalRule<EntraToken> = {
  kind: 'refusal',
  id: 'FIC-APP-ONLY',
  title: 'A user token of Microsoft Entra is no federated credential',
  error: 'invalid_client',
  aadsts: 700229,
  status: 401,
  message: () =>
    'Forbidden token type. Only app-only tokens may be used as Federated Identity Credentials for AAD issuer.',
  evidence: captured('github.com/MicrosoftDocs/azure-docs/issues/109083'),
  assumed: ['status'],
  broken: ({ isEntraToken, isAppOnly }) => isEntraToken && !isAppOnly,
}

export const federatedTokenIsOfManagedIdentity: RefusalRule<EntraToken> = {
  kind: 'refusal',
  id: 'FIC-MSI-ONLY',
  title:
    'Of the tokens of Microsoft Entra only those of managed identities are federated credentials',
  error: 'invalid_client',
  aadsts: 700226,
  status: 401,
  message: () => 'Only MSI tokens may be used as Federated Identity Credentials for AAD issuer.',
  evidence: captured('public captures of real tenants'),
  assumed: ['status'],
  broken: ({ isEntraToken, isAppOnly, isManagedIdentity }) =>
    isEntraToken && isAppOnly && !isManagedIdentity,
}

export const federatedAudienceMatches: RefusalRule<Match & EntraToken> = {
  kind: 'refusal',
  id: 'FIC-AUDIENCE',
  title: 'The audience of a federated token is named by the federated identity credential',
  error: 'invalid_client',
  aadsts: 700212,
  status: 401,
  message: ({ audience }) => noMatch('audience', audience),
  evidence: captured('public captures of real tenants'),
  assumed: ['error', 'status'],
  broken: ({ isEntraToken, audienceMatches }) => !isEntraToken && !audienceMatches,
}

export const federatedEntraAudienceMatches: RefusalRule<Match & EntraToken> = {
  kind: 'refusal',
  id: 'FIC-ENTRA-AUDIENCE',
  title: 'A managed identity token for another resource is no federated credential',
  error: 'invalid_client',
  aadsts: 7002121,
  status: 401,
  message: ({ audience }) => noMatch('audience', audience),
  evidence: captured('public captures of real tenants'),
  assumed: ['status'],
  broken: ({ isEntraToken, audienceMatches }) => isEntraToken && !audienceMatches,
}

export const federatedSubjectCaseMatches: RefusalRule<Match> = {
  kind: 'refusal',
  id: 'FIC-SUBJECT-CASE',
  title: 'The subject of a federated token is compared letter case included',
  error: 'invalid_client',
  aadsts: 7002138,
  status: 401,
  message: otherCase,
  evidence: captured('github.com/Azure/login/issues/517'),
  assumed: ['status'],
  broken: ({ subjectMatches, subjectMatchesIgnoringCase }) =>
    !subjectMatches && subjectMatchesIgnoringCase,
}

export const federatedSubjectMatches: RefusalRule<Match> = {
  kind: 'refusal',
  id: 'FIC-SUBJECT',
  title: 'The subject of a federated token is named by the federated identity credential',
  error: 'invalid_client',
  aadsts: 700213,
  status: 401,
  message: ({ subject }) => noMatch('subject', subject),
  evidence: captured('github.com/Azure/azure-workload-identity/issues/1200'),
  assumed: ['status'],
  broken: ({ subjectMatches, subjectMatchesIgnoringCase }) =>
    !subjectMatches && !subjectMatchesIgnoringCase,
}

export const federatedTokenHasStarted: RefusalRule<ValidityFacts> = {
  kind: 'refusal',
  id: 'FIC-START',
  title: 'A federated token is not accepted before its start',
  error: 'invalid_client',
  aadsts: 700024,
  status: 401,
  message: outsideTimeRange,
  hasErrorPage: true,
  evidence: captured('public captures of real tenants'),
  broken: ({ started }) => !started,
}

export const federatedTokenHasNotExpired: RefusalRule<ValidityFacts> = {
  kind: 'refusal',
  id: 'FIC-EXPIRED',
  title: 'A federated token is not accepted after its expiry',
  error: 'invalid_client',
  aadsts: 700024,
  status: 401,
  message: outsideTimeRange,
  hasErrorPage: true,
  evidence: captured('github.com/Azure/azure-workload-identity/issues/693'),
  broken: ({ expired }) => expired,
}

/** In the order of enforcement. */
export const federatedCredentialRules = [
  federationIsConfigured,
  federatedIssuerMatches,
  federatedKeyIsPublished,
  federatedSignatureIsValid,
  federatedTokenIsAppOnly,
  federatedTokenIsOfManagedIdentity,
  federatedAudienceMatches,
  federatedEntraAudienceMatches,
  federatedSubjectCaseMatches,
  federatedSubjectMatches,
  federatedTokenHasStarted,
  federatedTokenHasNotExpired,
] satisfies readonly RefusalRule[]
