import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { isGuid } from '../directory/guid.ts'
import { createRandom } from './random.ts'

/** Fills with 0, 1, 2 and so on, beginning anew at each fill. */
const counted = (pool: Uint8Array<ArrayBuffer>) => {
  pool.set(Array.from(pool, (_, at) => at % 256))
  return pool
}

test('bytes are drawn one after another, and none twice', () => {
  const random = createRandom(counted)
  assert.deepEqual([...random.bytes(3)], [0, 1, 2])
  assert.equal(random.below(256), 3)
  assert.deepEqual([...random.bytes(2)], [4, 5])
})

test('a new pool is filled when the last one is used up', () => {
  let fills = 0
  const random = createRandom((pool) => {
    fills += 1
    return counted(pool)
  })
  random.bytes(4096)
  assert.equal(fills, 1)
  assert.deepEqual([...random.bytes(2)], [0, 1])
  assert.equal(fills, 2)
})

test('a number is drawn below its limit', () => {
  const random = createRandom()
  return fc.assert(
    fc.property(fc.integer({ min: 1, max: 256 }), (limit) => {
      const drawn = random.below(limit)
      assert.ok(Number.isInteger(drawn) && drawn >= 0 && drawn < limit)
    }),
  )
})

test('what was drawn is not changed by later draws', () => {
  const random = createRandom(counted)
  const drawn = random.bytes(4)
  random.bytes(4096)
  assert.deepEqual([...drawn], [0, 1, 2, 3])
})

test('a GUID is one', () => assert.ok(isGuid(createRandom().guid())))
