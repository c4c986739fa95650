/** The tokens that a test ordered otherwise than a tenant makes them. */
export type Forgeries = {
  readonly add: (token: string) => void
  readonly has: (token: string) => boolean
}

/** The oldest go first: a test that orders many does not fill the memory. */
const mostKept = 2_000

export function createForgeries(): Forgeries {
  const kept = new Set<string>()
  return {
    add: (token) => {
      kept.add(token)
      const [oldest] = kept
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    },
    has: (token) => kept.size > 0 && kept.has(token),
  }
}
