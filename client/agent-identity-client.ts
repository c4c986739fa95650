import { requestAgentToken } from './agent-token.ts'
import { cacheKey, type TokenIdentity } from './cache-key.ts'
import { type AgentIdentityClientOptions, settingsFrom } from './client-options.ts'
import { requestExchangeToken } from './exchange-token.ts'
import { requireGuid, requireTenant, requireText } from './ids.ts'
import type { IssuedToken } from './issued-token.ts'
import { createNetwork } from './network.ts'
import { type CacheOptions, createTokenCache } from './token-cache.ts'
import { TokenRequestError } from './token-request-error.ts'

/** Whose T1 you want. */
export type ExchangeTokenOptions = {
  /** Client id of the agent identity, which is also its object id: a GUID. */
  readonly agentIdentityId: string
  /** Tenant for every request of this call. @default the client's tenant */
  readonly tenantId?: string | undefined
  /** Aborts this call with the signal's reason. Other callers that wait for the same token are not affected. */
  readonly signal?: AbortSignal | undefined
  /** Requests new tokens for this call, including T1, instead of using the cache. @default false */
  readonly forceRefresh?: boolean | undefined
}

/** Whose token you want, and for which resource. */
export type AgentTokenOptions = ExchangeTokenOptions & {
  /** The scope of one resource, such as `https://graph.microsoft.com/.default`. */
  readonly scope: string
}

/** A token, with what is known of it. */
export type AcquiredToken = IssuedToken & {
  /** Whether the token came from this client's cache. */
  readonly source: 'cache' | 'identity-provider'
  readonly tokenType: 'Bearer'
  readonly tenantId: string
  readonly agentIdentityId: string
  readonly scope: string
}

/** A client for the agent identities of one blueprint, made by {@link createAgentIdentityClient}. */
export type AgentIdentityClient = {
  /**
   * Does both steps: gets T1 for the agent identity, then its token for the resource.
   *
   * @throws {ClientConfigurationError} An id or the scope is blank or malformed. The client sent nothing.
   * @throws {TokenRequestError} The request failed, or the token belongs to another identity.
   */
  readonly acquireToken: (options: AgentTokenOptions) => Promise<AcquiredToken>
  /** Does step 1 alone: gets T1, the assertion of the agent identity. Throws what `acquireToken` throws. */
  readonly acquireExchangeToken: (options: ExchangeTokenOptions) => Promise<AcquiredToken>
  /** Forgets tokens and endpoints. A `Retry-After` that has not passed stays in force. */
  readonly clearCache: () => void
}

/** The identity provider refused this T1. The client gets a new one instead of sending it again. */
const isRefusedAssertion = (error: unknown): boolean =>
  error instanceof TokenRequestError &&
  error.reason === 'refused' &&
  (error.error === 'invalid_client' || error.error === 'invalid_grant')

/**
 * Makes a client that gets tokens for the agent identities of one blueprint, by the autonomous flow of
 * Microsoft Entra Agent ID. Make one client and keep it: it caches tokens, renews them 300 seconds early,
 * and sends one request however many callers want the same token.
 *
 * @example
 * ```ts
 * import { clientSecret, createAgentIdentityClient } from 'agentid-conformance/client'
 *
 * const client = createAgentIdentityClient({
 *   tenantId: '11111111-1111-4111-8111-111111111111',
 *   blueprintClientId: '22222222-2222-4222-8222-222222222222',
 *   credential: clientSecret(process.env.AGENTID_BLUEPRINT_SECRET ?? ''),
 * })
 * const { token } = await client.acquireToken({
 *   agentIdentityId: '33333333-3333-4333-8333-333333333333',
 *   scope: 'https://graph.microsoft.com/.default',
 * })
 * ```
 *
 * @throws {ClientConfigurationError} An option is missing, malformed or unsafe.
 * @see {@link https://learn.microsoft.com/entra/agent-id/agent-autonomous-app-oauth-flow}
 */
export const createAgentIdentityClient = (
  options: AgentIdentityClientOptions,
): AgentIdentityClient => {
  const settings = settingsFrom(options)
  const { ports, credential, authorityHost, blueprintClientId } = settings
  const network = createNetwork(settings)
  const exchangeTokens = createTokenCache<IssuedToken>(ports.now)
  const agentTokens = createTokenCache<IssuedToken>(ports.now)

  const identify = async (wanted: ExchangeTokenOptions): Promise<TokenIdentity> => {
    wanted.signal?.throwIfAborted()
    const { tenantId = settings.tenantId } = wanted
    return {
      step: 'exchange-token',
      authorityHost,
      tenantId: requireTenant(tenantId, 'tenantId'),
      blueprintClientId,
      agentIdentityId: requireGuid(wanted.agentIdentityId, 'agentIdentityId'),
      scope: `${settings.exchangeAudience}/.default`,
      credentialKey: await credential.cacheKey(),
    }
  }

  const announce = (
    { step, tenantId, agentIdentityId, scope }: TokenIdentity,
    { token, source }: { readonly token: IssuedToken; readonly source: AcquiredToken['source'] },
  ): AcquiredToken => {
    const { expiresAtMs, checked } = token
    const facts = { tenantId, agentIdentityId, scope, source, expiresAtMs, checked }
    ports.onEvent({ type: 'token-acquired', step, ...facts })
    return { ...facts, token: token.token, tokenType: 'Bearer' }
  }

  const getExchangeToken = async (identity: TokenIdentity, cacheOptions: CacheOptions) => {
    const key = cacheKey(identity)
    const load = (signal: AbortSignal) =>
      requestExchangeToken(settings, network, { ...identity, key }, signal)
    const found = await exchangeTokens.get(key, load, cacheOptions)
    const forget = () => exchangeTokens.forget(key, found.token)
    return { acquired: announce(identity, found), forget }
  }

  const redeem = async (
    exchange: TokenIdentity,
    { agentIdentityId, tenantId, scope }: TokenIdentity,
    cacheOptions: CacheOptions & { readonly signal: AbortSignal },
    attempt: number,
  ): Promise<IssuedToken> => {
    const { acquired, forget } = await getExchangeToken(exchange, cacheOptions)
    const request = { tenantId, agentIdentityId, scope, exchangeToken: acquired.token, attempt }
    try {
      return await requestAgentToken(network, request, cacheOptions.signal)
    } catch (error) {
      if (isRefusedAssertion(error)) forget()
      throw error
    }
  }

  return {
    acquireToken: async (wanted) => {
      const scope = requireText(wanted.scope, 'scope').trim()
      const exchange = await identify(wanted)
      const identity: TokenIdentity = { ...exchange, step: 'agent-token', scope }
      const key = cacheKey(identity)
      // Look T1 up again for each attempt: the previous one may have expired during a long wait.
      const load = (signal: AbortSignal) =>
        network.retry(
          'agent-token',
          key,
          (attempt) => {
            const forceRefresh = wanted.forceRefresh === true && attempt === 1
            return redeem(exchange, identity, { signal, forceRefresh }, attempt)
          },
          signal,
        )
      return announce(identity, await agentTokens.get(key, load, wanted))
    },
    acquireExchangeToken: async (wanted) => {
      const identity = await identify(wanted)
      return (await getExchangeToken(identity, wanted)).acquired
    },
    clearCache: () => {
      exchangeTokens.clear()
      agentTokens.clear()
      network.forgetEndpoints()
    },
  }
}
