import { filterProblem } from '../problem.ts'
import type { Shape, Test } from '../shape.ts'
import { compileComparison } from './compile-comparison.ts'
import { compileIsOf, compileText } from './compile-functions.ts'
import type { Filter, Operand } from './filter.ts'
import { type Cell, type PathReader, pathReader, type Scope } from './path-reader.ts'

/**
 * Turns a filter into one function per object. Throws an `ODataProblem` for a property the shape does not know or a
 * comparison of two types; where the shape states no type, the function throws it at the first such value.
 */
export function compileFilter<T>(filter: Filter, shape: Shape<T>): Test<T> {
  return compile(filter, { shape, variables: new Map() })
}

function compile<T>(filter: Filter, scope: Scope<T>): Test<T> {
  switch (filter.kind) {
    case 'and':
      return joined(
        filter.terms.map((term) => compile(term, scope)),
        both,
      )
    case 'or':
      return joined(
        filter.terms.map((term) => compile(term, scope)),
        either,
      )
    case 'not':
      return negated(compile(filter.term, scope))
    case 'compare':
      return compileComparison(
        filter.operator,
        operandReader(filter.operand, scope),
        filter.literal,
      )
    case 'in':
      return compileList(filter, scope)
    case 'text':
      return compileText(filter.name, pathReader(filter.path, scope), filter.text)
    case 'lambda':
      return compileLambda(filter, scope)
    case 'nonEmpty': {
      const { read } = operandReader({ kind: 'count', path: filter.path }, scope)
      return (object) => read(object) !== 0
    }
    case 'isof':
      return compileIsOf(filter.type, scope.shape)
    case 'flag':
      return compileFlag(pathReader(filter.path, scope))
  }
}

type Join<T> = (left: Test<T>, right: Test<T>) => Test<T>

/** A balanced tree of calls: ten thousand terms are fifteen calls deep, not ten thousand. */
function joined<T>(tests: readonly Test<T>[], join: Join<T>): Test<T> {
  const [first = () => true] = tests
  if (tests.length < 2) return first
  const half = tests.length >> 1
  return join(joined(tests.slice(0, half), join), joined(tests.slice(half), join))
}

function both<T>(left: Test<T>, right: Test<T>): Test<T> {
  return (object) => left(object) && right(object)
}

function either<T>(left: Test<T>, right: Test<T>): Test<T> {
  return (object) => left(object) || right(object)
}

/** Of two values only: what is unknown because of a null counts as false, so that its negation is true. */
function negated<T>(test: Test<T>): Test<T> {
  return (object) => !test(object)
}

function compileList<T>(
  { operand, literals }: Extract<Filter, { kind: 'in' }>,
  scope: Scope<T>,
): Test<T> {
  const reader = operandReader(operand, scope)
  const tests = literals.map((literal) => compileComparison('eq', reader, literal))
  return joined(tests, either)
}

function compileLambda<T>(
  { name, path, variable, body }: Extract<Filter, { kind: 'lambda' }>,
  scope: Scope<T>,
): Test<T> {
  const elements = elementsReader(pathReader(path, scope))
  const cell: Cell = { value: undefined }
  const inner = { ...scope, variables: new Map(scope.variables).set(variable, cell) }
  const test = compile(body, inner)
  const stopAt = name === 'any'
  return (object) => {
    for (const element of elements(object)) {
      cell.value = element
      if (test(object) === stopAt) return stopAt
    }
    return !stopAt
  }
}

function compileFlag<T>({ name, read, type }: PathReader<T>): Test<T> {
  const problem = () =>
    filterProblem(`The $filter expression must evaluate to a boolean value; '${name}' is none.`)
  if (type && type !== 'Edm.Boolean') throw problem()
  return (object) => {
    const value = read(object)
    if (typeof value === 'boolean') return value
    if (value == null) return false
    throw problem()
  }
}

function operandReader<T>({ kind, path }: Operand, scope: Scope<T>): PathReader<T> {
  const reader = pathReader(path, scope)
  if (kind === 'property') return reader
  const elements = elementsReader(reader)
  const read = (object: T) => elements(object).length
  return { name: `${reader.name}/$count`, read, type: 'Edm.Int32' }
}

/** The elements of a collection, none where the property is null. */
function elementsReader<T>({ name, read }: PathReader<T>): (object: T) => readonly unknown[] {
  return (object) => {
    const value = read(object)
    if (Array.isArray(value)) return value
    if (value == null) return []
    throw filterProblem(`any, all and $count need a collection; '${name}' is none.`)
  }
}
