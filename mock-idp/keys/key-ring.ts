import type { SigningKey } from './signing-key.ts'

/** The keys of one tenant: one signs, all are published. */
export type KeyRing = {
  readonly current: () => SigningKey
  readonly published: () => readonly SigningKey[]
  readonly find: (kid: string) => SigningKey | undefined
  /** Signs with `key` from now on. The former keys stay published. */
  readonly rotateTo: (key: SigningKey) => void
  readonly reset: () => void
}

export function createKeyRing(shared: readonly SigningKey[]): KeyRing {
  const [first] = shared
  if (!first) throw new TypeError('a key ring needs at least one signing key')
  let own: readonly SigningKey[] = []
  return {
    current: () => own[0] ?? first,
    published: () => [...own, ...shared],
    find: (kid) => {
      const isNamed = (key: SigningKey) => key.kid === kid
      return own.find(isNamed) ?? shared.find(isNamed)
    },
    rotateTo: (key) => {
      own = [key, ...own]
    },
    reset: () => {
      own = []
    },
  }
}
