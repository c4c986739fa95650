import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cacheKey, type TokenIdentity } from './cache-key.ts'

/** Delimiters and JSON syntax are likelier here than in any directory. */
const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ',', '[', '\\', '|') }))

const identity: fc.Arbitrary<TokenIdentity> = fc.record({
  step: fc.constantFrom<TokenIdentity['step'][]>('agent-token', 'agent-user', 'on-behalf-of'),
  authorityHost: text,
  tenantId: text,
  blueprintClientId: text,
  agentIdentityId: text,
  credentialKey: text,
  scope: text,
  person: text,
  claims: text,
})

test('two keys are the same only when every part is the same', () => {
  fc.assert(
    fc.property(identity, identity, (one, other) => {
      const partsAgree = Object.entries(one).every(
        ([name, value]) => other[name as keyof TokenIdentity] === value,
      )
      assert.equal(cacheKey(one) === cacheKey(other), partsAgree)
    }),
  )
})

test('text moved from one part into its neighbour makes another key', () => {
  fc.assert(
    fc.property(identity, fc.nat(20), (one, cut) => {
      const joined = one.agentIdentityId + one.credentialKey
      const moved = {
        ...one,
        agentIdentityId: joined.slice(0, cut),
        credentialKey: joined.slice(cut),
      }
      const isSame = moved.agentIdentityId === one.agentIdentityId
      assert.equal(cacheKey(moved) === cacheKey(one), isSame)
    }),
  )
})

const parts = [
  ...['step', 'authorityHost', 'tenantId', 'blueprintClientId'],
  ...['agentIdentityId', 'credentialKey', 'scope', 'person', 'claims'],
] as const

for (const part of parts) {
  test(`another ${part} alone makes another key`, () => {
    fc.assert(
      fc.property(identity, (one) => {
        assert.notEqual(cacheKey({ ...one, [part]: 'something else' }), cacheKey(one))
      }),
    )
  })
}
