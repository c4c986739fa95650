import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unusableKey } from '../testing/mock-world.ts'
import { createKeyRing } from './key-ring.ts'

const key = (kid: string) => ({ ...unusableKey, kid })
const kids = (ring: ReturnType<typeof createKeyRing>) => ring.published().map(({ kid }) => kid)

test('the first shared key signs, and all shared keys are published', () => {
  const ring = createKeyRing([key('a'), key('b')])
  assert.equal(ring.current().kid, 'a')
  assert.deepEqual(kids(ring), ['a', 'b'])
})

test('a new key signs, and the former ones stay published', () => {
  const ring = createKeyRing([key('a'), key('b')])
  ring.rotateTo(key('c'))
  ring.rotateTo(key('d'))
  assert.equal(ring.current().kid, 'd')
  assert.deepEqual(kids(ring), ['d', 'c', 'a', 'b'])
  assert.equal(ring.find('c')?.kid, 'c')
  assert.equal(ring.find('b')?.kid, 'b')
  assert.equal(ring.find('e'), undefined)
})

test('the rotation of one ring changes no other', () => {
  const shared = [key('a')]
  const [one, other] = [createKeyRing(shared), createKeyRing(shared)]
  one.rotateTo(key('b'))
  assert.deepEqual(kids(other), ['a'])
})

test('a reset leaves the shared keys alone', () => {
  const ring = createKeyRing([key('a')])
  ring.rotateTo(key('b'))
  ring.reset()
  assert.equal(ring.current().kid, 'a')
  assert.deepEqual(kids(ring), ['a'])
})

test('a key that was withdrawn is neither published nor found, until a reset', () => {
  const ring = createKeyRing([key('a')])
  ring.rotateTo(key('b'))
  ring.withdraw('a')
  assert.deepEqual(kids(ring), ['b'])
  assert.equal(ring.find('a'), undefined)
  ring.reset()
  assert.deepEqual(kids(ring), ['a'])
})

test('a key of another tenant is published once, and verifies nothing of this one', () => {
  const ring = createKeyRing([key('a')])
  const other = { ...key('b'), tenantId: 'another tenant' }
  ring.publishOfOther(other)
  ring.publishOfOther(other)
  assert.deepEqual(kids(ring), ['a', 'b'])
  assert.equal(ring.find('b'), undefined)
})

test('a ring without keys is refused', () => {
  assert.throws(() => createKeyRing([]), /at least one signing key/)
})
