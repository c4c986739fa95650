import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseJsonObject } from './json-object.ts'

test('an object is read', () => {
  assert.deepEqual(parseJsonObject('{"a":[1]}'), { a: [1] })
})

test('any other JSON, and what is no JSON, is no object', () => {
  for (const text of ['[]', 'null', '1', '"{}"', 'true', '{', '', '{}x']) {
    assert.equal(parseJsonObject(text), undefined, text)
  }
})
