import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import * as fc from 'fast-check'
import { ODataProblem } from '../problem.ts'
import { recordShape } from '../shape.ts'
import { compileFilter } from './compile-filter.ts'
import type { Filter, Literal } from './filter.ts'
import { parseFilter } from './parse-filter.ts'
import { TokenReader } from './token-reader.ts'

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

const pieces = fc.constantFrom(
  ...[
    'a',
    'b/c',
    ' ',
    '(',
    ')',
    ',',
    ':',
    '/',
    "'",
    "'x'",
    ' eq ',
    ' or ',
    ' and ',
    ' in ',
    'not ',
  ],
  ...[
    'any(t:',
    'any()',
    '$count',
    '1',
    'null',
    'true',
    'startswith(',
    'isof(',
    '%',
    '&',
    '@p',
    '-',
  ],
  ...['2024-01-01', ' gt 1', '3f2504e0-4f89-11d3-9a0c-0305e82c3301', '\u{1f600}', '\ud800'],
)
const anyText = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
  fc.string({ unit: 'binary' }),
)

/** What is wrong with the meaning of a filter that can be read: it names what it is about. */
const meaning =
  /must be a constant|compare|comparison|boolean value|not supported|No function|unknown function|'in' takes|'isof' takes|follow 'in'/

test('any text at all is a filter, or a problem that says where or what', () =>
  fc.assert(
    fc.property(anyText, (sent) => {
      try {
        parseFilter(sent)
      } catch (error) {
        assert.ok(error instanceof ODataProblem, String(error))
        const [, place] = /at position (\d+)/.exec(error.message) ?? []
        if (place === undefined) assert.match(error.message, meaning)
        else assert.ok(Number(place) <= sent.length)
      }
    }),
    { numRuns: 1000 },
  ))

for (const opening of ['(', 'not ', 'not(', 'a/any(t:', 'startswith(', 'a in (', 'a eq (']) {
  test(`${opening} a hundred thousand times over is too deep, not too much for the stack`, () => {
    assert.throws(() => parseFilter(opening.repeat(100_000)), {
      name: 'ODataProblem',
      message: /recursion limit has been exceeded at position \d+/,
    })
  })
}

test('a hundred pairs of parentheses are read, one more is not', () => {
  const wrapped = (count: number) => `${'('.repeat(count)}a${')'.repeat(count)}`
  assert.deepEqual(parseFilter(wrapped(100)), { kind: 'flag', path: ['a'] })
  assert.throws(() => parseFilter(wrapped(101)), ODataProblem)
})

const shape = recordShape('microsoft.graph.thing', { a: 'Edm.Int32' })

for (const [unit, between] of [
  ['a eq 1', ' or '],
  ['a eq 1', ' and '],
  ['not (a eq 2)', ' and '],
  ['1', ','],
] as const) {
  test(`fifty thousand times "${unit}" joined by "${between}" are read and tested`, () => {
    const joined = Array.from({ length: 50_000 }, () => unit).join(between)
    const holds = compileFilter(parseFilter(between === ',' ? `a in (${joined})` : joined), shape)
    assert.equal(holds({ a: 1 }), true)
  })
}

test('twice the filter takes twice the steps', () => {
  const unit = "(a eq 1 or not b/any(t:t/c in ('x','y'))) and startswith(d,'z') ne false"
  const peek = mock.method(TokenReader.prototype, 'peek')
  const stepsFor = (count: number) => {
    peek.mock.resetCalls()
    parseFilter(Array.from({ length: count }, () => unit).join(' or '))
    return peek.mock.callCount()
  }
  const [once, twice] = [stepsFor(500), stepsFor(1000)]
  peek.mock.restore()
  assert.ok(twice <= 2 * once + 20, `${once} and ${twice}`)
})

for (const sent of [
  "'",
  "''",
  "a eq '",
  '1',
  '1.',
  '-',
  'a.',
  '2024-01-01',
  '/',
  ' ',
  'é',
] as const) {
  test(`a text of nothing but ${sent} is read to its end or its first mistake`, () => {
    assert.throws(() => parseFilter(`${sent.repeat(200_000)};`), ODataProblem)
  })
}
