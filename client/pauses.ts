import type { TokenRequestError } from './token-request-error.ts'

/** The longest Retry-After to obey: an hour, as in MSAL (RetryAfterProvider.cs). */
const longestPauseMs = 3_600_000

export type Pause = { readonly remainingMs: number; readonly error: TokenRequestError }

/** The servers that sent a Retry-After, and how long each still applies. */
export const createPauses = (now: () => number) => {
  const pauses = new Map<string, { readonly untilMs: number; readonly error: TokenRequestError }>()
  return {
    begin: (key: string, error: TokenRequestError): void => {
      if (error.retryAfterSeconds === undefined) return
      const pauseMs = Math.min(error.retryAfterSeconds * 1000, longestPauseMs)
      pauses.set(key, { untilMs: now() + pauseMs, error })
    },
    current: (key: string): Pause | undefined => {
      const pause = pauses.get(key)
      if (pause === undefined) return undefined
      const remainingMs = pause.untilMs - now()
      if (remainingMs > 0) return { remainingMs, error: pause.error }
      pauses.delete(key)
      return undefined
    },
  }
}
