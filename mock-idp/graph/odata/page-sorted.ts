import { compareSortValues, type SortValue, sortValues } from './order.ts'
import type { FoundPage, PageRequest } from './page.ts'
import { isBehind } from './position.ts'
import type { OrderKey } from './query.ts'
import type { Shape } from './shape.ts'
import type { PageEnd } from './skip-token.ts'

interface Row<T> {
  readonly object: T
  readonly values: readonly SortValue[]
}

/** A page of the sorted objects; objects that sort alike keep the order of `objects`. */
export function pageSorted<T>(
  objects: Iterable<T>,
  { test, positionOf, size, skip, after }: PageRequest<T>,
  keys: readonly OrderKey[],
  shape: Shape<T>,
): FoundPage<T> {
  const valuesOf = sortValues(keys, shape)
  const rows: Row<T>[] = []
  for (const object of objects) if (test(object)) rows.push({ object, values: valuesOf(object) })
  rows.sort((left, right) => compareSortValues(keys, left.values, right.values))
  const rest = after ? rows.filter((row) => isRowBehind(row, after)) : rows.slice(skip)
  const page = rest.slice(0, size)
  const found = { page: page.map(({ object }) => object), matches: rows.length }
  const last = page.at(-1)
  if (!last || rest.length <= size) return found
  return { ...found, end: { position: positionOf(last.object), values: last.values } }

  function isRowBehind({ object, values }: Row<T>, end: PageEnd): boolean {
    const sign = compareSortValues(keys, values, end.values)
    return sign === 0 ? isBehind(positionOf(object), end.position) : sign > 0
  }
}
