import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseQuery } from './parse-query.ts'

const parse = (query: string) => parseQuery(new URLSearchParams(query))

test('every option is read, in any letter case, with or without its $', () => {
  const query = parse(
    '$Filter=a eq 1&SELECT=id,api/x&$top=5&$count=true&orderBy=a desc,b&$skipToken=x.y&$search="displayName:a"&$format=json&unrelated=1',
  )
  assert.deepEqual(query, {
    filter: {
      kind: 'compare',
      operator: 'eq',
      operand: { kind: 'property', path: ['a'] },
      literal: { type: 'Edm.Int32', value: 1 },
    },
    search: { kind: 'clause', property: 'displayName', text: 'a' },
    select: ['id', 'api/x'],
    orderBy: [
      { path: ['a'], direction: 'desc' },
      { path: ['b'], direction: 'asc' },
    ],
    top: 5,
    count: true,
    skipToken: 'x.y',
    identity: '["a eq 1","\\"displayName:a\\"","a desc,b"]',
  })
})

test('an expansion carries its own options', () => {
  const { expand } = parse(
    "$expand=owners($select=id,displayName;$filter=a eq ';),(';$top=5),sponsors/$ref",
  )
  assert.deepEqual(
    expand?.map(({ relation, query: { select, top, filter } }) => [
      relation,
      select,
      top,
      filter?.kind,
    ]),
    [
      ['owners', ['id', 'displayName'], 5, 'compare'],
      ['sponsors/$ref', undefined, undefined, undefined],
    ],
  )
})

test('a collection may allow $skip and a smaller page', () => {
  const params = new URLSearchParams('$skip=3&$top=100')
  assert.deepEqual(parseQuery(params, { allowsSkip: true, maxPageSize: 100 }), {
    skip: 3,
    top: 100,
    identity: '["","",""]',
  })
})

for (const [query, option, code] of [
  ['$top=0', '$top', 'Request_UnsupportedQuery'],
  ['$top=1000', '$top', 'Request_UnsupportedQuery'],
  ['$top=-1', '$top', 'BadRequest'],
  ['$top=x', '$top', 'BadRequest'],
  ['$skip=1', '$skip', 'Request_BadRequest'],
  ['$count=1', '$count', 'BadRequest'],
  ['$count=True', '$count', 'BadRequest'],
  ['$filter=a eq 1&filter=b eq 2', '$filter', 'BadRequest'],
  ['$TOP=1&$top=1', '$top', 'BadRequest'],
  ['$fliter=a', '$fliter', 'BadRequest'],
  ['$filter=', '$filter', 'BadRequest'],
  ['$select=a,,b', '$select', 'BadRequest'],
  ['$select=a b', '$select', 'BadRequest'],
  ['$orderby=a up', '$orderby', 'BadRequest'],
  ['$orderby=a asc b', '$orderby', 'BadRequest'],
  ['$expand=owners(', '$expand', 'BadRequest'],
  ['$expand=owners()', '$expand', 'BadRequest'],
  ['$expand=owners(top=5)', '$expand', 'BadRequest'],
  ['$expand=owners($top=0)', '$top', 'Request_UnsupportedQuery'],
  ['$expand=owners,owners', '$expand', 'BadRequest'],
  ['$format=xml', '$format', 'BadRequest'],
  ['$search=displayName:a', '$search', 'BadRequest'],
] as const) {
  test(`${query} is refused`, () => {
    assert.throws(() => parse(query), { name: 'ODataProblem', option, code })
  })
}

test('relations that nest too deeply are refused, not too much for the stack', () => {
  const count = 2000
  const $expand = `${'a($expand='.repeat(count)}a${')'.repeat(count)}`
  assert.throws(() => parseQuery(new URLSearchParams({ $expand })), {
    name: 'ODataProblem',
    message: /nest too deeply/,
  })
})
