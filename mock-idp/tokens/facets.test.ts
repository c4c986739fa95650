import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { seededRandom } from '../testing/mock-world.ts'
import { facets } from './facets.ts'

const oddNumber = fc.nat({ max: 20 }).map((half) => String(2 * half + 1))
const seed = fc.nat()
const isOdd = (value: string) => Number(value) % 2 === 1

test('every value is kept, once', () => {
  const values = fc.uniqueArray(oddNumber, { minLength: 1, maxLength: 5 })
  return fc.assert(
    fc.property(values, seed, (set, from) => {
      const written = facets(set, seededRandom(from)).split(' ')
      assert.deepEqual(written.filter(isOdd).sort(), [...set].sort())
    }),
  )
})

test('a single value is joined by one even decoy from 2 to 32', () =>
  fc.assert(
    fc.property(oddNumber, seed, (value, from) => {
      const written = facets([value], seededRandom(from)).split(' ')
      assert.equal(written.length, 2)
      const decoy = Number(written.find((one) => one !== value))
      assert.ok(decoy % 2 === 0 && decoy >= 2 && decoy <= 32)
    }),
  ))

test('two values or more have no decoy', () => {
  const values = fc.uniqueArray(oddNumber, { minLength: 2, maxLength: 5 })
  return fc.assert(
    fc.property(values, seed, (set, from) => {
      assert.ok(facets(set, seededRandom(from)).split(' ').every(isOdd))
    }),
  )
})

test('every order and every decoy is drawn', () => {
  const written = Array.from({ length: 2_000 }, (_, from) => facets(['7'], seededRandom(from)))
  const decoys = new Set(written.map((one) => one.split(' ').find((value) => value !== '7')))
  assert.equal(decoys.size, 16)
  assert.ok(written.some((one) => one.startsWith('7 ')))
  assert.ok(written.some((one) => one.endsWith(' 7')))
  const orders = Array.from({ length: 200 }, (_, at) => facets(['3', '9', '11'], seededRandom(at)))
  assert.equal(new Set(orders).size, 6)
})

test('the values handed over are not changed', () => {
  const values = ['3', '9', '11']
  facets(values, seededRandom(7))
  assert.deepEqual(values, ['3', '9', '11'])
})
