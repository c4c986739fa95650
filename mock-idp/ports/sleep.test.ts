import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sleepByTimer } from './sleep.ts'

test('a sleep ends after its time', async () => {
  const start = performance.now()
  await sleepByTimer(20)
  assert.ok(performance.now() - start > 15)
})

test('a sleep ends when the client has gone, before it or while it lasts', async () => {
  const gone = new AbortController()
  const sleep = sleepByTimer(600_000, gone.signal)
  gone.abort()
  await sleep
  await sleepByTimer(600_000, gone.signal)
})
