import { assertionStandards, captured, realTenants, thirdParty } from './evidence.ts'
import {
  type IssuerSignature,
  noKey,
  noMatch,
  noMatchOfExpression,
  otherCase,
} from './federation-prose.ts'
import { refusals } from './refusals.ts'
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
  /** Some credential for this issuer and audience has an expression in place of a subject. */
  readonly hasExpression: boolean
  readonly isT1: boolean
}
type EntraToken = {
  readonly isEntraToken: boolean
  readonly isAppOnly: boolean
  readonly isManagedIdentity: boolean
  readonly isFederationDerived: boolean
}
type IssuerDocuments = { readonly areUsable: boolean }

/** In the order of enforcement: a list for each look at a request. */
export const federatedCredentialRules = {
  issuer: refusals<Match>([
    {
      id: 'FIC-CONFIGURED',
      title: 'Only a client with a federated identity credential can use a federated token',
      aadsts: 70025,
      message: ({ clientId, clientName }) =>
        `The client '${clientId}'(${clientName}) has no configured federated identity credentials.`,
      evidence: realTenants,
      assumed: ['status'],
      broken: ({ hasFederatedCredentials }) => !hasFederatedCredentials,
    },
    {
      id: 'FIC-T1',
      title: 'T1 proves an agent identity, not the blueprint that obtained it',
      aadsts: 7002111,
      message: ({ issuer }) => noMatch('issuer', issuer),
      evidence: thirdParty(
        'a public guide to agent identities on Amazon Bedrock AgentCore: the number, where the blueprint was named as the agent identity',
      ),
      assumed: ['error', 'status'],
      broken: ({ isT1 }) => isT1,
    },
    {
      id: 'FIC-ISSUER',
      title: 'A federated identity credential names the issuer of a federated token',
      aadsts: 700211,
      message: ({ issuer }) => noMatch('issuer', issuer),
      evidence: realTenants,
      assumed: ['status'],
      broken: ({ issuerMatches }) => !issuerMatches,
    },
  ]),
  documents: refusals<IssuerDocuments>([
    {
      id: 'FIC-DOCUMENTS',
      title: 'The issuer of a federated token publishes a usable discovery document and key set',
      aadsts: 501661,
      message: () => 'Request to External OIDC endpoint failed.',
      evidence: captured(
        'github.com/Azure/login/issues/283 (number and text); error and status, of the former numbers 50166 and 90061: github.com/Azure/azure-workload-identity/issues/642 and 605',
      ),
      broken: ({ areUsable }) => !areUsable,
    },
  ]),
  signature: refusals<IssuerSignature>([
    {
      id: 'FIC-KEY',
      title: 'A federated token is signed with a key that its issuer publishes',
      aadsts: 7000272,
      message: noKey,
      evidence: captured('github.com/Azure/azure-workload-identity/issues/1232'),
      assumed: ['status'],
      broken: ({ keyFound }) => !keyFound,
    },
    {
      id: 'FIC-SIGNATURE',
      title: 'A federated token has a valid signature',
      aadsts: 7000274,
      message: () => 'The client assertion contains an invalid signature.',
      evidence: assertionStandards.signature,
      answerEvidence: thirdParty('a public trouble-shooting script for federated tokens'),
      assumed: ['status'],
      broken: ({ keyFound, signatureValid }) => keyFound && !signatureValid,
    },
  ]),
  claims: refusals<Match & EntraToken>([
    {
      id: 'FIC-APP-ONLY',
      title: 'A Microsoft Entra user token does not count as a federated credential',
      aadsts: 700229,
      message: () =>
        'Forbidden token type. Only app-only tokens may be used as Federated Identity Credentials for AAD issuer.',
      evidence: captured('github.com/MicrosoftDocs/azure-docs/issues/109083'),
      assumed: ['status'],
      broken: ({ isEntraToken, isAppOnly }) => isEntraToken && !isAppOnly,
    },
    {
      id: 'FIC-MSI-ONLY',
      title:
        'Among Microsoft Entra tokens, only those of managed identities count as federated credentials',
      aadsts: 700226,
      message: () =>
        'Only MSI tokens may be used as Federated Identity Credentials for AAD issuer.',
      evidence: realTenants,
      assumed: ['status'],
      broken: ({ isEntraToken, isAppOnly, isManagedIdentity }) =>
        isEntraToken && isAppOnly && !isManagedIdentity,
    },
    {
      id: 'FIC-CHAIN',
      title: 'A token that was obtained with a federated credential does not count as another',
      aadsts: 700231,
      message: () =>
        'Token obtained using another federated identity credential may not be used as federated identity credential.',
      evidence: captured('github.com/Azure/azure-workload-identity/issues/1363'),
      assumed: ['error', 'status'],
      broken: ({ isEntraToken, isFederationDerived }) => isEntraToken && isFederationDerived,
    },
    {
      id: 'FIC-AUDIENCE',
      title: 'The federated identity credential names the audience of a federated token',
      aadsts: 700212,
      message: ({ audience }) => noMatch('audience', audience),
      evidence: realTenants,
      assumed: ['error', 'status'],
      broken: ({ isEntraToken, audienceMatches }) => !isEntraToken && !audienceMatches,
    },
    {
      id: 'FIC-ENTRA-AUDIENCE',
      title:
        'A managed identity token for another resource does not count as a federated credential',
      aadsts: 7002121,
      message: ({ audience }) => noMatch('audience', audience),
      evidence: realTenants,
      assumed: ['status'],
      broken: ({ isEntraToken, audienceMatches }) => isEntraToken && !audienceMatches,
    },
    {
      id: 'FIC-SUBJECT-CASE',
      title: 'The subject of a federated token matches in letter case too',
      aadsts: 7002138,
      message: otherCase,
      evidence: captured('github.com/Azure/login/issues/517'),
      assumed: ['status'],
      broken: ({ subjectMatches, subjectMatchesIgnoringCase }) =>
        !subjectMatches && subjectMatchesIgnoringCase,
    },
    {
      id: 'FIC-EXPRESSION',
      title:
        'The expression of a flexible federated identity credential fits the claims of a token',
      aadsts: 7002131,
      message: ({ subject }) => noMatchOfExpression(subject),
      evidence: captured('stuartleeks.com/posts/github-federated-credentials-merge-queue, 2025-05'),
      assumed: ['error', 'status'],
      broken: ({ subjectMatches, subjectMatchesIgnoringCase, hasExpression }) =>
        !subjectMatches && !subjectMatchesIgnoringCase && hasExpression,
    },
    {
      id: 'FIC-SUBJECT',
      title: 'The federated identity credential names the subject of a federated token',
      aadsts: 700213,
      message: ({ subject }) => noMatch('subject', subject),
      evidence: captured('github.com/Azure/azure-workload-identity/issues/1200'),
      assumed: ['status'],
      broken: ({ subjectMatches, subjectMatchesIgnoringCase, hasExpression }) =>
        !subjectMatches && !subjectMatchesIgnoringCase && !hasExpression,
    },
  ]),
  time: refusals<ValidityFacts>([
    {
      id: 'FIC-START',
      title: 'A federated token does not work before its start',
      aadsts: 700024,
      message: outsideTimeRange,
      evidence: realTenants,
      broken: ({ started }) => !started,
    },
    {
      id: 'FIC-EXPIRED',
      title: 'A federated token does not work after its expiry',
      aadsts: 700024,
      message: outsideTimeRange,
      evidence: captured('github.com/Azure/azure-workload-identity/issues/693'),
      broken: ({ expired }) => expired,
    },
  ]),
}
