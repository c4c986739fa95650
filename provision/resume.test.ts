import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isExhaustive, runs, sampleOf } from '../tests/support/exhaustive.ts'
import { provision } from './provision.ts'
import { teardown } from './teardown.ts'
import { complete, readState, removed } from './testing/directory.ts'
import { openLaggingPlace, openPlace, type Place } from './testing/place.ts'
import { type Accident, Died, type Fate, testPorts } from './testing/test-ports.ts'

/** How many requests and file writes an undisturbed run has. */
async function countOperations(): Promise<number> {
  const place = await openPlace()
  const ports = testPorts(place)
  await provision(ports, place.settings)
  return ports.count()
}

/** One process, to which something happens at its nth operation. */
async function runUntil(place: Place, at: number, fate: Fate): Promise<void> {
  const ports = testPorts(place, { accident: (number) => (number === at ? fate : 'pass') })
  try {
    await provision(ports, place.settings)
  } catch (error) {
    const isExpected = fate === 'lose-answer' || error instanceof Died
    if (!isExpected && ports.count() < at) throw error
  }
}

const fates = ['die-before', 'die-after', 'lose-answer'] as const

/**
 * Where a run is struck: before its first operation, and after each one. A death before an operation
 * leaves what a death after the one before it leaves.
 */
const blows = (operations: number): readonly (readonly [number, Fate])[] => {
  const moments = sampleOf(
    Array.from({ length: operations }, (_, index) => index + 1),
    15,
  )
  return [
    [1, 'die-before'],
    ...moments.map((at) => [at, 'die-after'] as const),
    ...moments.map((at) => [at, 'lose-answer'] as const),
  ]
}

test('an accident at any request or write: the next run ends with one of each object', async () => {
  const operations = await countOperations()
  assert.equal(operations > 60, true)
  for (const [at, fate] of blows(operations)) {
    const place = await openPlace()
    await runUntil(place, at, fate)
    await provision(testPorts(place), place.settings)
    assert.deepEqual(await readState(place), complete, `${fate} at operation ${at}`)
    // One in three is enough: what teardown meets is the same state each time.
    if (at % 3 !== 1) continue
    await teardown(testPorts(place), place.teardownSettings)
    assert.deepEqual(await readState(place), removed, `${fate} at operation ${at}`)
  }
})

test('an accident at any request or write: teardown leaves nothing', async () => {
  for (const [at, fate] of blows(await countOperations())) {
    const place = await openPlace()
    await runUntil(place, at, fate)
    await teardown(testPorts(place), place.teardownSettings)
    const { deletedPrincipals, ...state } = await readState(place)
    const { deletedPrincipals: _, ...nothing } = removed
    assert.deepEqual(state, nothing, `${fate} at operation ${at}`)
    assert.equal(
      deletedPrincipals.every((name) => complete.principals.includes(name)),
      true,
    )
    assert.deepEqual([...place.disk.keys()], [], `${fate} at operation ${at}`)
  }
})

test('a secret whose answer is lost is removed by the run that went on without it', async () => {
  const place = await openPlace()
  let asked = 0
  const accident: Accident = (_, operation) => {
    if (!operation.endsWith('/addPassword')) return 'pass'
    asked += 1
    return asked === 1 ? 'lose-answer' : 'pass'
  }
  await provision(testPorts(place, { accident }), place.settings)
  assert.deepEqual(await readState(place), complete)
})

test('teardown that dies at any point is finished by the next one', async () => {
  for (let at = 0; ; at += isExhaustive ? 1 : 7) {
    const place = await openPlace()
    await provision(testPorts(place), place.settings)
    const accident: Accident = (number) => {
      if (at === 0) return 'die-before'
      return number === at ? 'die-after' : 'pass'
    }
    const died = await teardown(testPorts(place, { accident }), place.teardownSettings).then(
      () => false,
      () => true,
    )
    await teardown(testPorts(place), place.teardownSettings)
    assert.deepEqual(await readState(place), removed, `at operation ${at}`)
    assert.deepEqual([...place.disk.keys()], [])
    if (died) continue
    assert.equal(at > 30, true)
    break
  }
})

for (const lag of [
  { read: { ms: 40_000 }, sts: { ms: 90_000 } },
  { read: { requests: 3 }, sts: { requests: 4 } },
]) {
  test(`a directory that lags is waited for: ${JSON.stringify(lag)}`, async () => {
    const place = await openPlace()
    place.sandbox.lag.set(lag)
    const ports = testPorts(place)
    await provision(ports, place.settings)
    place.sandbox.lag.reset()
    assert.ok(ports.told.some(({ kind }) => kind === 'wait'))
    assert.deepEqual(await readState(place), complete)
  })
}

test('whatever happens to several runs, with any lag, the last ends with one of each', async () => {
  const operations = await countOperations()
  const accident = fc.record({
    at: fc.integer({ min: 1, max: operations }),
    fate: fc.constantFrom(...fates),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(accident, { maxLength: 4 }),
      fc.integer({ min: 0, max: 250_000 }),
      async (accidents, lagMs) => {
        const place = await openLaggingPlace(lagMs)
        for (const { at, fate } of accidents) await runUntil(place, at, fate)
        await provision(testPorts(place), place.settings)
        place.clock.nowMs += lagMs
        assert.deepEqual(await readState(place), complete)
        await teardown(testPorts(place), place.teardownSettings)
        place.clock.nowMs += lagMs
        assert.deepEqual(await readState(place), removed)
      },
    ),
    { numRuns: runs(60, 3), seed: 4 },
  )
})
