import { captured, documented } from '../evidence.ts'
import { graphRefusals } from './graph-refusals.ts'

const considerations = documented(
  'MicrosoftDocs/entra-docs docs/workload-id/workload-identity-federation-considerations.md',
)
const resource = documented(
  'microsoftgraph/microsoft-graph-docs-contrib api-reference/beta/resources/federatedidentitycredential.md',
)
const flexible = documented(
  'MicrosoftDocs/entra-docs docs/workload-id/workload-identities-flexible-federated-identity-credentials.md',
)

type WrittenFederation = {
  readonly name: string
  readonly formerName: string | undefined
  readonly nameIsValid: boolean
  readonly nameIsTaken: boolean
  readonly issuer: string
  readonly audiences: readonly string[]
  readonly subject: string | undefined
  readonly expression: string | undefined
  readonly expressionIsReadable: boolean
  readonly claimsAreAllowed: boolean
  readonly pairIsTaken: boolean
  readonly count: number
}

/** How Microsoft Graph names what is wrong with one property (the captures of FEDERATION-SINGLE and FEDERATION-CLAIMS). */
const ofParameter = (name: string, value: string) =>
  `paramName: FederatedIdentityCredential.${name}, paramValue: ${value}, objectType: Microsoft.Online.DirectoryServices.Application`

/** A federated identity credential that is written. In the order of enforcement. */
export const writtenFederationRules = graphRefusals<WrittenFederation>([
  {
    id: 'FEDERATION-NAME',
    title: 'The name of a federated identity credential is safe in a URL',
    error: 'Request_BadRequest',
    message: ({ name }) => `The name '${name}' of the federated identity credential is not valid.`,
    evidence: resource,
    assumed: ['error'],
    broken: ({ nameIsValid }) => !nameIsValid,
  },
  {
    id: 'FEDERATION-NAME-FIXED',
    title: 'The name of a federated identity credential does not change',
    error: 'Request_BadRequest',
    message: () => 'Name is immutable and cannot be changed after creation.',
    evidence: resource,
    assumed: ['error', 'status'],
    broken: ({ name, formerName }) => formerName !== undefined && name !== formerName,
  },
  {
    id: 'FEDERATION-AUDIENCE',
    title: 'A federated identity credential has exactly one audience',
    error: 'Request_BadRequest',
    message: () => 'Federated identity credentials must have exactly one audience.',
    evidence: considerations,
    assumed: ['error'],
    broken: ({ audiences }) => audiences.length !== 1,
  },
  {
    id: 'FEDERATION-ISSUER',
    title: 'The issuer of a federated identity credential has no surrounding spaces',
    error: 'Request_BadRequest',
    message: () => 'The issuer must not begin or end with white space.',
    evidence: considerations,
    assumed: ['error', 'status'],
    broken: ({ issuer }) => issuer.trim() !== issuer,
  },
  {
    id: 'FEDERATION-SUBJECT',
    title: 'A federated identity credential names either a subject or an expression',
    error: 'InvalidFederatedIdentityCredentialValue',
    message: ({ subject }) =>
      `Exactly one of Subject and ClaimsMatchingExpression must have a value. ${ofParameter('Subject', subject ?? '')}`,
    evidence: resource,
    assumed: ['error', 'status'],
    broken: ({ subject, expression }) => (subject === undefined) === (expression === undefined),
  },
  {
    id: 'FEDERATION-EXPRESSION',
    title:
      'The expression of a federated identity credential compares claims, in language version 1',
    error: 'InvalidFederatedIdentityCredentialValue',
    message: ({ expression }) =>
      `The FederatedIdentityCredential.ClaimsMatchingExpression.Value is invalid. ${ofParameter('ClaimsMatchingExpression.Value', expression ?? '')}`,
    evidence: flexible,
    assumed: ['error', 'status'],
    broken: ({ expression, expressionIsReadable }) =>
      expression !== undefined && !expressionIsReadable,
  },
  {
    id: 'FEDERATION-CLAIMS',
    title: 'The expression of a federated identity credential has the claims that its issuer needs',
    error: 'InvalidFederatedIdentityCredentialValue',
    message: ({ issuer, expression }) =>
      `The FederatedIdentityCredential.ClaimsMatchingExpression.Value is invalid. Rule exception: Expression configured for issuer '${issuer}' either lacks all required claims or contains unallowed claims. ${ofParameter('ClaimsMatchingExpression.Value', expression ?? '')}`,
    evidence: captured('github.com/hashicorp/terraform-provider-azuread/issues/1901'),
    broken: ({ expression, expressionIsReadable, claimsAreAllowed }) =>
      expression !== undefined && expressionIsReadable && !claimsAreAllowed,
  },
  {
    id: 'FEDERATION-NAME-SINGLE',
    title: 'A federated identity credential has its name alone',
    error: 'Request_MultipleObjectsWithSameKeyValue',
    message: ({ name }) => `FederatedIdentityCredential with name ${name} already exists.`,
    evidence: captured('github.com/Azure/azure-dev/issues/1482'),
    broken: ({ nameIsTaken }) => nameIsTaken,
  },
  {
    id: 'FEDERATION-SINGLE',
    title: 'A federated identity credential has its pair of issuer and subject alone',
    error: 'InvalidFederatedIdentityCredentialValue',
    message: ({ issuer, subject = '' }) =>
      `The combination of issuer and subject must be unique for the application. Issuer ${issuer} and Subject: ${subject} already exist. ${ofParameter('Subject', subject)}`,
    evidence: captured('github.com/Azure/azure-workload-identity/issues/434'),
    broken: ({ pairIsTaken }) => pairIsTaken,
  },
  {
    id: 'FEDERATION-LIMIT',
    title: 'An application has at most twenty federated identity credentials',
    error: 'Directory_QuotaExceeded',
    message: () => 'The number of federated identity credentials exceeds the limit of 20.',
    evidence: considerations,
    assumed: ['error', 'status'],
    broken: ({ count }) => count >= 20,
  },
])
