import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { Filter, Literal } from './filter.ts'
import { parseFilter } from './parse-filter.ts'

const name = fc.constantFrom('a', 'b', 'é', 'graph.user', 'or', 'and', 'eq', 'in', 'any', 'isof')
const path = fc
  .tuple(name, fc.array(fc.oneof(name, fc.constantFrom('not', 'true')), { maxLength: 2 }))
  .map(([head, rest]) => [head, ...rest])
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(' or ', "'", "''", ') and (', '%27', '2024-01-01'),
)
const operand = fc.record({ kind: fc.constantFrom('property' as const, 'count' as const), path })
const literal: fc.Arbitrary<Literal> = fc.oneof(
  text.map((value) => ({ type: 'Edm.String' as const, value })),
  fc.uuid().map((value) => ({ type: 'Edm.Guid' as const, value })),
  fc.integer().map((value) => ({ type: 'Edm.Int32' as const, value })),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, noInteger: true })
    .map((value) => ({ type: 'Edm.Double' as const, value })),
  fc
    .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => ({ type: 'Edm.DateTimeOffset' as const, value: date.getTime() })),
  fc.boolean().map((value) => ({ type: 'Edm.Boolean' as const, value })),
  fc.constant({ type: 'null' as const, value: null }),
)
const operator = fc.constantFrom(...(['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const))
const textFunction = fc.constantFrom(...(['startswith', 'endswith', 'contains'] as const))

const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    fc.record({ kind: fc.constant('flag' as const), path }),
    fc.record({ kind: fc.constant('compare' as const), operator, operand, literal }),
    fc.record({
      kind: fc.constant('in' as const),
      operand,
      literals: fc.array(literal, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('text' as const), name: textFunction, path, text }),
    fc.record({ kind: fc.constant('isof' as const), type: text }),
    fc.record({ kind: fc.constant('nonEmpty' as const), path }),
    fc.record({
      kind: fc.constant('lambda' as const),
      name: fc.constantFrom('any' as const, 'all' as const),
      path,
      variable: name,
      body: tie('filter'),
    }),
    fc.record({ kind: fc.constant('not' as const), term: tie('filter') }),
    fc.constantFrom('and' as const, 'or' as const).chain((kind) =>
      fc.array(tie('filter'), { minLength: 2, maxLength: 3 }).map((terms) => ({
        kind,
        terms: terms.flatMap((term) => (term.kind === kind ? term.terms : term)),
      })),
    ),
  ),
}))

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`

function written({ type, value }: Literal): string {
  if (type === 'Edm.String') return quoted(value)
  return type === 'Edm.DateTimeOffset' ? new Date(value).toISOString() : String(value)
}

/** How strongly the outermost operator of a filter binds. */
function strength(printed: Filter): number {
  if (printed.kind === 'or') return 0
  if (printed.kind === 'and') return 1
  if (printed.kind === 'compare') return /eq|ne/.test(printed.operator) ? 2 : 3
  if (printed.kind === 'in') return 3
  return printed.kind === 'not' ? 4 : 5
}

/** Parentheses only around what binds less than its place wants. */
function within(place: number, inner: Filter): string {
  return strength(inner) < place ? `(${print(inner)})` : print(inner)
}

function print(printed: Filter): string {
  const target = 'operand' in printed ? printed.operand.path.join('/') : ''
  const side =
    'operand' in printed && printed.operand.kind === 'count' ? `${target}/$count` : target
  switch (printed.kind) {
    case 'or':
    case 'and':
      return printed.terms.map((term) => within(strength(printed), term)).join(` ${printed.kind} `)
    case 'not':
      return `not ${within(4, printed.term)}`
    case 'compare':
      return `${side} ${printed.operator} ${written(printed.literal)}`
    case 'in':
      return `${side} in (${printed.literals.map(written).join(',')})`
    case 'text':
      return `${printed.name}(${printed.path.join('/')},${quoted(printed.text)})`
    case 'isof':
      return `isof(${quoted(printed.type)})`
    case 'nonEmpty':
      return `${printed.path.join('/')}/any()`
    case 'lambda':
      return `${printed.path.join('/')}/${printed.name}(${printed.variable}:${print(printed.body)})`
    case 'flag':
      return printed.path.join('/')
  }
}

test('a filter printed with as few parentheses as precedence allows parses to itself', () =>
  fc.assert(
    fc.property(filter, (tree) =>
      assert.deepEqual(parseFilter(print(tree)), structuredClone(tree)),
    ),
    { numRuns: 1000 },
  ))

test('a comparison by order binds more than eq and ne, and these more than and', () => {
  assert.deepEqual(
    parseFilter('a gt 1 eq false and false ne b in (2)'),
    parseFilter('((a gt 1) eq false) and (false ne (b in (2)))'),
  )
})

test('not binds more than a comparison', () => {
  assert.deepEqual(parseFilter('not a eq false'), parseFilter('(not a) eq false'))
})
