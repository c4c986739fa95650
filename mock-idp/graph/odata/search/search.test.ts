import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordShape } from '../shape.ts'
import { compileSearch, indexedWords } from './compile-search.ts'
import { parseSearch } from './parse-search.ts'

const shape = recordShape('microsoft.graph.group', {
  displayName: 'Edm.String',
  description: 'Edm.String',
  mail: 'Edm.String',
})

const finds = (search: string, record: Readonly<Record<string, string>>) =>
  compileSearch(parseSearch(search), shape)(record)

for (const [text, words] of [
  ['hello world', ['hello', 'world']],
  ['HelloWorld', ['hello', 'world']],
  ['helloWORLD', ['hello', 'world']],
  ['HELLOworld', ['helloworld']],
  ['HelloWORld', ['hello', 'world']],
  ['hello.world', ['hello', '.', 'world', 'helloworld']],
  ['hello123world', ['hello', '123', 'world']],
] as const) {
  test(`the words of ${text} are those of the documentation`, () => {
    assert.deepEqual([...indexedWords(text)], words)
  })
}

for (const search of ['李四(David Li)', '李四', 'David', 'Li', 'David)', '(李四', 'Li 李']) {
  test(`李四(David Li) is found by ${search}`, () => {
    assert.equal(finds(`"displayName:${search}"`, { displayName: '李四(David Li)' }), true)
  })
}

test('a word is found by its beginning and not by its middle', () => {
  assert.equal(finds('"displayName:Guthr"', { displayName: 'Ann Guthrie' }), true)
  assert.equal(finds('"displayName:uthr"', { displayName: 'Ann Guthrie' }), false)
})

test('a property other than the name and the description is matched by its beginning', () => {
  assert.equal(finds('"mail:one"', { mail: 'OneVideo@contoso.com' }), true)
  assert.equal(finds('"mail:video"', { mail: 'one-video@contoso.com' }), false)
})

test('clauses are joined by AND, OR and parentheses', () => {
  const search = '"description:One" AND ("displayName:Video" OR "displayName:Drive")'
  assert.equal(finds(search, { description: 'one', displayName: 'drive' }), true)
  assert.equal(finds(search, { description: 'one', displayName: 'disk' }), false)
  assert.equal(finds('"mail:x" AND "mail:y" OR "mail:z"', { mail: 'z' }), true)
})

test('quotes and backslashes in a clause are escaped by a backslash', () => {
  assert.deepEqual(parseSearch('"mail:a\\"b\\\\c:d"'), {
    kind: 'clause',
    property: 'mail',
    text: 'a"b\\c:d',
  })
})

for (const search of [
  'displayName:x',
  '"displayName"',
  '"displayName: "',
  '":x"',
  '"mail:a" "mail:b"',
  '"mail:a" and "mail:b"',
  '("mail:a"',
  '"mail:a" OR',
  '"mail:a',
]) {
  test(`${search} is refused`, () => {
    assert.throws(() => parseSearch(search), { name: 'ODataProblem', option: '$search' })
  })
}

test('an unknown property is refused', () => {
  assert.throws(() => finds('"nick:a"', {}), {
    message: "Could not find a property named 'nick' on type 'microsoft.graph.group'.",
  })
})

test('parentheses that nest too deeply are refused, not too much for the stack', () => {
  assert.throws(() => parseSearch('('.repeat(100_000)), {
    name: 'ODataProblem',
    message: /nest too deeply/,
  })
})
