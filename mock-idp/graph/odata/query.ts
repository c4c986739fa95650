import type { Filter } from './filter/filter.ts'
import type { Search } from './search/parse-search.ts'
import type { Path } from './shape.ts'

/** One key of `$orderby`. */
export interface OrderKey {
  readonly path: Path
  readonly direction: 'asc' | 'desc'
}

/** One relation of `$expand`, with the options in its parentheses; whose objects it holds is the caller's to find. */
export interface Expansion {
  readonly relation: string
  readonly query: Query
}

/** A request's query options, parsed and checked; what was not asked is absent. */
export interface Query {
  readonly filter?: Filter
  readonly search?: Search
  /** Paths such as `displayName` or `api/requestedAccessTokenVersion`, or `*`. */
  readonly select?: readonly string[]
  readonly expand?: readonly Expansion[]
  readonly orderBy?: readonly OrderKey[]
  readonly top?: number
  readonly skip?: number
  readonly count?: boolean
  readonly skipToken?: string
  /** What the pages of one listing have in common: the texts of `$filter`, `$search` and `$orderby`. */
  readonly identity: string
}

/** What a collection allows. */
export interface QueryLimits {
  /** The greatest `$top`. */
  readonly maxPageSize?: number
  /** Whether `$skip` is allowed; directory objects do not know it. */
  readonly allowsSkip?: boolean
}
