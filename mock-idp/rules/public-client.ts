import { captured, capturedElsewhere, documented } from './evidence.ts'
import { refusal } from './refusals.ts'

/** A client that cannot keep a secret: a program on the device of a user. */
export const publicClientHasNoCredential = refusal<{
  readonly isPublic: boolean
  readonly hasCredential: boolean
}>({
  id: 'CRED-PUBLIC',
  title: 'A public client presents no credential',
  aadsts: 700025,
  message: () =>
    "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
  evidence: capturedElsewhere('github.com/canonical/authd/issues/1881 (number, error and text)'),
  assumed: ['status'],
  broken: ({ isPublic, hasCredential }) => isPublic && hasCredential,
})

/** Asked where the grant is one that public clients use too. */
export const confidentialClientHasCredential = refusal<{
  readonly isPublic: boolean
  readonly hasCredential: boolean
}>({
  id: 'CRED-CONFIDENTIAL',
  title: 'A confidential client presents a credential when a user has signed in to it',
  aadsts: 7000218,
  message: () =>
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  evidence: documented(
    'learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts7000218-app-is-requesting-for-client-assertion-or-client-secret',
  ),
  answerEvidence: captured('github.com/MicrosoftDocs/azure-docs/issues/31986'),
  assumed: ['status'],
  broken: ({ isPublic, hasCredential }) => !isPublic && !hasCredential,
})
