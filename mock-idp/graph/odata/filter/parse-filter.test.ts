import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ODataProblem } from '../problem.ts'
import { everyFilter } from './filter.ts'
import { parseFilter } from './parse-filter.ts'

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
  '(a,b)',
  'a and',
  '$it eq 1',
  'a/$count/b eq 1',
  'a/$value eq 1',
  'a eq 1 in (1)',
  'cast(a,Edm.String) eq 1',
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

for (const [filter, message] of [
  ["a eq 'x", "There is an unterminated string literal at position 5 in 'a eq 'x'."],
  ["a eq 'x';", "Syntax error: character ';' is not valid at position 8 in 'a eq 'x';'."],
  ['(a eq 1', "Syntax error: ')' or ',' expected at position 7 in '(a eq 1'."],
  ['a eq 1)', "Syntax error at position 6 in 'a eq 1)': nothing to close."],
  [
    "a eq 1) or (b eq 'x'",
    "Syntax error at position 6 in 'a eq 1) or (b eq 'x'': nothing to close.",
  ],
  ['a eq', "Syntax error at position 4 in 'a eq'."],
  ['a in (1,)', "Syntax error at position 8 in 'a in (1,)'."],
  ['a ge 2024-13-01', "Unrecognized 'Edm.DateTimeOffset' literal '2024-13-01' at position 5."],
] as const) {
  test(`${filter} is refused with its place`, () => {
    assert.throws(() => parseFilter(filter), {
      name: 'ODataProblem',
      option: '$filter',
      message: `Invalid filter clause: ${message}`,
    })
  })
}

test("a literal of OData 3, datetime'…', is refused", () => {
  assert.throws(() => parseFilter("a ge datetime'2024-01-01'"), ODataProblem)
})

const literalsOf = (filter: string) => {
  const found = [...everyFilter(parseFilter(filter))]
  return found.flatMap((part) => (part.kind === 'compare' ? [part.literal] : []))
}

test('texts, times and GUIDs are literals of their types', () => {
  assert.deepEqual(
    literalsOf(
      "a eq 'x' and b ge 2024-01-01T00:00:00Z and c eq 3f2504e0-4f89-11d3-9a0c-0305e82c3301",
    ),
    [
      { type: 'Edm.String', value: 'x' },
      { type: 'Edm.DateTimeOffset', value: 1_704_067_200_000 },
      { type: 'Edm.Guid', value: '3f2504e0-4f89-11d3-9a0c-0305e82c3301' },
    ],
  )
})

test('numbers, words and dates without a time are literals too', () => {
  assert.deepEqual(literalsOf('a eq -1.5 or a eq TRUE or a eq null or a gt 2024-02-29'), [
    { type: 'Edm.Double', value: -1.5 },
    { type: 'Edm.Boolean', value: true },
    { type: 'null', value: null },
    { type: 'Edm.DateTimeOffset', value: 1_709_164_800_000 },
  ])
})

test('operators and functions count in any letter case, names and variables as they are written', () => {
  assert.deepEqual(parseFilter("Tags/ANY(T: T EQ 'X') AND NOT startsWith( displayName, 'B' )"), {
    kind: 'and',
    terms: [
      {
        kind: 'lambda',
        name: 'any',
        path: ['Tags'],
        variable: 'T',
        body: {
          kind: 'compare',
          operator: 'eq',
          operand: { kind: 'property', path: ['T'] },
          literal: { type: 'Edm.String', value: 'X' },
        },
      },
      {
        kind: 'not',
        term: { kind: 'text', name: 'startswith', path: ['displayName'], text: 'B' },
      },
    ],
  })
})

test('a lambda without a body asks for any element', () => {
  assert.deepEqual(parseFilter('tags/any()'), { kind: 'nonEmpty', path: ['tags'] })
})

test('a property may be called as an operator is, or begin as a constant does', () => {
  assert.deepEqual(parseFilter('nullable and not/or and or eq 1'), {
    kind: 'and',
    terms: [
      { kind: 'flag', path: ['nullable'] },
      { kind: 'flag', path: ['not', 'or'] },
      {
        kind: 'compare',
        operator: 'eq',
        operand: { kind: 'property', path: ['or'] },
        literal: { type: 'Edm.Int32', value: 1 },
      },
    ],
  })
})

test('parentheses around terms of the same operator change nothing', () => {
  assert.deepEqual(parseFilter('(a or b) or (c or (d or e))'), parseFilter('a or b or c or d or e'))
})
