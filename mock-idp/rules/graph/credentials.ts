import { documented, inferred, library } from '../evidence.ts'
import { graphRefusal, graphRefusals } from './graph-refusals.ts'

const considerations =
  'MicrosoftDocs/entra-docs docs/workload-id/workload-identity-federation-considerations.md'
const resource =
  'microsoftgraph/microsoft-graph-docs-contrib api-reference/beta/resources/federatedidentitycredential.md'
const addKey =
  'microsoftgraph/microsoft-graph-docs-contrib api-reference/v1.0/api/agentidentityblueprint-addkey.md'

type Removed = { readonly keyId: string; readonly found: boolean }

export const removedPasswordIsKnown = graphRefusal<Removed>({
  id: 'PASSWORD-KNOWN',
  title: 'A removed password belongs to the application',
  error: 'Request_BadRequest',
  message: ({ keyId }) => `No password credential found with keyId '${keyId}'.`,
  evidence: library('public programs take "No password credential found with keyId" for done'),
  assumed: ['error', 'status'],
  broken: ({ found }) => !found,
})

type Proof = { readonly hasCertificate: boolean; readonly proofIsValid: boolean }

export const keyProofIsValid = graphRefusal<Proof>({
  id: 'KEY-PROOF',
  title: 'Adding or removing a key needs a proof signed by a valid certificate of the application',
  error: 'Authorization_RequestDenied',
  message: () => 'The proof is not signed with a valid certificate of the application.',
  evidence: documented(addKey),
  assumed: ['error', 'status'],
  broken: ({ hasCertificate, proofIsValid }) => !hasCertificate || !proofIsValid,
})

export const removedKeyIsKnown = graphRefusal<Removed>({
  id: 'KEY-KNOWN',
  title: 'A removed key belongs to the application',
  error: 'Request_BadRequest',
  message: ({ keyId }) => `No key credential found with keyId '${keyId}'.`,
  evidence: inferred('no capture shows the answer for an unknown keyId'),
  broken: ({ found }) => !found,
})

export const keyIsCertificate = graphRefusal<{ readonly isCertificate: boolean }>({
  id: 'KEY-CERTIFICATE',
  title: 'The key of a blueprint is an X.509 certificate for verification',
  error: 'Request_BadRequest',
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

/** In the order of enforcement. */
export const newFederationRules = graphRefusals<NewFederation>([
  {
    id: 'FEDERATION-NAME',
    title: 'The name of a federated identity credential is safe in a URL',
    error: 'Request_BadRequest',
    message: ({ name }) => `The name '${name}' of the federated identity credential is not valid.`,
    evidence: documented(resource),
    assumed: ['error'],
    broken: ({ nameIsValid }) => !nameIsValid,
  },
  {
    id: 'FEDERATION-AUDIENCE',
    title: 'A federated identity credential has exactly one audience',
    error: 'Request_BadRequest',
    message: () => 'Federated identity credentials must have exactly one audience.',
    evidence: documented(considerations),
    assumed: ['error'],
    broken: ({ audiences }) => audiences.length !== 1,
  },
  {
    id: 'FEDERATION-ISSUER',
    title: 'The issuer of a federated identity credential has no surrounding spaces',
    error: 'Request_BadRequest',
    message: () => 'The issuer must not begin or end with white space.',
    evidence: documented(considerations),
    assumed: ['error', 'status'],
    broken: ({ issuer }) => issuer.trim() !== issuer,
  },
  {
    id: 'FEDERATION-SINGLE',
    title:
      'Federated identity credentials have unique names and unique pairs of issuer and subject',
    error: 'Request_MultipleObjectsWithSameKeyValue',
    message: () =>
      'FederatedIdentityCredential with the same name or combination of issuer and subject already exists on app.',
    evidence: library('microsoft/Agent365-devTools, which takes 409 and "already exists" for done'),
    assumed: ['error'],
    broken: ({ isTaken }) => isTaken,
  },
  {
    id: 'FEDERATION-LIMIT',
    title: 'An application has at most twenty federated identity credentials',
    error: 'Request_BadRequest',
    message: () => 'The number of federated identity credentials exceeds the limit of 20.',
    evidence: documented(considerations),
    assumed: ['error', 'status'],
    broken: ({ count }) => count >= 20,
  },
])
