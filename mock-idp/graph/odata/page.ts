import type { Test } from './scope.ts'
import type { PageEnd, Position } from './skip-token.ts'

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
export interface FoundPage<T> {
  readonly page: readonly T[]
  readonly end?: PageEnd
  readonly matches: number
}
