import type { Shard } from '../tests/support/shard.ts'
import type { Proof } from './proof.ts'

/** A proof, or the parts of it that one shard runs one after the other. */
export type Share = { readonly proof: Proof; readonly part: number; readonly parts: number }

/** CPU seconds. */
export const costOf = ({ proof, parts }: Share): number => proof.seconds / parts

/** What a shard runs, the longest first: every share goes to the shard that has the least to do so far. */
export function sharesOf(proofs: readonly Proof[], { number, of }: Shard): readonly Share[] {
  const shards = Array.from({ length: of }, () => ({ cost: 0, shares: [] as Share[] }))
  for (const share of proofs.flatMap(dividedUp).sort((a, b) => costOf(b) - costOf(a))) {
    const idlest = shards.reduce((a, b) => (b.cost < a.cost ? b : a))
    idlest.cost += costOf(share)
    idlest.shares.push(share)
  }
  return shards[number - 1]?.shares ?? []
}

function dividedUp(proof: Proof): readonly Share[] {
  const parts = proof.parts ?? 1
  return Array.from({ length: parts }, (_, at) => ({ proof, part: at + 1, parts }))
}
