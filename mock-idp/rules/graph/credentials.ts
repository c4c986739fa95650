import { documented, inferred, library } from '../evidence.ts'
import type { RefusalRule } from '../rule.ts'
import { graphRule } from './graph-rule.ts'

const considerations =
  'MicrosoftDocs/entra-docs docs/workload-id/workload-identity-federation-considerations.md'
const resource =
  'microsoftgraph/microsoft-graph-docs-contrib api-reference/beta/resources/federatedidentitycredential.md'
const addKey =
  'microsoftgraph/microsoft-graph-docs-contrib api-reference/v1.0/api/agentidentityblueprint-addkey.md'

export const removedPasswordIsKnown = graphRule<{
  readonly keyId: string
  readonly found: boolean
}>({
  id: 'PASSWORD-KNOWN',
  title: 'A removed password is one of the application',
  error: 'Request_BadRequest',
  status: 400,
  message: ({ keyId }) => `No password credential found with keyId '${keyId}'.`,
  evidence: library('public programs take "No password credential found with keyId" for done'),
  assumed: ['error', 'status'],
  broken: ({ found }) => !found,
})

export const removedKeyIsKnown = graphRule<{ readonly keyId: string; readonly found: boolean }>({
  id: 'KEY-KNOWN',
  title: 'A removed key is one of the application',
  error: 'Request_BadRequest',
  status: 400,
  message: ({ keyId }) => `No key credential found with keyId '${keyId}'.`,
  evidence: inferred('no capture shows the answer for an unknown keyId'),
  broken: ({ found }) => !found,
})

type Proof = { readonly hasCertificate: boolean; readonly proofIsValid: boolean }

export const keyProofIsValid = graphRule<Proof>({
  id: 'KEY-PROOF',
  title: 'A key is added or removed with a proof signed by a valid certificate of the application',
  error: 'Authorization_RequestDenied',
  status: 403,
  message: () => 'The proof is not signed with a valid certificate of the application.',
  evidence: documented(addKey),
  assumed: ['error', 'status'],
  broken: ({ hasCertificate, proofIsValid }) => !hasCertificate || !proofIsValid,
})

export const keyIsCertificate = graphRule<{ readonly isCertificate: boolean }>({
  id: 'KEY-CERTIFICATE',
  title: 'The key of a blueprint is an X.509 certificate that verifies',
  error: 'Request_BadRequest',
  status: 400,
  message: () => 'The value of the key credential is not a valid X.509 certificate.',
  evidence: library(
    'deploymenttheory/terraform-provider-microsoft365 agent_identity_blueprint_certificate_credential',
  ),
  assumed: ['error', 'status'],
  broken: ({ isCertificate }) => !isCertificate,
})

type NewFederation = {
  readonly name: string
  readonly issuer: string
  readonly audiences: readonly string[]
  readonly nameIsValid: boolean
  readonly isTaken: boolean
  readonly count: number
}

export const federationNameIsValid = graphRule<NewFederation>({
  id: 'FEDERATION-NAME',
  title: 'The name of a federated identity credential can stand in a URL',
  error: 'Request_BadRequest',
  status: 400,
  message: ({ name }) => `The name '${name}' of the federated identity credential is not valid.`,
  evidence: documented(resource),
  assumed: ['error'],
  broken: ({ nameIsValid }) => !nameIsValid,
})

export const federationHasOneAudience = graphRule<NewFederation>({
  id: 'FEDERATION-AUDIENCE',
  title: 'A federated identity credential has exactly one audience',
  error: 'Request_BadRequest',
  status: 400,
  message: () => 'Federated identity credentials must have exactly one audience.',
  evidence: documented(considerations),
  assumed: ['error'],
  broken: ({ audiences }) => audiences.length !== 1,
})

export const federationIssuerIsTrimmed = graphRule<NewFederation>({
  id: 'FEDERATION-ISSUER',
  title: 'The issuer of a federated identity credential has no space around it',
  error: 'Request_BadRequest',
  status: 400,
  message: () => 'The issuer must not begin or end with white space.',
  evidence: documented(considerations),
  assumed: ['error', 'status'],
  broken: ({ issuer }) => issuer.trim() !== issuer,
})

export const federationIsNew = graphRule<NewFederation>({
  id: 'FEDERATION-SINGLE',
  title:
    'Name, and issuer with subject, of a federated identity credential are single in an application',
  error: 'Request_MultipleObjectsWithSameKeyValue',
  status: 409,
  message: () =>
    'FederatedIdentityCredential with the same name or combination of issuer and subject already exists on app.',
  evidence: library('microsoft/Agent365-devTools, which takes 409 and "already exists" for done'),
  assumed: ['error'],
  broken: ({ isTaken }) => isTaken,
})

export const federationsAreFew = graphRule<NewFederation>({
  id: 'FEDERATION-LIMIT',
  title: 'An application has twenty federated identity credentials at most',
  error: 'Request_BadRequest',
  status: 400,
  message: () => 'The number of federated identity credentials exceeds the limit of 20.',
  evidence: documented(considerations),
  assumed: ['error', 'status'],
  broken: ({ count }) => count >= 20,
})

export const directoryCredentialRules = [
  removedPasswordIsKnown,
  keyProofIsValid,
  removedKeyIsKnown,
  keyIsCertificate,
  federationNameIsValid,
  federationHasOneAudience,
  federationIssuerIsTrimmed,
  federationIsNew,
  federationsAreFew,
] satisfies readonly RefusalRule[]
