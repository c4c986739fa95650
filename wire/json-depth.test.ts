import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isTooDeep, maximumJsonDepth } from './json-depth.ts'

const lists = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

test('as deep as is allowed is not too deep, and one more is', () => {
  for (const nested of [lists, objects]) {
    assert.equal(isTooDeep(nested(maximumJsonDepth)), false)
    assert.equal(isTooDeep(nested(maximumJsonDepth + 1)), true)
    assert.equal(isTooDeep(nested(5_000)), true)
  }
})

test('brackets within strings do not nest', () => {
  assert.equal(isTooDeep(JSON.stringify({ [lists(100)]: '[{\\"'.repeat(100) })), false)
  assert.equal(isTooDeep(`{"a":"\\\\","b":${lists(64)}}`), true)
})

test('many values beside each other are not deep', () => {
  assert.equal(isTooDeep(JSON.stringify(Array.from({ length: 500 }, () => [{}]))), false)
})

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}

test('it counts as a parser would, whatever the JSON is', () => {
  const property = fc.property(fc.json({ maxDepth: 8 }), fc.nat({ max: 70 }), (text, around) => {
    const nested = `${'['.repeat(around)}${text}${']'.repeat(around)}`
    assert.equal(isTooDeep(nested), depthOf(JSON.parse(nested)) > maximumJsonDepth)
  })
  fc.assert(property)
})

test('text that is no JSON has an answer too', () => {
  fc.assert(fc.property(fc.string(), (text) => typeof isTooDeep(text) === 'boolean'))
  assert.equal(isTooDeep('"'), false)
  assert.equal(isTooDeep(']]]"\\'), false)
})
