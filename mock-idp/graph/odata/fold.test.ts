import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { equalsFolded, fold } from './fold.ts'

test('letters of every script are equal in either case', () => {
  for (const [left, right] of [
    ['Agent', 'aGENT'],
    ['ÀÉÎ', 'àéî'],
    ['ΟΔΟΣ', 'οδος'],
    ['ĀB', 'āb'],
    ['İx', 'İX'],
  ] as const) {
    assert.equal(equalsFolded(left, fold(right)), true, `${left} and ${right}`)
  }
})

test('characters that are no letters are not folded', () => {
  assert.equal(equalsFolded('@', fold('`')), false)
  assert.equal(equalsFolded('[', fold('{')), false)
  assert.equal(equalsFolded('a-', fold('A\r')), false)
})

test('folding keeps the length', () => {
  return fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.equal(fold(text).length, text.length)
    }),
  )
})

test('two texts are equal exactly if their foldings are', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'A', 'b', 'é', 'É', 'ς', 'Σ', 'İ', 'K', 'k'),
  })
  return fc.assert(
    fc.property(text, text, (left, right) => {
      assert.equal(equalsFolded(left, fold(right)), fold(left) === fold(right))
    }),
  )
})
