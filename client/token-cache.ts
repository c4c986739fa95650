import { createSingleFlight } from './single-flight.ts'

/** The client renews a token this long before it expires, as Microsoft's libraries do. */
export const renewEarlyMs = 300_000

type Expiring = { readonly expiresAtMs: number }

export type CacheOptions = {
  readonly signal?: AbortSignal | undefined
  readonly forceRefresh?: boolean | undefined
}

/**
 * Caches tokens by key and shares one request among callers of the same token. Serves a token while
 * more than {@link renewEarlyMs} of its lifetime remains, so it never caches shorter ones.
 */
export const createTokenCache = <T extends Expiring>(now: () => number) => {
  const tokens = new Map<string, T>()

  const isFresh = (token: T): boolean => token.expiresAtMs - now() > renewEarlyMs

  const flights = createSingleFlight<T>((key, token) => {
    for (const [known, { expiresAtMs }] of tokens) if (expiresAtMs <= now()) tokens.delete(known)
    tokens.set(key, token)
  })

  return {
    get: async (
      key: string,
      load: (signal: AbortSignal) => Promise<T>,
      { signal, forceRefresh = false }: CacheOptions = {},
    ): Promise<{ readonly token: T; readonly source: 'cache' | 'identity-provider' }> => {
      const known = tokens.get(key)
      if (known !== undefined && !forceRefresh && isFresh(known)) {
        return { token: known, source: 'cache' }
      }
      const token = await flights.run(key, load, { signal, fresh: forceRefresh })
      return { token, source: 'identity-provider' }
    },
    /** Removes this very token, not a newer one in its place. */
    forget: (key: string, token: T): void => {
      if (tokens.get(key) === token) tokens.delete(key)
    },
    clear: (): void => {
      tokens.clear()
      flights.clear()
    },
  }
}
