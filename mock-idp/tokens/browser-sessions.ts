import type { SignIn } from './delegation.ts'

/** What a browser is known by: its cookie, and who signed in with it. */
export type BrowserSession = {
  /** The value of the cookie. */
  readonly id: string
  /** What every form of a page sends back: only the browser that was shown the page knows it. */
  readonly csrfToken: string
  /** Undefined until somebody signs in. */
  readonly person: SignedIn | undefined
  /** Whether a policy demands several factors of the next sign-in. */
  readonly needsSeveralFactors: boolean
}

export type SignedIn = {
  readonly userId: string
  readonly signIn: SignIn
  readonly signedInMs: number
}

/** The browsers of one tenant. */
export type BrowserSessions = {
  readonly keep: (session: BrowserSession) => void
  readonly find: (id: string) => BrowserSession | undefined
  readonly remove: (id: string) => void
  readonly clear: () => void
}

/** The oldest go first: whoever opens a page without a cookie gets a new one. */
const mostKept = 10_000

export function createBrowserSessions(): BrowserSessions {
  const kept = new Map<string, BrowserSession>()
  return {
    keep: (session) => {
      kept.set(session.id, session)
      const [oldest] = kept.keys()
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    },
    find: (id) => kept.get(id),
    remove: (id) => void kept.delete(id),
    clear: () => kept.clear(),
  }
}
