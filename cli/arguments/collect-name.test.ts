import assert from 'node:assert/strict'
import { test } from 'node:test'
import { collectName } from './collect-name.ts'

test('names of variables are collected, and one with a value is refused', () => {
  assert.deepEqual(collectName('B', collectName('A')), ['A', 'B'])
  assert.throws(() => collectName('A=b'), { message: /without a value/ })
})
