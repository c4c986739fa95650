import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { provision } from './provision.ts'
import { teardown } from './teardown.ts'
import {
  Died,
  type FakePlace,
  type Fate,
  type Fault,
  fakePlace,
  fakeWorld,
} from './testing/fake-world.ts'
import { readLiveState } from './testing/live-state.ts'
import { teardownSettings, testSettings } from './testing/test-settings.ts'

const complete = {
  blueprints: ['agentid-Concierge 1+1', 'agentid-Courier 1+0'],
  principals: ['agentid-Concierge', 'agentid-Courier'],
  agents: ['agentid-Billing', 'agentid-Booking', 'agentid-Parcel'],
  deletedApplications: [],
  deletedPrincipals: [],
}
/** Graph does not remove the principal of a blueprint for good. */
const removed = (principals: readonly string[]) => ({
  blueprints: [],
  principals: [],
  agents: [],
  deletedApplications: [],
  deletedPrincipals: principals,
})

const stateOf = (place: FakePlace) =>
  readLiveState(fakeWorld(place).fetch, testSettings.graphUrl, 'any', 'agentid-')

/** How many requests and file writes an undisturbed run has. */
async function countOperations(lagMs = 0): Promise<number> {
  const world = fakeWorld(fakePlace({ lagMs }))
  await provision(world, testSettings)
  return world.count()
}

/** One process, to which something happens at its nth operation. */
async function runUntil(place: FakePlace, at: number, fate: Fate): Promise<void> {
  const world = fakeWorld(place, { fault: (number) => (number === at ? fate : 'pass') })
  try {
    await provision(world, testSettings)
  } catch (error) {
    const isExpected = fate === 'lose-answer' || error instanceof Died
    if (!isExpected && world.count() < at) throw error
  }
}

const fates = ['die-before', 'die-after', 'lose-answer'] as const

for (const fate of fates) {
  test(`${fate} at any request or write: the next run ends with one of each object`, async () => {
    const operations = await countOperations()
    assert.equal(operations > 60, true)
    for (let at = 1; at <= operations; at += 1) {
      const place = fakePlace()
      await runUntil(place, at, fate)
      await provision(fakeWorld(place), testSettings)
      assert.deepEqual(await stateOf(place), complete, `at operation ${at}`)
    }
  })

  test(`${fate} at any request or write: teardown leaves nothing`, async () => {
    const operations = await countOperations()
    for (let at = 1; at <= operations; at += 1) {
      const place = fakePlace()
      await runUntil(place, at, fate)
      await teardown(fakeWorld(place), teardownSettings)
      const { deletedPrincipals, ...state } = await stateOf(place)
      const { deletedPrincipals: _, ...nothing } = removed([])
      assert.deepEqual(state, nothing, `at operation ${at}`)
      assert.equal(
        deletedPrincipals.every((name) => complete.principals.includes(name)),
        true,
      )
      assert.deepEqual([...place.disk.keys()], [], `at operation ${at}`)
    }
  })
}

test('a secret whose answer is lost is removed by the run that went on without it', async () => {
  const place = fakePlace()
  let asked = 0
  const fault: Fault = (_, operation) => {
    if (!operation.endsWith('/addPassword')) return 'pass'
    asked += 1
    return asked === 1 ? 'lose-answer' : 'pass'
  }
  await provision(fakeWorld(place, { fault }), testSettings)
  assert.deepEqual(await stateOf(place), complete)
})

test('teardown that dies at any point is finished by the next one', async () => {
  for (const fate of ['die-before', 'die-after'] as const) {
    for (let at = 1; ; at += 1) {
      const place = fakePlace()
      await provision(fakeWorld(place), testSettings)
      const dying = fakeWorld(place, { fault: (number) => (number === at ? fate : 'pass') })
      const died = await teardown(dying, teardownSettings).then(
        () => false,
        () => true,
      )
      await teardown(fakeWorld(place), teardownSettings)
      assert.deepEqual(await stateOf(place), removed(complete.principals), `at operation ${at}`)
      assert.deepEqual([...place.disk.keys()], [])
      if (died) continue
      assert.equal(at > 30, true)
      break
    }
  }
})

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
        const place = fakePlace({ lagMs })
        for (const { at, fate } of accidents) await runUntil(place, at, fate)
        await provision(fakeWorld(place), testSettings)
        place.clock.nowMs += lagMs
        assert.deepEqual(await stateOf(place), complete)
        await teardown(fakeWorld(place), teardownSettings)
        assert.deepEqual(await stateOf(place), removed(complete.principals))
      },
    ),
    { numRuns: 60, seed: 4 },
  )
})
