import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseAlternateKey, parseKey, parsePath, typeNamed } from './parse-path.ts'

const plain = { version: 'v1.0', cast: undefined, memberCast: undefined }

const spellings: readonly (readonly [string, ReturnType<typeof parsePath>])[] = [
  ['/v1.0/applications', { ...plain, version: 'v1.0', segments: ['applications'] }],
  ['/BETA/applications/', { ...plain, version: 'beta', segments: ['applications'] }],
  ["/v1.0/applications('x')", { ...plain, version: 'v1.0', segments: ['applications', 'x'] }],
  ["/v1.0/users('o''x')", { ...plain, version: 'v1.0', segments: ['users', "o'x"] }],
  [
    "/v1.0/applications(appId='x')/owners",
    { ...plain, version: 'v1.0', segments: ['applications', "(appId='x')", 'owners'] },
  ],
  [
    '/v1.0/applications/graph.AGENTIDENTITYBLUEPRINT/x/addPassword',
    {
      ...plain,
      version: 'v1.0',
      cast: 'agentIdentityBlueprint',
      segments: ['applications', 'x', 'addPassword'],
    },
  ],
  [
    '/v1.0/applications/x/microsoft.graph.agentIdentityBlueprint/microsoft.graph.addPassword',
    {
      ...plain,
      version: 'v1.0',
      cast: 'agentIdentityBlueprint',
      segments: ['applications', 'x', 'addPassword'],
    },
  ],
  [
    '/v1.0/users/x/memberOf/microsoft.graph.group',
    { ...plain, version: 'v1.0', memberCast: 'group', segments: ['users', 'x', 'memberOf'] },
  ],
  [
    '/v1.0/ME/memberOf/microsoft.graph.group',
    { ...plain, version: 'v1.0', memberCast: 'group', segments: ['ME', 'memberOf'] },
  ],
  [
    '/v1.0/me/microsoft.graph.user/memberOf',
    { ...plain, version: 'v1.0', cast: 'user', segments: ['me', 'memberOf'] },
  ],
  ['/v2.0/applications', undefined],
  ['/v1.0/%E0%A4%A', undefined],
]
for (const [path, parsed] of spellings) {
  test(`${path} is read as it is meant`, () => {
    assert.deepEqual(parsePath(path), parsed)
  })
}

const randomCase = (text: string) =>
  fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((upper) =>
      [...text].map((c, at) => (upper[at] ? c.toUpperCase() : c.toLowerCase())).join(''),
    )

test('case, namespace, place of the cast, brackets and a last slash make no difference', () => {
  const spelling = fc.record({
    version: randomCase('v1.0'),
    collection: randomCase('applications'),
    cast: fc.tuple(
      fc.constantFrom('microsoft.graph.', 'graph.'),
      randomCase('agentIdentityBlueprint'),
    ),
    id: fc.uuid(),
    isFirst: fc.boolean(),
    brackets: fc.boolean(),
    slash: fc.constantFrom('', '/'),
  })
  fc.assert(
    fc.property(spelling, ({ version, collection, cast, id, isFirst, brackets, slash }) => {
      const type = `/${cast.join('')}`
      const key = brackets && !isFirst ? `('${id}')` : `/${id}`
      const path = isFirst ? `${type}${key}` : `${key}${type}`
      const parsed = parsePath(`/${version}/${collection}${path}${slash}`)
      assert.equal(parsed?.cast, 'agentIdentityBlueprint')
      assert.deepEqual(
        parsed?.segments.map((one) => one.toLowerCase()),
        ['applications', id],
      )
    }),
  )
})

test('no path makes the reader throw', () => {
  fc.assert(fc.property(fc.string(), (path) => void parsePath(`/v1.0/${path}`)))
})

test('keys are read out of brackets, and nothing else is', () => {
  assert.equal(parseKey("directoryObjects('x')"), 'x')
  assert.equal(parseKey('x'), undefined)
  assert.deepEqual(parseAlternateKey("(appId='x')"), { name: 'appid', value: 'x' })
  assert.deepEqual(parseAlternateKey("(name='o''x')"), { name: 'name', value: "o'x" })
  assert.equal(parseAlternateKey("('x')"), undefined)
})

test('a type in a body is named with or without #, in any letter case', () => {
  for (const type of [
    '#microsoft.graph.agentUser',
    'Microsoft.Graph.AgentUser',
    'graph.agentuser',
  ]) {
    assert.equal(typeNamed(type), 'agentUser')
  }
  for (const other of ['agentUser', 'microsoft.graph.constructor', 7, null, undefined]) {
    assert.equal(typeNamed(other), undefined)
  }
})
