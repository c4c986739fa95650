import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decode, encode } from './encode.ts'

test('what JSON can say is written as it is', () => {
  const value = { name: 'Concierge', ids: ['a', 'b'], count: 1.5, none: null, on: true }
  assert.equal(encode(value), JSON.stringify(value))
})

test('what JSON cannot say is marked', () => {
  assert.equal(encode({ a: undefined }), '{"a":{"$undefined":true}}')
  assert.equal(encode(new Map([['a', -0]])), '{"$map":[["a",{"$number":"-0"}]]}')
  assert.equal(encode(new Set([Number.NaN])), '{"$set":[{"$number":"NaN"}]}')
  assert.equal(encode({ $map: '$set' }), '{"$$map":"$set"}')
})

test('a value is the same after it was written and read', () => {
  const key = fc.oneof(fc.string(), fc.constantFrom('$map', '$$', '$undefined', '__proto__'))
  const anything = fc.anything({ key, withMap: true, withSet: true, withNullPrototype: false })
  fc.assert(fc.property(anything, (value) => assert.deepEqual(decode(encode(value)), value)))
})

test('members, entries and elements keep their order', () => {
  const key = fc.string({ minLength: 1 })
  const entries = fc.uniqueArray(fc.tuple(key, fc.integer()), { selector: ([name]) => name })
  fc.assert(
    fc.property(entries, (all) => {
      const value = { object: Object.fromEntries(all), map: new Map(all), set: new Set(all) }
      const read = decode(encode(value)) as typeof value
      assert.deepEqual(Object.keys(read.object), Object.keys(value.object))
      assert.deepEqual([...read.map], all)
      assert.deepEqual([...read.set], all)
    }),
  )
})

test('what cannot be read again is not written', () => {
  for (const value of [
    () => 1,
    Symbol('a'),
    1n,
    new Date(0),
    { a: new URL('https://a.example') },
  ]) {
    assert.throws(() => encode(value), /TypeError: .* cannot be kept/)
  }
})

test('an unknown mark is not read', () => {
  assert.throws(() => decode('{"a":{"$date":"2026"}}'), { message: 'no value is marked $date' })
})
