import { filterProblem } from '../problem.ts'
import type { Path } from '../shape.ts'
import type { Comparison, Filter, Literal } from './filter.ts'
import { comparison, filterOf, listed, type Term, textTest, typeTest } from './terms.ts'
import { TokenReader } from './token-reader.ts'

type Rule = (reader: TokenReader) => Term

/**
 * Parses a `$filter` by recursive descent: the part of the OData 4.01 ABNF that Graph supports, with the operator
 * precedence of the OData 4.01 URL conventions. Each rule below is one level, from the weakest to the strongest.
 * @throws {ODataProblem} for a text that is no filter, or a filter that Graph does not support
 */
export function parseFilter(text: string): Filter {
  const reader = new TokenReader(text)
  const filter = filterOf(disjunction(reader))
  if (reader.peek().kind === 'end') return filter
  throw reader.unexpected(reader.peek())
}

const disjunction: Rule = (reader) => joined('or', conjunction, reader)
const conjunction: Rule = (reader) => joined('and', equality, reader)
const equality: Rule = (reader) => compared(['eq', 'ne'], relation, reader)
const relation: Rule = (reader) => compared(['gt', 'ge', 'lt', 'le', 'in'], negation, reader)

/** `a or b or c`; parentheses around some of the terms change nothing. */
function joined(kind: 'and' | 'or', next: Rule, reader: TokenReader): Term {
  const first = next(reader)
  if (!reader.takeOperator([kind])) return first
  const terms = [filterOf(first)]
  do terms.push(filterOf(next(reader)))
  while (reader.takeOperator([kind]))
  return {
    kind,
    terms: terms.flatMap((term) => ('terms' in term && term.kind === kind ? term.terms : term)),
  }
}

/** `a eq 1`, `a in (1,2)`. Only one operator of a level may follow: `a eq 1 eq 2` is refused. */
function compared(
  operators: readonly (Comparison | 'in')[],
  next: Rule,
  reader: TokenReader,
): Term {
  const left = next(reader)
  const operator = reader.takeOperator(operators)
  if (!operator) return left
  const term =
    operator === 'in' ? listed(left, list(reader)) : comparison(operator, left, next(reader))
  if (!reader.takeOperator(operators)) return term
  throw filterProblem(`'${operator}' compares two values, not more.`)
}

/** `not a`. Before a slash, `not` is the name of a property. */
const negation: Rule = (reader) => {
  if (reader.isMark('/', 1) || !reader.takeOperator(['not'])) return primary(reader)
  return reader.nested(() => ({ kind: 'not', term: filterOf(negation(reader)) }))
}

/** A literal, an expression in parentheses, a function call, or a path. */
const primary: Rule = (reader) => {
  if (reader.isMark('(')) return inParentheses(reader)
  const token = reader.take()
  if (token.kind === 'literal') return { kind: 'constant', literal: token.literal }
  if (token.kind !== 'word' || token.text.startsWith('$')) throw reader.unexpected(token)
  const { text } = token
  const literal = reader.isMark('/') ? undefined : wordLiterals.get(text.toLowerCase())
  if (literal) return { kind: 'constant', literal }
  return reader.isMark('(') ? call(text.toLowerCase(), reader) : pathFrom(text, reader)
}

const wordLiterals: ReadonlyMap<string, Literal> = new Map([
  ['true', { type: 'Edm.Boolean', value: true }],
  ['false', { type: 'Edm.Boolean', value: false }],
  ['null', { type: 'null', value: null }],
])

function inParentheses(reader: TokenReader): Term {
  const [only, second] = list(reader)
  if (only && !second) return only
  throw filterProblem("A list of values can only follow 'in'.")
}

/** The arguments of a function, or the values after `in`. */
function list(reader: TokenReader): readonly Term[] {
  if (!reader.takeMark('(')) throw reader.unexpected(reader.peek())
  return reader.nested(() => {
    const terms: Term[] = []
    do terms.push(disjunction(reader))
    while (reader.takeMark(','))
    reader.close()
    return terms
  })
}

/** `a/b`, `a/$count`, `a/any(…)` */
function pathFrom(head: string, reader: TokenReader): Term {
  const path = [head]
  while (reader.takeMark('/')) {
    const at = reader.peek()
    const name = reader.takeName()
    if (name === '$count') return { kind: 'count', path }
    if (name.startsWith('$')) throw reader.unexpected(at)
    if (reader.isMark('(')) return lambda(name.toLowerCase(), path, reader)
    path.push(name)
  }
  return { kind: 'property', path }
}

/** `any(v:…)` and `all(v:…)`; `any()` asks for any element at all. */
function lambda(name: string, path: Path, reader: TokenReader): Filter {
  reader.takeMark('(')
  if (name === 'any' && reader.takeMark(')')) return { kind: 'nonEmpty', path }
  if ((name !== 'any' && name !== 'all') || !reader.isMark(':', 1)) {
    throw filterProblem(`An unknown function was called on '${path.join('/')}'.`)
  }
  const variable = reader.takeName()
  reader.takeMark(':')
  return reader.nested(() => {
    const body = filterOf(disjunction(reader))
    reader.close()
    return { kind: 'lambda', name, path, variable, body }
  })
}

function call(name: string, reader: TokenReader): Filter {
  if (name === 'isof') return typeTest(list(reader))
  if (name === 'startswith' || name === 'endswith' || name === 'contains') {
    return textTest(name, list(reader))
  }
  throw filterProblem(`The function '${name}' is not supported here.`)
}
