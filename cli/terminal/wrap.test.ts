import assert from 'node:assert/strict'
import { test } from 'node:test'
import { indented, wrap } from './wrap.ts'

test('breaks lines at spaces, none longer than the width', () => {
  assert.deepEqual(wrap('one two three four', 9), ['one two', 'three', 'four'])
})

test('parts a word that is longer than a line behind a slash where there is one', () => {
  assert.deepEqual(wrap('https://example.com/tenant/v2.0', 28), [
    'https://example.com/tenant/',
    'v2.0',
  ])
})

test('parts a long word without a slash at the end of the line', () => {
  assert.deepEqual(wrap('abcdefgh', 3), ['abc', 'def', 'gh'])
})

test('keeps a long text in one line when there is no width', () => {
  assert.deepEqual(wrap('one two', Number.POSITIVE_INFINITY), ['one two'])
})

test('puts a margin before every line', () => {
  assert.deepEqual(indented('one two', 7, 2), ['  one', '  two'])
})
