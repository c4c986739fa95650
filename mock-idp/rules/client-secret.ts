import { captured, inferred } from './evidence.ts'
import type { RefusalRule } from './rule.ts'

type Credentials = { readonly credentialCount: number; readonly basicClientDiffers: boolean }
type Secret = {
  readonly clientId: string
  readonly canHoldSecrets: boolean
  readonly secretKnown: boolean
  readonly secretStarted: boolean
  readonly secretEnded: boolean
}

const wrongSecret = ({ clientId }: { readonly clientId: string }) =>
  `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`

export const basicNamesTheClient: RefusalRule<Credentials> = {
  kind: 'refusal',
  id: 'CRED-BASIC-CLIENT',
  title: 'HTTP Basic names the same client as the body',
  error: 'invalid_request',
  aadsts: 9002313,
  status: 400,
  message: () => 'Invalid request. Request is malformed or invalid.',
  hasErrorPage: true,
  evidence: inferred('RFC 6749 section 2.3: one client, one method; no capture'),
  broken: ({ basicClientDiffers }) => basicClientDiffers,
}

export const credentialIsPresent: RefusalRule<Credentials> = {
  kind: 'refusal',
  id: 'CRED-PRESENT',
  title: 'A client proves itself with a credential',
  error: 'invalid_client',
  aadsts: 7000216,
  status: 401,
  message: () =>
    "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
  hasErrorPage: true,
  evidence: captured('github.com/microsoft/Agents-for-js/issues/834'),
  broken: ({ credentialCount }) => credentialCount === 0,
}

export const credentialIsSingle: RefusalRule<Credentials> = {
  kind: 'refusal',
  id: 'CRED-SINGLE',
  title: 'A request carries exactly one credential',
  error: 'invalid_request',
  aadsts: 9002324,
  status: 400,
  message: () =>
    "Request should not contain more than one client credential parameters, this includes 'client_secret', 'client_assertion' and 'request' parameters.",
  evidence: captured('github.com/AzureAD/microsoft-identity-web/issues/3470 (number and text)'),
  assumed: ['error', 'status'],
  broken: ({ credentialCount }) => credentialCount > 1,
}

export const agentIdentityHasNoSecret: RefusalRule<Secret> = {
  kind: 'refusal',
  id: 'CRED-AGENT-SECRET',
  title: 'An agent identity has no client secret',
  error: 'invalid_client',
  aadsts: 7000215,
  status: 401,
  message: wrongSecret,
  hasErrorPage: true,
  evidence: inferred(
    'MicrosoftDocs/entra-docs docs/agent-id/error-codes.md: agent identities hold no credentials; the answer of the token endpoint is not shown',
  ),
  broken: ({ canHoldSecrets }) => !canHoldSecrets,
}

export const secretIsKnown: RefusalRule<Secret> = {
  kind: 'refusal',
  id: 'CRED-SECRET',
  title: 'A client secret is one of the secrets of the client',
  error: 'invalid_client',
  aadsts: 7000215,
  status: 401,
  message: wrongSecret,
  hasErrorPage: true,
  evidence: captured('calvinchengx/entra-emulator e2e/differential fixtures, 2026-08'),
  broken: ({ canHoldSecrets, secretKnown }) => canHoldSecrets && !secretKnown,
}

export const secretHasStarted: RefusalRule<Secret> = {
  kind: 'refusal',
  id: 'CRED-SECRET-START',
  title: 'A client secret is not accepted before its start',
  error: 'invalid_client',
  aadsts: 7000215,
  status: 401,
  message: wrongSecret,
  hasErrorPage: true,
  evidence: inferred('startDateTime of passwordCredential is documented; no refusal was captured'),
  broken: ({ secretKnown, secretStarted }) => secretKnown && !secretStarted,
}

export const secretHasNotEnded: RefusalRule<Secret> = {
  kind: 'refusal',
  id: 'CRED-SECRET-END',
  title: 'A client secret is not accepted after its end',
  error: 'invalid_client',
  aadsts: 7000222,
  status: 401,
  message: ({ clientId }) =>
    `The provided client secret keys for app '${clientId}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
  evidence: captured('public captures of real tenants'),
  broken: ({ secretKnown, secretEnded }) => secretKnown && secretEnded,
}

/** In the order of enforcement. */
export const clientSecretRules = [
  basicNamesTheClient,
  credentialIsPresent,
  credentialIsSingle,
  agentIdentityHasNoSecret,
  secretIsKnown,
  secretHasStarted,
  secretHasNotEnded,
] satisfies readonly RefusalRule[]
