import type { SigningKey } from './signing-key.ts'

/** The keys of one tenant: one signs, all are published. */
export type KeyRing = {
  readonly current: () => SigningKey
  readonly published: () => readonly SigningKey[]
  /** Those that other tenants do not have. */
  readonly added: () => readonly SigningKey[]
  readonly find: (kid: string) => SigningKey | undefined
  /** Signs with `key` from now on. The former keys stay published. */
  readonly rotateTo: (key: SigningKey) => void
  /** The current key under another name too, which stays published. */
  readonly publishAs: (kid: string) => SigningKey
  readonly reset: () => void
}

export function createKeyRing(shared: readonly SigningKey[]): KeyRing {
  const [first] = shared
  if (!first) throw new TypeError('a key ring needs at least one signing key')
  let own: readonly SigningKey[] = []
  let renamed: readonly SigningKey[] = []
  const current = () => own[0] ?? first
  return {
    current,
    published: () => [...own, ...shared, ...renamed],
    added: () => [...own, ...renamed],
    find: (kid) => {
      const isNamed = (key: SigningKey) => key.kid === kid
      return own.find(isNamed) ?? shared.find(isNamed) ?? renamed.find(isNamed)
    },
    rotateTo: (key) => {
      own = [key, ...own]
    },
    publishAs: (kid) => {
      const known = renamed.find((key) => key.kid === kid)
      if (known) return known
      const key = current()
      const alias = { ...key, kid, thumbprint: key.thumbprint ?? key.kid }
      renamed = [...renamed, alias]
      return alias
    },
    reset: () => {
      own = []
      renamed = []
    },
  }
}
