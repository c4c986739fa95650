import type { Announce } from './announce.ts'
import { cacheKey, type TokenIdentity } from './cache-key.ts'
import type { ClientSettings } from './client-options.ts'
import { requestExchangeToken } from './exchange-token.ts'
import { requireGuid, requireTenant } from './ids.ts'
import type { IssuedToken } from './issued-token.ts'
import type { Network } from './network.ts'
import { type CacheOptions, createTokenCache } from './token-cache.ts'

type Wanted = {
  readonly agentIdentityId: string
  readonly tenantId?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/** T1 of each agent identity, behind its cache. */
export const createExchangeTokens = (
  settings: ClientSettings,
  network: Network,
  announce: Announce,
) => {
  const { ports, credential, authorityHost, blueprintClientId } = settings
  const tokens = createTokenCache<IssuedToken>(ports.now)
  return {
    /** Checks for whom T1 is wanted. */
    identify: async (wanted: Wanted): Promise<TokenIdentity> => {
      wanted.signal?.throwIfAborted()
      const { tenantId = settings.tenantId } = wanted
      return {
        step: 'exchange-token',
        authorityHost,
        tenantId: requireTenant(tenantId, 'tenantId'),
        blueprintClientId,
        agentIdentityId: requireGuid(wanted.agentIdentityId, 'agentIdentityId'),
        credentialKey: await credential.cacheKey(),
        scope: `${settings.exchangeAudience}/.default`,
        person: '',
        claims: '',
      }
    },
    get: async (identity: TokenIdentity, cacheOptions: CacheOptions) => {
      const key = cacheKey(identity)
      const load = (signal: AbortSignal) =>
        requestExchangeToken(settings, network, { ...identity, key }, signal)
      const found = await tokens.get(key, load, cacheOptions)
      return {
        acquired: announce(identity, found),
        /** Removes this very T1 from the cache. */
        forget: () => tokens.forget(key, found.token),
      }
    },
    clear: tokens.clear,
  }
}

export type ExchangeTokens = ReturnType<typeof createExchangeTokens>
