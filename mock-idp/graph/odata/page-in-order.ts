import type { FoundPage, PageRequest } from './page.ts'
import { isBehind } from './position.ts'

/** A page in the order of `objects`, read no further than the first object of the next page unless all are counted. */
export function pageInOrder<T>(
  objects: Iterable<T>,
  { test, positionOf, size, skip, after, counts }: PageRequest<T>,
): FoundPage<T> {
  const page: T[] = []
  let matches = 0
  for (const object of objects) {
    if (after && !isBehind(positionOf(object), after.position)) continue
    if (!test(object)) continue
    matches += 1
    if (matches <= skip) continue
    if (page.length < size) page.push(object)
    else if (!counts) break
  }
  const last = page.at(-1)
  if (last === undefined || matches <= skip + size) return { page, matches }
  return { page, matches, end: { position: positionOf(last), values: [] } }
}
