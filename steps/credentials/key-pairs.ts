import { makeSigningKey } from '../../mock-idp/node.ts'
import type { KeyPair } from '../cast/directory.ts'

const aDayMs = 86_400_000
const pairs = new Map<string, Promise<KeyPair>>()

/** The key of a client or an issuer of the features. Made once in a process, for it takes a fifth of a second. */
export function harnessKeyPair(_owner: string): Promise<KeyPair> {
  return pair('registered')
}

/** A key that nobody has registered or published. */
export function strangersKeyPair(): Promise<KeyPair> {
  return pair('stranger')
}

function pair(name: string): Promise<KeyPair> {
  const known = pairs.get(name)
  if (known) return known
  // Valid since last year, so that a scenario may put the clock of its tenant back.
  const made = makeSigningKey({ now: new Date(Date.now() - 365 * aDayMs) })
  pairs.set(name, made)
  return made
}
