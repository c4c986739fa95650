import { createSingleFlight } from './single-flight.ts'

/** The client renews a token this long before it expires, as Microsoft's libraries do. */
export const renewEarlyMs = 300_000

export type Expiring = {
  readonly expiresAtMs: number
  /** Until when it is of use although it has expired. Default: no longer than it lives. */
  readonly keptUntilMs?: number | undefined
}

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

  const isOfUse = ({ expiresAtMs, keptUntilMs = 0 }: T): boolean =>
    Math.max(expiresAtMs, keptUntilMs) > now()

  const flights = createSingleFlight<T>((key, token) => {
    for (const [known, one] of tokens) if (!isOfUse(one)) tokens.delete(known)
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
    /** What is kept, also if it must not be served any more. */
    peek: (key: string): T | undefined => {
      const known = tokens.get(key)
      return known !== undefined && isOfUse(known) ? known : undefined
    },
    /** Serves the token no more, and keeps it as long as it is of use. */
    expire: (key: string): void => {
      const known = tokens.get(key)
      if (known !== undefined) tokens.set(key, { ...known, expiresAtMs: 0 })
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

export type TokenCache<T extends Expiring> = ReturnType<typeof createTokenCache<T>>
