import assert from 'node:assert/strict'
import { test } from 'node:test'
import { printable } from './printable.ts'

test('spells out what would steer a terminal', () => {
  assert.equal(printable('a\u001b[31mb\r\nc'), 'a\\u001b[31mb\\u000d\\u000ac')
})

test('spells out marks that reorder what is read', () => {
  assert.equal(printable('a\u202eb\u200bc'), 'a\\u202eb\\u200bc')
})

test('leaves ordinary text of any language as it is', () => {
  assert.equal(printable('Zoë 東京 🙂'), 'Zoë 東京 🙂')
})
