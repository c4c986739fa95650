import {
  advancedFilters,
  advancedLists,
  advancedNulls,
  advancedRanges,
} from './advanced-properties.ts'
import { everyFilter, type Filter, type Path } from './filter.ts'

/** More sides of an `or`, or more values of an `in`, need an advanced query. */
const maxAlternatives = 15

/** Why a filter needs an advanced query; undefined where it needs none. */
export function advancedFilterReason(filter: Filter): string | undefined {
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
