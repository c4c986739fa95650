import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readRequestedClaims } from './requested-claims.ts'

const read = (claims: unknown) => readRequestedClaims(JSON.stringify(claims))

test('a client says what it can do in xms_cc', () => {
  const asked = read({ access_token: { xms_cc: { values: ['cp1'] } } })
  assert.deepEqual(asked, { capabilities: ['cp1'], authenticationContexts: [], policyIds: [] })
})

test('an authentication context is asked for as value or values, of an access token or an id_token', () => {
  const asked = read({
    access_token: { acrs: { essential: true, value: 'c1' } },
    id_token: { acrs: { values: ['c2', 'c1'] } },
  })
  assert.deepEqual(asked?.authenticationContexts, ['c1', 'c2'])
})

test('a challenge names its policies as capolids or polids', () => {
  const asked = read({
    access_token: { capolids: { essential: true, values: ['a'] }, polids: { values: ['b'] } },
  })
  assert.deepEqual(asked?.policyIds, ['a', 'b'])
})

test('an empty parameter asks for nothing, and so do claims that nobody knows', () => {
  const nothing = { capabilities: [], authenticationContexts: [], policyIds: [] }
  assert.deepEqual(readRequestedClaims(undefined), nothing)
  assert.deepEqual(readRequestedClaims(''), nothing)
  assert.deepEqual(read({ userinfo: { xms_cc: { values: ['cp1'] } } }), nothing)
  assert.deepEqual(
    read({ access_token: { xms_cc: null, acrs: 'c1', capolids: { values: 7 } } }),
    nothing,
  )
})

test('what is no JSON object is nothing that can be read', () => {
  for (const text of ['{', 'null', '7', '"{}"', '[]', '%7B%7D']) {
    assert.equal(readRequestedClaims(text), undefined, text)
  }
})
