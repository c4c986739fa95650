import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import * as fc from 'fast-check'
import { ODataProblem } from '../problem.ts'
import { recordShape } from '../shape.ts'
import { compileFilter } from './compile-filter.ts'
import { parseFilter } from './parse-filter.ts'
import { TokenReader } from './token-reader.ts'

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
