import { captured, documented, emulatorFixtures, inferred, realTenants } from './evidence.ts'
import { refusals } from './refusals.ts'

type Credentials = {
  readonly credentialCount: number
  readonly basicClientDiffers: boolean
  /** False in the grants that public clients use too. */
  readonly isNeeded: boolean
}
type Secret = {
  readonly clientId: string
  readonly canHoldSecrets: boolean
  readonly secretKnown: boolean
  readonly secretStarted: boolean
  readonly secretEnded: boolean
}

const wrongSecret = ({ clientId }: { readonly clientId: string }) =>
  `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`

/** One credential, of whatever kind. In the order of enforcement. */
export const credentialRules = refusals<Credentials>([
  {
    id: 'CRED-BASIC-CLIENT',
    title: 'HTTP Basic names the same client as the body',
    aadsts: 9002313,
    message: () => 'Invalid request. Request is malformed or invalid.',
    evidence: inferred('RFC 6749 section 2.3: one client, one method; no capture'),
    broken: ({ basicClientDiffers }) => basicClientDiffers,
  },
  {
    id: 'CRED-PRESENT',
    title: 'A client presents a credential',
    aadsts: 7000216,
    message: () =>
      "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
    evidence: captured('github.com/microsoft/Agents-for-js/issues/834'),
    broken: ({ isNeeded, credentialCount }) => isNeeded && credentialCount === 0,
  },
  {
    id: 'CRED-SINGLE',
    title: 'A request carries exactly one credential',
    aadsts: 9002324,
    message: () =>
      "Request should not contain more than one client credential parameters, this includes 'client_secret', 'client_assertion' and 'request' parameters.",
    evidence: captured('github.com/AzureAD/microsoft-identity-web/issues/3470 (number and text)'),
    assumed: ['error', 'status'],
    broken: ({ credentialCount }) => credentialCount > 1,
  },
])

/** In the order of enforcement. */
export const clientSecretRules = refusals<Secret>([
  {
    id: 'CRED-AGENT-SECRET',
    title: 'An agent identity has no client secret',
    aadsts: 7000215,
    message: wrongSecret,
    evidence: documented(
      'learn.microsoft.com/entra/agent-id/agent-identities: an agent identity has no credentials of its own',
    ),
    answerEvidence: inferred('the usual answer to a wrong secret'),
    broken: ({ canHoldSecrets }) => !canHoldSecrets,
  },
  {
    id: 'CRED-SECRET',
    title: 'A client secret belongs to the client that sends it',
    aadsts: 7000215,
    message: wrongSecret,
    evidence: emulatorFixtures,
    broken: ({ canHoldSecrets, secretKnown }) => canHoldSecrets && !secretKnown,
  },
  {
    id: 'CRED-SECRET-START',
    title: 'A client secret does not work before its start',
    aadsts: 7000215,
    message: wrongSecret,
    evidence: documented(
      'microsoftgraph/microsoft-graph-docs-contrib api-reference/v1.0/resources/passwordcredential.md: the password becomes valid at startDateTime',
    ),
    answerEvidence: inferred('the usual answer to a wrong secret; no refusal was captured'),
    broken: ({ secretKnown, secretStarted }) => secretKnown && !secretStarted,
  },
  {
    id: 'CRED-SECRET-END',
    title: 'A client secret does not work after its end',
    aadsts: 7000222,
    message: ({ clientId }) =>
      `The provided client secret keys for app '${clientId}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
    evidence: realTenants,
    broken: ({ secretKnown, secretEnded }) => secretKnown && secretEnded,
  },
])
