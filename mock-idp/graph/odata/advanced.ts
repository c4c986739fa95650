import { advancedFilterReason } from './advanced-filter.ts'
import { defaultSorting } from './advanced-properties.ts'
import { ODataProblem } from './problem.ts'
import type { Query } from './query.ts'

/**
 * Why Graph wants an advanced query for this, in its own words; undefined where it wants none. `entity` is the short
 * name of the type listed, e.g. `servicePrincipal`: by what may be sorted depends on it. The cases are those of
 * "Query scenarios that require advanced query capabilities" in learn.microsoft.com/graph/aad-advanced-queries.
 * `$count=true` alone is no case: without the header it is ignored, not refused (same page, "Error handling").
 */
export function advancedReason(query: Query, entity: string): string | undefined {
  if (query.search) {
    return "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'"
  }
  return (query.filter && advancedFilterReason(query.filter)) ?? sortingReason(query, entity)
}

/** Whether Graph wants an advanced query for this. */
export function needsAdvanced(query: Query, entity: string): boolean {
  return advancedReason(query, entity) !== undefined
}

/** Whether a request is an advanced query: the header and, except with `$search`, `$count=true`. */
export function isAdvanced(query: Query, consistencyLevel: string | null | undefined): boolean {
  if (consistencyLevel?.trim().toLowerCase() !== 'eventual') return false
  return query.count === true || query.search !== undefined
}

/** Throws the `ODataProblem` of a query that needs to be an advanced one and is not. */
export function requireAdvanced(
  query: Query,
  entity: string,
  consistencyLevel: string | null | undefined,
): void {
  if (isAdvanced(query, consistencyLevel)) return
  const reason = advancedReason(query, entity)
  if (reason === undefined) return
  throw new ODataProblem(optionAtFault(query), reason, 'Request_UnsupportedQuery')
}

/** The message is from github.com/microsoftgraph/microsoft-graph-docs/issues/9711. */
function sortingReason({ filter, orderBy }: Query, entity: string): string | undefined {
  if (!orderBy) return undefined
  const allowed = defaultSorting[entity] ?? []
  const isDefault = orderBy.every(({ path }) => allowed.includes(path.join('/')))
  return filter || !isDefault ? 'Sorting not supported for current query.' : undefined
}

function optionAtFault({ search, filter, orderBy }: Query): string {
  if (search) return '$search'
  return filter && !(orderBy && !advancedFilterReason(filter)) ? '$filter' : '$orderby'
}
