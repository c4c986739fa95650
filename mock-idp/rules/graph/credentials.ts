import { documented, inferred, library } from '../evidence.ts'
import { graphRefusal } from './graph-refusals.ts'

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
