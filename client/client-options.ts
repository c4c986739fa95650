import { ClientConfigurationError } from './client-configuration-error.ts'
import type { Credential } from './credentials/credential.ts'
import { requireAuthorityHost } from './endpoint-url.ts'
import { requireGuid, requireTenant, requireText } from './ids.ts'
import { type Ports, portsFrom } from './ports.ts'

type OptionalPorts = { readonly [Port in keyof Ports]?: Ports[Port] | undefined }

/** What a client needs to know. `createAgentIdentityClient` checks every value. */
export type AgentIdentityClientOptions = OptionalPorts & {
  /** The tenant of the agent identities: a GUID or a verified domain, never `common`. */
  readonly tenantId: string
  /** Application (client) id of the agent identity blueprint. A GUID. */
  readonly blueprintClientId: string
  /** The credential of the blueprint. */
  readonly credential: Credential
  /**
   * Application ID URIs of the blueprint: besides its client id, the audiences that a user assertion may have.
   * @default [`api://${blueprintClientId}`]
   */
  readonly blueprintIdentifierUris?: readonly string[] | undefined
  /**
   * Origin of the identity provider. The client accepts plain http only for loopback addresses.
   * @default 'https://login.microsoftonline.com'
   */
  readonly authorityHost?: string | undefined
  /**
   * Audience of T1 and of federated assertions. The US Government and China clouds use
   * `api://AzureADTokenExchangeUSGov` and `api://AzureADTokenExchangeChina`.
   * @default 'api://AzureADTokenExchange'
   */
  readonly exchangeAudience?: string | undefined
  /** Attempts per step, including the first: 1 to 10. @default 3 */
  readonly maxAttempts?: number | undefined
  /**
   * Longest wait before another attempt, in seconds: 0 to 3600. If the server asks for a longer
   * one, the client throws the error at once, with `retryAfterSeconds`.
   * @default 60
   */
  readonly maxWaitSeconds?: number | undefined
  /** Time limit for a complete answer to one request, in seconds: 1 to 600. @default 30 */
  readonly requestTimeoutSeconds?: number | undefined
}

/** The checked options, with every default filled in. */
export type ClientSettings = {
  readonly tenantId: string
  readonly blueprintClientId: string
  readonly blueprintIdentifierUris: readonly string[]
  readonly credential: Credential
  readonly authorityHost: string
  readonly exchangeAudience: string
  readonly maxAttempts: number
  readonly maxWaitSeconds: number
  readonly requestTimeoutSeconds: number
  readonly ports: Ports
}

const requireBetween = (value: number, least: number, most: number, name: string): number => {
  if (value >= least && value <= most) return value
  throw new ClientConfigurationError(`${name} must be between ${least} and ${most}`)
}

const requireAttempts = (value: number): number => {
  if (Number.isInteger(value)) return requireBetween(value, 1, 10, 'maxAttempts')
  throw new ClientConfigurationError('maxAttempts must be a whole number')
}

const requireCredential = (value: Credential): Credential => {
  if (typeof value?.authenticate === 'function' && typeof value.cacheKey === 'function') {
    return value
  }
  throw new ClientConfigurationError(
    'credential is missing; pass clientSecret(...), certificate(...), managedIdentity(...) or assertionFile(...)',
  )
}

const identifierUrisOf = ({
  blueprintClientId,
  blueprintIdentifierUris = [`api://${blueprintClientId}`],
}: AgentIdentityClientOptions): readonly string[] =>
  blueprintIdentifierUris.map((uri) => requireText(uri, 'blueprintIdentifierUris').toLowerCase())

export const settingsFrom = (options: AgentIdentityClientOptions): ClientSettings => ({
  tenantId: requireTenant(options.tenantId, 'tenantId'),
  blueprintClientId: requireGuid(options.blueprintClientId, 'blueprintClientId'),
  blueprintIdentifierUris: identifierUrisOf(options),
  credential: requireCredential(options.credential),
  authorityHost: requireAuthorityHost(
    options.authorityHost ?? 'https://login.microsoftonline.com',
    'authorityHost',
  ),
  exchangeAudience: requireText(
    options.exchangeAudience ?? 'api://AzureADTokenExchange',
    'exchangeAudience',
  ),
  maxAttempts: requireAttempts(options.maxAttempts ?? 3),
  maxWaitSeconds: requireBetween(options.maxWaitSeconds ?? 60, 0, 3600, 'maxWaitSeconds'),
  requestTimeoutSeconds: requireBetween(
    options.requestTimeoutSeconds ?? 30,
    1,
    600,
    'requestTimeoutSeconds',
  ),
  ports: portsFrom(options),
})
