import { compileFilter } from './filter/compile-filter.ts'
import { type Page, type PageOptions, type PageRequest, pageInOrder, pageSorted } from './page.ts'
import type { Query } from './query.ts'
import { compileSearch } from './search/compile-search.ts'
import type { Shape, Test } from './shape.ts'
import { readSkipToken, writeSkipToken } from './skip-token.ts'

const defaultPageSize = 100

/**
 * Filters, searches, sorts and pages. Objects keep the order of `objects` where no other is asked, and then no more
 * of them are looked at than the page needs, unless they are to be counted. `$select` and `$expand` are the caller's.
 */
export function applyQuery<T>(
  objects: Iterable<T>,
  query: Query,
  shape: Shape<T>,
  { positionOf, pageSize = defaultPageSize, collection = '' }: PageOptions<T>,
): Page<T> {
  const listing = `${collection}\n${query.identity}`
  const isFirst = query.skipToken === undefined
  const request: PageRequest<T> = {
    test: compileTest(query, shape),
    positionOf,
    size: query.top ?? pageSize,
    skip: isFirst ? (query.skip ?? 0) : 0,
    after: query.skipToken === undefined ? undefined : readSkipToken(listing, query.skipToken),
    counts: isFirst && query.count === true,
  }
  const { page, end, matches } = query.orderBy
    ? pageSorted(objects, request, query.orderBy, shape)
    : pageInOrder(objects, request)
  return {
    page,
    ...(end && { nextSkipToken: writeSkipToken(listing, end) }),
    ...(request.counts && { count: matches }),
  }
}

function compileTest<T>({ filter, search }: Query, shape: Shape<T>): Test<T> {
  const filters = filter && compileFilter(filter, shape)
  const searches = search && compileSearch(search, shape)
  if (filters && searches) return (object) => filters(object) && searches(object)
  return filters ?? searches ?? (() => true)
}
