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
  const published = () => [...own, ...shared]
  return {
    current: () => own[0] ?? first,
    published,
    find: (kid) => published().find((key) => key.kid === kid),
    rotateTo: (key) => {
      own = [key, ...own]
    },
    reset: () => {
      own = []
    },
  }
}
