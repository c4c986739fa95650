import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { ODataProblem } from './problem.ts'
import { rewriteFilter } from './rewrite.ts'

test('every literal is taken out, so that the parser sees only the structure', () => {
  const { text, literals } = rewriteFilter(
    "a eq 'x' and b ge 2024-01-01T00:00:00Z and c eq 3f2504e0-4f89-11d3-9a0c-0305e82c3301",
  )
  assert.equal(text, "(a eq '0' and b ge '1' and c eq '2')")
  assert.deepEqual(literals, [
    { type: 'Edm.String', value: 'x' },
    { type: 'Edm.DateTimeOffset', value: 1_704_067_200_000 },
    { type: 'Edm.Guid', value: '3f2504e0-4f89-11d3-9a0c-0305e82c3301' },
  ])
})

test('numbers, words and dates without a time are literals too', () => {
  const { literals } = rewriteFilter('a eq -1.5 or a eq TRUE or a eq null or a gt 2024-02-29')
  assert.deepEqual(literals, [
    { type: 'Edm.Double', value: -1.5 },
    { type: 'Edm.Boolean', value: true },
    { type: 'null', value: null },
    { type: 'Edm.DateTimeOffset', value: 1_709_164_800_000 },
  ])
})

test('each side of an or gets its own parentheses', () => {
  assert.equal(rewriteFilter('a or b and c').text, '(a)or(b and c)')
})

test('operators and functions are lowered, names and variables are not', () => {
  assert.equal(
    rewriteFilter("Tags/ANY(T: T EQ 'X') AND NOT startsWith( displayName, 'B' )").text,
    "(Tags/any(T:(T eq '0')) and not startswith((displayName),('1')))",
  )
})

test('a lambda without a body stays without one', () => {
  assert.equal(rewriteFilter('tags/any()').text, '(tags/any())')
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
  ['a ge 2024-13-01', "Unrecognized 'Edm.DateTimeOffset' literal '2024-13-01' at position 5."],
] as const) {
  test(`${filter} is refused`, () => {
    assert.throws(() => rewriteFilter(filter), {
      name: 'ODataProblem',
      option: '$filter',
      message: `Invalid filter clause: ${message}`,
    })
  })
}

test("a literal of OData 3, datetime'…', is refused", () => {
  assert.throws(() => rewriteFilter("a ge datetime'2024-01-01'"), ODataProblem)
})

test('parentheses deeper than a hundred are refused', () => {
  assert.throws(() => rewriteFilter(`${'('.repeat(101)}a${')'.repeat(101)}`), ODataProblem)
})

test('no text inside a string literal is ever changed', () => {
  const words = fc.constantFrom(' or ', ' and ', '(', ')', "'", 'any(t:', '%27', '%', '2024-01-01')
  const content = fc
    .array(fc.oneof(words, fc.string({ unit: 'binary' })))
    .map((all) => all.join(''))
  return fc.assert(
    fc.property(fc.array(content, { minLength: 1 }), (contents) => {
      const sides = contents.map((text) => `a eq '${text.replaceAll("'", "''")}'`)
      const { literals } = rewriteFilter(sides.join(' or '))
      assert.deepEqual(
        literals.map(({ value }) => value),
        contents,
      )
    }),
  )
})
