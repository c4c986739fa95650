/** Randomness as the mock uses it. Tests pass a seeded one. */
export type Random = {
  readonly bytes: (length: number) => Uint8Array<ArrayBuffer>
  readonly guid: () => string
  /** A whole number from 0 up to, not including, `limit` (256 at most). */
  readonly below: (limit: number) => number
}

const poolSize = 4096

/**
 * The same text in one piece. A runtime puts a UUID together from forty, and keeps each as long as the UUID: half a
 * kilobyte, of which a tenant has twenty.
 */
function flat(text: string): string {
  return String.fromCharCode(...Array.from(text, (char) => char.charCodeAt(0)))
}

/** Randomness of the runtime, drawn in large pieces because each draw has a fixed cost. */
export function createRandom(
  fill = (pool: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(pool),
): Random {
  const pool = new Uint8Array(poolSize)
  let used = poolSize
  const draw = (length: number) => {
    if (used + length > poolSize) {
      fill(pool)
      used = 0
    }
    used += length
    return used - length
  }
  return {
    bytes: (length) => {
      const from = draw(length)
      return pool.slice(from, from + length)
    },
    guid: () => flat(crypto.randomUUID()),
    below: (limit) => (pool[draw(1)] ?? 0) % limit,
  }
}
