import assert from 'node:assert/strict'
import { test } from 'node:test'
import { provision } from './provision.ts'
import { teardown } from './teardown.ts'
import { type Fate, fakeWorld } from './testing/fake-world.ts'
import { readLiveState } from './testing/live-state.ts'
import { type MockPlace, openMock } from './testing/mock-place.ts'

const complete = {
  blueprints: ['agentid-Concierge 1+1', 'agentid-Courier 1+0'],
  principals: ['agentid-Concierge', 'agentid-Courier'],
  agents: ['agentid-Billing', 'agentid-Booking', 'agentid-Parcel'],
  deletedApplications: [],
  deletedPrincipals: [],
}
const principalsLeft = {
  blueprints: [],
  principals: [],
  agents: [],
  deletedApplications: [],
  deletedPrincipals: ['agentid-Concierge', 'agentid-Courier'],
}

const none = { read: { requests: 0, ms: 0 }, sts: { requests: 0, ms: 0 } }

const stateOf = (place: MockPlace) =>
  readLiveState(place.serve, place.settings.graphUrl, place.tokenFor({}), 'agentid-')

const remove = (place: MockPlace) =>
  teardown(fakeWorld(place), { ...place.settings, leaveDeleted: false })

test('the mock is provisioned and cleared as a tenant is', async () => {
  const newPlace = await openMock()
  const place = await newPlace()
  await provision(fakeWorld(place), place.settings)
  assert.deepEqual(await stateOf(place), complete)
  place.operations.length = 0
  await provision(fakeWorld(place), place.settings)
  assert.deepEqual(
    place.operations.filter((one) => /^(POST|PATCH|DELETE) \/v1/.test(one)),
    [],
  )
  await remove(place)
  assert.deepEqual(await stateOf(place), principalsLeft)
  assert.deepEqual([...place.disk.keys()], [])
})

for (const lag of [
  { read: { ms: 40_000 }, sts: { ms: 90_000 } },
  { read: { requests: 3 }, sts: { requests: 4 } },
]) {
  test(`the mock that lags is waited for: ${JSON.stringify(lag)}`, async () => {
    const newPlace = await openMock()
    const place = await newPlace()
    const { graphUrl, tenantId } = place.settings
    const set = await place.control(`${graphUrl}/_mock/lag?tenant=${tenantId}`, lag)
    assert.equal(set.status, 200, await set.text())
    const world = fakeWorld(place)
    await provision(world, place.settings)
    await place.control(`${graphUrl}/_mock/lag?tenant=${tenantId}`, none)
    place.clock.nowMs += 40_000
    assert.equal(
      world.told.some(({ kind }) => kind === 'wait'),
      true,
    )
    assert.deepEqual(await stateOf(place), complete)
  })
}

for (const fate of ['die-before', 'die-after', 'lose-answer'] as const) {
  test(`${fate} at any request to the mock: the next run ends with one of each`, async () => {
    const newPlace = await openMock()
    const undisturbed = await newPlace()
    const counting = fakeWorld(undisturbed)
    await provision(counting, undisturbed.settings)
    for (let at = 1; at <= counting.count(); at += 3) {
      const place = await newPlace()
      const fault = (number: number): Fate => (number === at ? fate : 'pass')
      await provision(fakeWorld(place, { fault }), place.settings).catch(() => undefined)
      await provision(fakeWorld(place), place.settings)
      assert.deepEqual(await stateOf(place), complete, `at operation ${at}`)
      await remove(place)
      assert.deepEqual(await stateOf(place), principalsLeft, `at operation ${at}`)
    }
  })
}
