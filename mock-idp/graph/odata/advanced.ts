import {
  advancedFilters,
  advancedLists,
  advancedNulls,
  advancedRanges,
  defaultSorting,
} from './advanced-properties.ts'
import { everyFilter, type Filter } from './filter/filter.ts'
import { ODataProblem } from './problem.ts'
import type { Query } from './query.ts'
import type { Path } from './shape.ts'

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

/** More sides of an `or`, or more values of an `in`, need an advanced query. */
const maxAlternatives = 15

/** Why a filter needs an advanced query; undefined where it needs none. */
function advancedFilterReason(filter: Filter): string | undefined {
  for (const part of everyFilter(filter)) {
    const reason = reasonOf(part)
    if (reason !== undefined) return reason
  }
  return undefined
}

function reasonOf(part: Filter): string | undefined {
  switch (part.kind) {
    case 'or':
      return alternativesReason(part.terms.length)
    case 'not':
      return missingParameters('not')
    case 'text':
      return part.name === 'endswith' ? missingParameters('endsWith') : propertyReason(part.path)
    case 'compare':
      return comparisonReason(part)
    case 'in':
      return listReason(part)
    case 'lambda':
    case 'nonEmpty':
    case 'flag':
      return propertyReason(part.path)
    default:
      return undefined
  }
}

function comparisonReason({
  operator,
  operand: { kind, path },
  literal,
}: Extract<Filter, { kind: 'compare' }>): string | undefined {
  const property = path[0] ?? ''
  if (kind === 'count') return missingParameters('$count')
  // In these words in github.com/microsoftgraph/microsoft-graph-docs/issues/14074.
  if (operator === 'ne') return "Unsupported property filter clause operator 'NotEqualsMatch'."
  const isRange = operator !== 'eq' && advancedRanges.has(property)
  const isNull = literal.type === 'null' && advancedNulls.has(property)
  return isRange || isNull ? unsupportedClause(property) : propertyReason(path)
}

function listReason({
  operand: { kind, path },
  literals,
}: Extract<Filter, { kind: 'in' }>): string | undefined {
  const property = path[0] ?? ''
  if (kind === 'count') return missingParameters('$count')
  if (advancedLists.has(property)) return unsupportedClause(property)
  return alternativesReason(literals.length) ?? propertyReason(path)
}

/** From github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/1238, lifted there by an advanced query. */
function alternativesReason(count: number): string | undefined {
  if (count <= maxAlternatives) return undefined
  return `Too many child clauses specified in search filter expression containing 'OR' operators: ${count}. Max allowed: ${maxAlternatives}.`
}

function propertyReason(path: Path): string | undefined {
  const property = path[0] ?? ''
  return advancedFilters.has(property) ? unsupportedClause(property) : undefined
}

function unsupportedClause(property: string): string {
  return `Unsupported or invalid query filter clause specified for property '${property}'.`
}

/** The page gives these words for `endsWith`; that the other operators are refused in the same words is inferred. */
function missingParameters(operator: string): string {
  return `Operator '${operator}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information`
}
