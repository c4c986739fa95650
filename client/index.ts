/**
 * Reference client for the token flows of Microsoft Entra Agent ID: an agent identity alone, on behalf of a person, and as
 * its own user.
 *
 * @module
 */
export { type AgentIdentityClient, createAgentIdentityClient } from './agent-identity-client.ts'
export type { AgentUser } from './agent-user.ts'
export type { AcquiredToken } from './announce.ts'
export { ClaimsChallengeError } from './claims-challenge-error.ts'
export { ClientConfigurationError } from './client-configuration-error.ts'
export type { ClientEvent, Step, TokenStep } from './client-event.ts'
export type { AgentIdentityClientOptions } from './client-options.ts'
export { assertionFile } from './credentials/assertion-file.ts'
export { type CertificateOptions, certificate } from './credentials/certificate.ts'
export { clientSecret } from './credentials/client-secret.ts'
export type { AuthenticationContext, Credential } from './credentials/credential.ts'
export { type ManagedIdentityOptions, managedIdentity } from './credentials/managed-identity.ts'
export { fetchTrusting } from './fetch-trusting.ts'
export type { ClientFetch, ClientFetchInit } from './ports.ts'
export type {
  AgentTokenOptions,
  ExchangeTokenOptions,
  OnBehalfOfOptions,
} from './token-options.ts'
export { type FailureReason, TokenRequestError } from './token-request-error.ts'
