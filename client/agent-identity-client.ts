import { requestAgentToken } from './agent-token.ts'
import type { AgentUser } from './agent-user.ts'
import { type AcquiredToken, createAnnounce } from './announce.ts'
import { cacheKey, type TokenIdentity } from './cache-key.ts'
import { type AgentIdentityClientOptions, settingsFrom } from './client-options.ts'
import { createDelegatedFlows } from './delegated-flows.ts'
import { createExchangeTokens } from './exchange-tokens.ts'
import { readClaims, requireText } from './ids.ts'
import type { IssuedToken } from './issued-token.ts'
import { createNetwork } from './network.ts'
import { type CacheOptions, createTokenCache } from './token-cache.ts'
import type { AgentTokenOptions, ExchangeTokenOptions, OnBehalfOfOptions } from './token-options.ts'
import { TokenRequestError } from './token-request-error.ts'
import { getUnchallenged } from './unchallenged.ts'

/** A client for the agent identities of one blueprint, made by {@link createAgentIdentityClient}. */
export type AgentIdentityClient = {
  /**
   * Does both steps: gets T1 for the agent identity, then its token for the resource.
   *
   * @throws {ClientConfigurationError} An id, the scope or the claims are blank or malformed. The client sent nothing.
   * @throws {ClaimsChallengeError} A policy demands more of the agent identity.
   * @throws {TokenRequestError} The request failed, or the token belongs to another identity.
   */
  readonly acquireToken: (options: AgentTokenOptions) => Promise<AcquiredToken>
  /** Does step 1 alone: gets T1, the assertion of the agent identity. Throws what `acquireToken` throws. */
  readonly acquireExchangeToken: (options: ExchangeTokenOptions) => Promise<AcquiredToken>
  /**
   * Acts on behalf of a person: exchanges the token with which the person called the agent, Tc, for one for another
   * resource. The client sends Tc unchanged, and to nobody but the token endpoint. It keeps what it got for this very Tc:
   * another one of the same person may have other rights.
   *
   * @param userAssertion Tc: an access token of the person for the blueprint, unexpired.
   *
   * @example
   * ```ts
   * import type { AgentIdentityClient } from 'agentid-conformance/client'
   *
   * export const readMail = async (client: AgentIdentityClient, authorization: string) => {
   *   const { token } = await client.onBehalfOf(authorization.replace(/^Bearer /i, ''), {
   *     agentIdentityId: '33333333-3333-4333-8333-333333333333',
   *     scope: 'https://graph.microsoft.com/Mail.Read',
   *   })
   *   return fetch('https://graph.microsoft.com/v1.0/me/messages', {
   *     headers: { authorization: `Bearer ${token}` },
   *   })
   * }
   * ```
   *
   * @throws {ClientConfigurationError} An option or the assertion cannot be right, or the assertion has expired. The
   * client sent nothing.
   * @throws {ClaimsChallengeError} The person must sign in again, with `claims`.
   * @throws {TokenRequestError} The request failed, for example because consent is missing (`suberror`
   * `consent_required`), or the token is about somebody else.
   * @see {@link https://learn.microsoft.com/entra/agent-id/agent-on-behalf-of-oauth-flow}
   */
  readonly onBehalfOf: (userAssertion: string, options: OnBehalfOfOptions) => Promise<AcquiredToken>
  /**
   * Acts as the user account of the agent identity itself, in three requests: T1, T2, and the token. Later ones come by
   * refresh token with a new T1; if that is refused, the client makes the three requests again.
   *
   * @example
   * ```ts
   * import type { AgentIdentityClient } from 'agentid-conformance/client'
   *
   * export const tokenOfAssistant = async (client: AgentIdentityClient) =>
   *   client.asAgentUser(
   *     { upn: 'assistant@contoso.example' },
   *     {
   *       agentIdentityId: '33333333-3333-4333-8333-333333333333',
   *       scope: 'https://graph.microsoft.com/.default',
   *     },
   *   )
   * ```
   *
   * @throws {ClientConfigurationError} An option is missing or malformed, or `user` names nobody, or somebody in two ways.
   * The client sent nothing.
   * @throws {ClaimsChallengeError} A policy demands more of the agent user.
   * @throws {TokenRequestError} A request failed, or the token is about somebody else.
   * @see {@link https://learn.microsoft.com/entra/agent-id/agent-user-oauth-flow}
   */
  readonly asAgentUser: (user: AgentUser, options: AgentTokenOptions) => Promise<AcquiredToken>
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
  const network = createNetwork(settings)
  const announce = createAnnounce(settings.ports)
  const exchangeTokens = createExchangeTokens(settings, network, announce)
  const agentTokens = createTokenCache<IssuedToken>(settings.ports.now)
  const delegated = createDelegatedFlows(settings, network, exchangeTokens, announce)

  const redeem = async (
    exchange: TokenIdentity,
    { agentIdentityId, tenantId, scope, claims }: TokenIdentity,
    cacheOptions: CacheOptions & { readonly signal: AbortSignal },
    attempt: number,
  ): Promise<IssuedToken> => {
    const { acquired, forget } = await exchangeTokens.get(exchange, cacheOptions)
    const step = 'agent-token'
    const exchangeToken = acquired.token
    const about = { step, tenantId, agentIdentityId, scope, claims } as const
    const request = { ...about, exchangeToken, attempt }
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
      const exchange = await exchangeTokens.identify(wanted)
      const claims = readClaims(wanted.claims)
      const identity: TokenIdentity = { ...exchange, step: 'agent-token', scope, claims }
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
      return announce(identity, await getUnchallenged(agentTokens, identity, load, wanted))
    },
    acquireExchangeToken: async (wanted) => {
      const identity = await exchangeTokens.identify(wanted)
      return (await exchangeTokens.get(identity, wanted)).acquired
    },
    onBehalfOf: delegated.onBehalfOf,
    asAgentUser: delegated.asAgentUser,
    clearCache: () => {
      exchangeTokens.clear()
      agentTokens.clear()
      delegated.clear()
      network.forgetEndpoints()
    },
  }
}
