import type { Random } from '../ports/random.ts'

/**
 * A claim of space-separated facet numbers in no fixed order. Real facets are odd; a single one is joined by an
 * even decoy, as in all public captures, so that a client that compares the text instead of the set is caught.
 */
export function facets(values: readonly string[], random: Random): string {
  const set = values.length === 1 ? [...values, decoy(random)] : [...values]
  return shuffle(set, random).join(' ')
}

function decoy(random: Random): string {
  return String(2 + 2 * random.below(16))
}

function shuffle(values: string[], random: Random): string[] {
  for (let last = values.length - 1; last > 0; last--) {
    const at = random.below(last + 1)
    const [a, b] = [values[at], values[last]]
    if (a === undefined || b === undefined) continue
    values[at] = b
    values[last] = a
  }
  return values
}
