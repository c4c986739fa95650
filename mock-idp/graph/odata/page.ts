import { compareSortValues, type SortValue, sortValues } from './order.ts'
import type { OrderKey } from './query.ts'
import type { Shape, Test } from './shape.ts'
import { type PageEnd, type Position, tokenProblem } from './skip-token.ts'

/** How a collection is cut into pages. */
export interface PageOptions<T> {
  /**
   * The object's place in the collection: it grows strictly along `objects` and never changes, as a number given out
   * at insertion does, or the id in a collection iterated by id. A page begins behind the place where the last one
   * ended, so that an object present throughout comes exactly once, whatever is added or removed between two pages.
   */
  readonly positionOf: (object: T) => Position
  /** Objects on a page where `$top` asks for no other number; 100 unless told otherwise. */
  readonly pageSize?: number
  /** Tells this collection from others, e.g. its path, so that no page token of one is accepted by another. */
  readonly collection?: string
}

/** One page of what a query selects. */
export interface Page<T> {
  readonly page: readonly T[]
  /** Absent on the last page. */
  readonly nextSkipToken?: string
  /** On the first page only, where asked (learn.microsoft.com/graph/query-parameters, "skipToken parameter"). */
  readonly count?: number
}

/** What the two ways of paging need to know. */
export interface PageRequest<T> {
  readonly test: Test<T>
  readonly positionOf: (object: T) => Position
  readonly size: number
  readonly skip: number
  readonly after: PageEnd | undefined
  readonly counts: boolean
}

/** What the two ways of paging find; `end` is there where more follows. */
interface FoundPage<T> {
  readonly page: readonly T[]
  readonly end?: PageEnd
  readonly matches: number
}

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

/** Whether a place is behind the place a page token names. */
function isBehind(position: Position, end: Position): boolean {
  if (typeof position === 'number' && typeof end === 'number') return position > end
  if (typeof position === 'string' && typeof end === 'string') return position > end
  throw tokenProblem('The specified page token does not fit this collection')
}
