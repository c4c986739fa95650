import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { duration, localTime, relativeTime } from './times.ts'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

test('local time carries the offset of this machine', () => {
  process.env.TZ = 'Asia/Kolkata'
  assert.equal(localTime(Date.UTC(2026, 10, 1, 12)), '2026-11-01T17:30:00+05:30')
  process.env.TZ = 'America/St_Johns'
  assert.equal(localTime(Date.UTC(2026, 10, 1, 12)), '2026-11-01T08:30:00-03:30')
})

test('local time without offset ends with Z', () => {
  process.env.TZ = 'UTC'
  assert.equal(localTime(Date.UTC(2026, 10, 1, 12)), '2026-11-01T12:00:00Z')
})

test('a time that no date can hold is not shown', () => {
  assert.equal(localTime(1e20), undefined)
})

test('a duration has its two largest units', () => {
  assert.equal(duration(3900), '1 h 5 min')
  assert.equal(duration(3600), '1 h')
  assert.equal(duration(59), '59 s')
  assert.equal(duration(86_400 * 2 + 3600), '2 days 1 h')
  assert.equal(duration(0), '0 s')
})

test('a time is in the future, in the past, or now', () => {
  assert.equal(relativeTime(60_000, 0), 'in 1 min')
  assert.equal(relativeTime(0, 60_000), '1 min ago')
  assert.equal(relativeTime(100, 0), 'now')
})
