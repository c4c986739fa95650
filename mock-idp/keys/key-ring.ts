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
  /** Published, though it signs tokens of another tenant only: the keys document of Entra has such keys. */
  readonly publishOfOther: (key: SigningKey & { readonly tenantId: string }) => void
  /** No longer published: nobody can verify what it signed. */
  readonly withdraw: (kid: string) => void
  readonly reset: () => void
}

export function createKeyRing(shared: readonly SigningKey[]): KeyRing {
  const [first] = shared
  if (!first) throw new TypeError('a key ring needs at least one signing key')
  let own: readonly SigningKey[] = []
  let renamed: readonly SigningKey[] = []
  let ofOthers: readonly SigningKey[] = []
  let withdrawn: ReadonlySet<string> = new Set()
  const isPublished = ({ kid }: SigningKey) => !withdrawn.has(kid)
  const current = () => own[0] ?? first
  return {
    current,
    published: () => [...own, ...shared, ...renamed, ...ofOthers].filter(isPublished),
    added: () => [...own, ...renamed, ...ofOthers].filter(isPublished),
    find: (kid) => {
      if (withdrawn.has(kid)) return undefined
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
    publishOfOther: (key) => {
      if (!ofOthers.some(({ kid }) => kid === key.kid)) ofOthers = [...ofOthers, key]
    },
    withdraw: (kid) => {
      withdrawn = new Set([...withdrawn, kid])
    },
    reset: () => {
      own = []
      renamed = []
      ofOthers = []
      withdrawn = new Set()
    },
  }
}
