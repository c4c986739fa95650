/**
 * Reference client for the autonomous flow of Microsoft Entra Agent ID.
 *
 * @module
 */
export {
  type AcquiredToken,
  type AgentIdentityClient,
  type AgentTokenOptions,
  createAgentIdentityClient,
  type ExchangeTokenOptions,
} from './agent-identity-client.ts'
export { ClientConfigurationError } from './client-configuration-error.ts'
export type { ClientEvent, Step } from './client-event.ts'
export type { AgentIdentityClientOptions } from './client-options.ts'
export { assertionFile } from './credentials/assertion-file.ts'
export { type CertificateOptions, certificate } from './credentials/certificate.ts'
export { clientSecret } from './credentials/client-secret.ts'
export type { AuthenticationContext, Credential } from './credentials/credential.ts'
export { type ManagedIdentityOptions, managedIdentity } from './credentials/managed-identity.ts'
export { fetchTrusting } from './fetch-trusting.ts'
export type { ClientFetch, ClientFetchInit } from './ports.ts'
export { type FailureReason, TokenRequestError } from './token-request-error.ts'
