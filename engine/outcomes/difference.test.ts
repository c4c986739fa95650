import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Difference } from './difference.ts'

test('what a client or a target sent steers nothing that shows it', () => {
  const { message, actual } = new Difference('the scope', 'a', 'b\u001b[2J\u202e')
  assert.equal(actual, 'b\\u001b[2J\\u202e')
  assert.equal(message, 'the scope\n  expected: a\n  actual:   b\\u001b[2J\\u202e')
})
