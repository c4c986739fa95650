import { cacheKey, type TokenIdentity } from './cache-key.ts'
import type { CacheOptions, Expiring, TokenCache } from './token-cache.ts'

/**
 * A token that no challenge has been raised against. With claims, always asks: they say that the token in the cache is
 * not enough. What comes is kept for nobody, and the one in the cache is served no more.
 */
export const getUnchallenged = async <T extends Expiring>(
  tokens: TokenCache<T>,
  identity: TokenIdentity,
  load: (signal: AbortSignal) => Promise<T>,
  { signal, forceRefresh }: CacheOptions,
): ReturnType<TokenCache<T>['get']> => {
  const [key, hasClaims] = [cacheKey(identity), identity.claims !== '']
  const found = await tokens.get(key, load, { signal, forceRefresh: hasClaims || forceRefresh })
  if (hasClaims) {
    tokens.forget(key, found.token)
    tokens.expire(cacheKey({ ...identity, claims: '' }))
  }
  return found
}
