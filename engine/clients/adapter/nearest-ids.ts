import { distance } from 'fastest-levenshtein'

const most = 3

/** The ids most similar to the one given, without those that only share a few letters. */
export function nearestIds(typed: string, ids: readonly string[]): readonly string[] {
  const wanted = typed.toUpperCase()
  const farthest = Math.max(2, Math.floor(wanted.length / 2))
  return ids
    .map((id) => ({ id, far: distance(wanted, id) }))
    .filter(({ far }) => far <= farthest)
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ id }) => id)
}
