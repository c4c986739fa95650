import type { Comparison } from './filter.ts'
import type { EdmType, Literal } from './literal.ts'
import { filterProblem, type ODataProblem } from './problem.ts'

/** The names of the operators in OData's own messages. */
const operatorKinds: Readonly<Record<Comparison, string>> = {
  eq: 'Equal',
  ne: 'NotEqual',
  gt: 'GreaterThan',
  ge: 'GreaterThanOrEqual',
  lt: 'LessThan',
  le: 'LessThanOrEqual',
}

const numbers: readonly string[] = ['Edm.Int32', 'Edm.Double']

/** Whether a property of a type can be compared with a literal. */
export function isComparable(type: EdmType, literal: Literal): boolean {
  if (literal.type === 'null' || literal.type === type) return true
  return numbers.includes(type) && numbers.includes(literal.type)
}

/** The problem of comparing values of two types, in the words of Microsoft's OData library. */
export function incompatibleTypes(
  operator: Comparison,
  type: string,
  literal: Literal,
): ODataProblem {
  return filterProblem(
    `A binary operator with incompatible types was detected. Found operand types '${type}' and '${literal.type}' for operator kind '${operatorKinds[operator]}'.`,
  )
}

/** The type of a value met where the shape states none. */
export function typeOfValue(value: unknown): string {
  if (Array.isArray(value)) return 'Collection'
  if (typeof value === 'string') return 'Edm.String'
  if (typeof value === 'boolean') return 'Edm.Boolean'
  if (typeof value === 'number') return Number.isInteger(value) ? 'Edm.Int32' : 'Edm.Double'
  return 'Edm.ComplexType'
}
