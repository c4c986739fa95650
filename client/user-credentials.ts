import { requestAgentToken } from './agent-token.ts'
import type { Announce } from './announce.ts'
import { cacheKey, type TokenIdentity } from './cache-key.ts'
import type { Occasion } from './delegated-tokens.ts'
import type { IssuedToken } from './issued-token.ts'
import type { Network } from './network.ts'
import { createTokenCache } from './token-cache.ts'

/**
 * T2: the agent identity redeems T1 for a credential of its user, which is no access token. A new one for each token
 * of the user; a retry finds it again.
 */
export const createUserCredentials = (now: () => number, network: Network, announce: Announce) => {
  const tokens = createTokenCache<IssuedToken>(now)
  return {
    get: async ({ exchange, exchangeToken, attempt, signal }: Occasion): Promise<string> => {
      const step = 'user-credential'
      const identity: TokenIdentity = { ...exchange, step }
      const key = cacheKey(identity)
      const load = (flight: AbortSignal) =>
        network.retry(
          step,
          key,
          (number) =>
            requestAgentToken(
              network,
              { ...identity, step, exchangeToken, attempt: number },
              flight,
            ),
          flight,
        )
      const found = await tokens.get(key, load, { signal, forceRefresh: attempt === 1 })
      return announce(identity, found).token
    },
    clear: tokens.clear,
  }
}
