import assert from 'node:assert/strict'
import { test } from 'node:test'
import { provision } from './provision.ts'
import { countLive } from './testing/directory.ts'
import { openLaggingPlace } from './testing/place.ts'
import { testPorts } from './testing/test-ports.ts'

test('an interruption ends a wait at once, and the next run goes on', async () => {
  const place = await openLaggingPlace(40_000)
  const interruption = new AbortController()
  const ports = testPorts(place, { signal: interruption.signal })
  let sleeps = 0
  const sleep: typeof ports.sleep = (ms, signal) => {
    sleeps += 1
    if (sleeps === 2) interruption.abort(new Error('Ctrl-C'))
    return ports.sleep(ms, signal)
  }
  await assert.rejects(provision({ ...ports, sleep }, place.settings), /^Error: Ctrl-C$/)
  assert.equal(sleeps, 2)
  await provision(testPorts(place), place.settings)
  place.clock.nowMs += 40_000
  assert.equal(await countLive(place), 7)
})

test('a directory that shows nothing for longer than one waits stops the run', async () => {
  const place = await openLaggingPlace(900_000)
  const error = await provision(testPorts(place), place.settings).catch((thrown: unknown) => thrown)
  assert.match(String(error), /AgentBlueprintPrincipal_RequireAgentBlueprint/)
  place.clock.nowMs += 900_000
  await provision(testPorts(place), {
    ...place.settings,
    limits: { ...place.settings.limits, propagationMs: 1_000_000 },
  })
  place.clock.nowMs += 900_000
  assert.equal(await countLive(place), 7)
})
