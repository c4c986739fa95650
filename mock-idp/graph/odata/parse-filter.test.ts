import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { parseFilter } from './parse-filter.ts'
import { ODataProblem } from './problem.ts'

test('and binds more than or', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ kind: 'flag', path: [name] }))
  assert.deepEqual(parseFilter('a or b and c'), {
    kind: 'or',
    terms: [a, { kind: 'and', terms: [b, c] }],
  })
})

test('a function compared with false is its negation', () => {
  assert.deepEqual(parseFilter("startsWith(a/b,'x') eq false"), {
    kind: 'not',
    term: { kind: 'text', name: 'startswith', path: ['a', 'b'], text: 'x' },
  })
})

for (const filter of [
  'a eq',
  'eq 1',
  "a 'x'",
  'a eq b',
  '1 eq 1',
  "'x'",
  'a eq 1 eq 2',
  'a eq 1 b eq 2',
  'a has 1',
  'a add 1 eq 2',
  'a in (b)',
  'a in ()',
  "tolower(a) eq 'x'",
  'startswith(a)',
  "startswith('x',a)",
  'contains(a,1)',
  'isof(a,b)',
  'a(1) eq 2',
  'tags/all()',
  'tags/any(t eq 1)',
  'tags/any(t:)',
  'tags/first(t:t eq 1)',
  'tags/$count',
  'tags/$count($filter=a eq 1) gt 0',
  '()',
  ',',
] as const) {
  test(`${filter} is no filter of Graph`, () => {
    assert.throws(() => parseFilter(filter), ODataProblem)
  })
}

test('what does not parse names the place in the filter as it was sent', () => {
  assert.throws(() => parseFilter("displayName eq 'abc' xor a eq 1"), {
    message:
      "Invalid filter clause: Syntax error at position 21 in 'displayName eq 'abc' xor a eq 1'.",
  })
})

test('any text at all is a filter or an ODataProblem', () => {
  const piece = fc.constantFrom(
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
      '%',
      '&',
      '@p',
      '-',
      '2024-01-01',
    ],
  )
  const text = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
    fc.string(),
  )
  return fc.assert(
    fc.property(text, (filter) => {
      try {
        parseFilter(filter)
      } catch (error) {
        assert.ok(error instanceof ODataProblem, String(error))
      }
    }),
    { numRuns: 2000 },
  )
})
