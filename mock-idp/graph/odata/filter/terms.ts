import { filterProblem } from '../problem.ts'
import type { Comparison, Filter, Literal, Operand, TextFunction } from './filter.ts'

/** What an expression is before it is known what stands beside it: a property alone may be compared or be a flag. */
export type Term = Filter | Operand | { readonly kind: 'constant'; readonly literal: Literal }

/** The same comparison with its sides exchanged. */
const exchanged: Readonly<Record<Comparison, Comparison>> = {
  eq: 'eq',
  ne: 'ne',
  gt: 'lt',
  ge: 'le',
  lt: 'gt',
  le: 'ge',
}

/** A term that stands where only true or false can stand. */
export function filterOf(term: Term): Filter {
  if (term.kind === 'constant') {
    throw filterProblem('The $filter expression must evaluate to a single boolean value.')
  }
  if (!isOperand(term)) return term
  if (term.kind === 'property') return { kind: 'flag', path: term.path }
  throw filterProblem(`A comparison is expected at '${term.path.join('/')}'.`)
}

/** `a eq 1`, `1 eq a`, or an expression that is held against true or false. */
export function comparison(operator: Comparison, left: Term, right: Term): Filter {
  if (right.kind === 'constant') return withConstant(operator, left, right.literal)
  if (left.kind === 'constant') return withConstant(exchanged[operator], right, left.literal)
  throw filterProblem(`One side of '${operator}' must be a constant.`)
}

function withConstant(operator: Comparison, side: Term, literal: Literal): Filter {
  if (side.kind === 'constant') throw filterProblem(`'${operator}' compares two constants.`)
  if (isOperand(side)) return { kind: 'compare', operator, operand: side, literal }
  if (literal.type !== 'Edm.Boolean' || (operator !== 'eq' && operator !== 'ne')) {
    throw filterProblem('An expression can only be compared with true or false, by eq or ne.')
  }
  return literal.value === (operator === 'eq') ? side : { kind: 'not', term: side }
}

/** `a in (1,2)` */
export function listed(operand: Term, terms: readonly Term[]): Filter {
  const literals = terms.flatMap((term) => (term.kind === 'constant' ? [term.literal] : []))
  if (isOperand(operand) && literals.length === terms.length) {
    return { kind: 'in', operand, literals }
  }
  throw filterProblem("'in' takes a property and a list of constants.")
}

/** `startswith(a,'x')` and its kind. */
export function textTest(name: TextFunction, terms: readonly Term[]): Filter {
  const [target, constant, third] = terms
  const text = constant && textOf(constant)
  if (target?.kind === 'property' && text !== undefined && !third) {
    return { kind: 'text', name, path: target.path, text }
  }
  const signature = `${name}(Edm.String Nullable=true, Edm.String Nullable=true)`
  throw filterProblem(
    `No function signature for the function with name '${name}' matches the specified arguments. The function signatures considered are: ${signature}.`,
  )
}

/** Graph's pages write `isof('microsoft.graph.user')`, OData 4.01 (URL conventions, 5.1.1.10.2) without the quotes. */
export function typeTest([term, second]: readonly Term[]): Filter {
  const isName = term?.kind === 'property' && term.path.length === 1
  const type = isName ? term.path[0] : term && textOf(term)
  if (type !== undefined && !second) return { kind: 'isof', type }
  throw filterProblem("'isof' takes the name of a type.")
}

function isOperand(term: Term): term is Operand {
  return term.kind === 'property' || term.kind === 'count'
}

function textOf(term: Term): string | undefined {
  if (term.kind !== 'constant' || term.literal.type !== 'Edm.String') return undefined
  return term.literal.value
}
