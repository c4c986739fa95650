import assert from 'node:assert/strict'
import { test } from 'node:test'
import { provision } from './provision.ts'
import { fakePlace, fakeWorld } from './testing/fake-world.ts'
import { testSettings } from './testing/test-settings.ts'

test('an interruption ends a wait at once, and the next run goes on', async () => {
  const place = fakePlace({ lagMs: 40_000 })
  const interruption = new AbortController()
  const world = fakeWorld(place, { signal: interruption.signal })
  let sleeps = 0
  const sleep: typeof world.sleep = (ms, signal) => {
    sleeps += 1
    if (sleeps === 2) interruption.abort(new Error('Ctrl-C'))
    return world.sleep(ms, signal)
  }
  await assert.rejects(provision({ ...world, sleep }, testSettings), /^Error: Ctrl-C$/)
  assert.equal(sleeps, 2)
  await provision(fakeWorld(place), testSettings)
  assert.equal(place.directory.live.size, 7)
})

test('a directory that shows nothing for longer than one waits stops the run', async () => {
  const place = fakePlace({ lagMs: 900_000 })
  const error = await provision(fakeWorld(place), testSettings).catch((thrown: unknown) => thrown)
  assert.match(String(error), /Request_ResourceNotFound/)
  place.clock.nowMs += 900_000
  await provision(fakeWorld(place), {
    ...testSettings,
    limits: { ...testSettings.limits, propagationMs: 1_000_000 },
  })
  assert.equal(place.directory.live.size, 7)
})
