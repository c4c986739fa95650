import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseRetryAfter } from './retry-after.ts'

const nowMs = Date.UTC(2026, 10, 1, 12, 0, 0)

test('a whole number is a number of seconds', () => {
  fc.assert(
    fc.property(fc.nat(), (seconds) => {
      assert.equal(parseRetryAfter(`${seconds}`, nowMs), seconds)
    }),
  )
})

test('an HTTP date is the seconds until then', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (seconds) => {
      const date = new Date(nowMs + seconds * 1000).toUTCString()
      assert.equal(parseRetryAfter(date, nowMs), seconds)
    }),
  )
})

test('all three date forms of RFC 9110 are read', () => {
  assert.equal(parseRetryAfter('Sun, 01 Nov 2026 12:00:30 GMT', nowMs), 30)
  assert.equal(parseRetryAfter('Sunday, 01-Nov-26 12:00:30 GMT', nowMs), 30)
  assert.equal(parseRetryAfter('Sun Nov  1 12:00:30 2026', nowMs), 30)
})

test('a part of a second is waited for', () => {
  assert.equal(parseRetryAfter('Sun, 01 Nov 2026 12:00:30 GMT', nowMs + 1), 30)
})

test('a date that has passed is no wait', () => {
  assert.equal(parseRetryAfter('Sun, 01 Nov 2026 11:59:00 GMT', nowMs), 0)
})

for (const odd of [null, '', 'soon', '-5', '1.5', '5s', '0x10', '1e3', '2026-11-01T12:00:30Z']) {
  test(`'${odd}' is no Retry-After`, () => {
    assert.equal(parseRetryAfter(odd, nowMs), undefined)
  })
}

test('whatever the header holds, the answer is nothing or a wait that can be waited', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,400}$/)), (text) => {
      const seconds = parseRetryAfter(text, nowMs)
      assert.ok(seconds === undefined || (Number.isSafeInteger(seconds) && seconds >= 0))
    }),
  )
})
