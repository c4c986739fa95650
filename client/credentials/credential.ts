import { createHash } from 'node:crypto'
import type { JsonObject } from '../../wire/json-object.ts'
import type { ClientFetch } from '../ports.ts'
import type { HttpAnswer } from '../send-request.ts'

/**
 * How the blueprint proves itself at the token endpoint. `clientSecret`, `certificate`,
 * `managedIdentity` and `assertionFile` make one; write your own for a key vault.
 */
export type Credential = {
  /** A name for messages, such as `secret`. */
  readonly kind: string
  /**
   * Changes when the credential changes, so that the cache does not serve a token of the old
   * credential for the new one. Use a hash, never the secret: the key lives as long as the cache.
   */
  readonly cacheKey: () => string | Promise<string>
  /**
   * Returns the form parameters to send: either `client_secret`, or `client_assertion` with
   * `client_assertion_type`. The client calls it for every T1 request, including retries, and
   * treats all values except the assertion type as secrets.
   */
  readonly authenticate: (
    context: AuthenticationContext,
  ) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>
}

/** Facts and functions for a credential that authenticates one request. */
export type AuthenticationContext = {
  /** The blueprint's client id. */
  readonly clientId: string
  /** The exact URL of the token endpoint: the audience of a signed assertion. */
  readonly tokenEndpoint: string
  /** The audience of federated assertions, for example `api://AzureADTokenExchange`. */
  readonly exchangeAudience: string
  /** The time of the client, in epoch milliseconds. */
  readonly now: () => number
  /** Makes the `jti` of an assertion. */
  readonly randomUuid: () => string
  /** Aborts when no caller waits for the token any longer. */
  readonly signal: AbortSignal
  /** Gets an assertion from a managed identity endpoint, with the client's own retries, limits and events. */
  readonly getJson: (request: {
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
    readonly secrets: readonly string[]
    readonly fetch?: ClientFetch | undefined
  }) => Promise<{ readonly answer: HttpAnswer; readonly body: JsonObject }>
}

/** RFC 7523 section 2.2. */
export const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

export const assertionParameters = (assertion: string) => ({
  client_assertion_type: jwtBearer,
  client_assertion: assertion,
})

export const fingerprint = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
