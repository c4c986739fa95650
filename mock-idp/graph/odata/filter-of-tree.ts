import type { Comparison, Filter, Operand } from './filter.ts'
import { filterOfCall } from './filter-of-call.ts'
import type { Literal } from './literal.ts'
import { filterProblem } from './problem.ts'
import {
  type Constants,
  flatPath,
  isNameNode,
  literalOf,
  literalsOf,
  type NameNode,
} from './tree.ts'

/** The same comparison with its sides exchanged. */
const exchanged: Readonly<Record<Comparison, Comparison>> = {
  eq: 'eq',
  ne: 'ne',
  gt: 'lt',
  ge: 'le',
  lt: 'gt',
  le: 'ge',
}

/** The filter the parser's tree means; throws an `ODataProblem` for what Graph does not support. */
export function filterOfTree(tree: unknown, constants: Constants): Filter {
  if (Array.isArray(tree)) return filterOfOperation(String(tree[0]), tree.slice(1), constants)
  if (isNameNode(tree)) return filterOfName(tree, constants)
  throw filterProblem('The $filter expression must evaluate to a single boolean value.')
}

function filterOfOperation(name: string, sides: readonly unknown[], constants: Constants): Filter {
  if (name === 'and' || name === 'or') {
    return { kind: name, terms: sides.map((side) => filterOfTree(side, constants)) }
  }
  if (name === 'not') return { kind: 'not', term: filterOfTree(sides[0], constants) }
  if (name === 'call') return filterOfCall(sides[0], constants)
  if (name === 'eqany') return filterOfList(sides, constants)
  if (isComparison(name)) return filterOfComparison(name, sides, constants)
  throw filterProblem(`The operator '${name}' is not supported.`)
}

function filterOfName(node: NameNode, constants: Constants): Filter {
  const flat = flatPath(node)
  if (!flat || flat.last.count !== undefined) {
    throw filterProblem(`A comparison is expected at '${node.name}'.`)
  }
  const { path, last } = flat
  if (last.lambda) {
    const { method, identifier, expression } = last.lambda
    const body = filterOfTree(expression, constants)
    return { kind: 'lambda', name: method, path, variable: identifier, body }
  }
  if (last.method === undefined) return { kind: 'flag', path }
  return filterOfMethod(path, last.method)
}

/** The parser takes `tags/any()` for a method without arguments. */
function filterOfMethod(path: readonly string[], method: unknown): Filter {
  const call: unknown = Array.isArray(method) ? method[1] : undefined
  if (typeof call === 'object' && call !== null && 'method' in call && 'args' in call) {
    const isEmpty = Array.isArray(call.args) && call.args.length === 0
    if (call.method === 'any' && isEmpty) return { kind: 'nonEmpty', path }
  }
  throw filterProblem(`An unknown function was called on '${path.join('/')}'.`)
}

function filterOfList(sides: readonly unknown[], constants: Constants): Filter {
  const operand = operandOf(sides[0])
  const literals = literalsOf(sides[1], constants)
  if (operand && literals) return { kind: 'in', operand, literals }
  throw filterProblem("'in' takes a property and a list of constants.")
}

function filterOfComparison(
  operator: Comparison,
  sides: readonly unknown[],
  constants: Constants,
): Filter {
  const [left, right] = sides
  if (sides.length !== 2) throw filterProblem(`'${operator}' compares two values, not more.`)
  const literal = literalOf(right, constants)
  if (literal) return compared(operator, left, literal, constants)
  const first = literalOf(left, constants)
  if (first) return compared(exchanged[operator], right, first, constants)
  throw filterProblem(`One side of '${operator}' must be a constant.`)
}

function compared(
  operator: Comparison,
  side: unknown,
  literal: Literal,
  constants: Constants,
): Filter {
  const operand = operandOf(side)
  if (operand) return { kind: 'compare', operator, operand, literal }
  if (literalOf(side, constants)) throw filterProblem(`'${operator}' compares two constants.`)
  if (literal.type !== 'Edm.Boolean' || (operator !== 'eq' && operator !== 'ne')) {
    throw filterProblem(`An expression can only be compared with true or false, by eq or ne.`)
  }
  const term = filterOfTree(side, constants)
  return literal.value === (operator === 'eq') ? term : { kind: 'not', term }
}

function operandOf(node: unknown): Operand | undefined {
  const flat = isNameNode(node) ? flatPath(node) : undefined
  if (!flat || flat.last.lambda || flat.last.method !== undefined) return undefined
  return { kind: flat.last.count === undefined ? 'property' : 'count', path: flat.path }
}

function isComparison(name: string): name is Comparison {
  return Object.hasOwn(exchanged, name)
}
