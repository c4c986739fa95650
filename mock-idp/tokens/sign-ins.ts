import type { SignIn } from './delegation.ts'

/** The sign-ins of one tenant, by `sid`: version 2 tokens do not say how somebody signed in. */
export type SignIns = {
  readonly keep: (signIn: SignIn) => void
  readonly find: (sessionId: string) => SignIn | undefined
  readonly clear: () => void
}

const mostKept = 10_000

export function createSignIns(): SignIns {
  const kept = new Map<string, SignIn>()
  return {
    keep: (signIn) => {
      kept.set(signIn.sessionId, signIn)
      const [oldest] = kept.keys()
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    },
    find: (sessionId) => kept.get(sessionId),
    clear: () => kept.clear(),
  }
}
