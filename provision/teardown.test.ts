import assert from 'node:assert/strict'
import { test } from 'node:test'
import { provision } from './provision.ts'
import { teardown } from './teardown.ts'
import { add, tenantId } from './testing/fake-directory.ts'
import { testTenant } from './testing/fake-graph.ts'
import { fakePlace, fakeWorld } from './testing/fake-world.ts'
import { teardownSettings, testSettings } from './testing/test-settings.ts'

async function provisioned(forbidden: readonly string[] = []) {
  const place = fakePlace({ tenant: { ...testTenant, forbidden } })
  await provision(fakeWorld(place), testSettings)
  return place
}

test('removes what was made, for good where Graph allows it, and says where it does not', async () => {
  const place = await provisioned()
  const world = fakeWorld(place)
  assert.equal(await teardown(world, teardownSettings), true)
  assert.equal(place.directory.live.size, 0)
  assert.deepEqual(
    [...place.directory.deleted.values()].map(({ kind }) => kind),
    ['principal', 'principal'],
  )
  assert.deepEqual([...place.disk.keys()], [])
  assert.deepEqual(
    world.told.filter(({ kind }) => kind === 'note').map(({ text }) => text),
    ['Concierge', 'Courier'].map(
      (name) =>
        `agentid-${name} 0a1b2c3d stays among deleted objects for up to 30 days: Graph does not remove it for good now`,
    ),
  )
})

test('nothing else is removed, of like names either', async () => {
  const place = await provisioned()
  const others = ['agentid-Concierge', 'agentid-Concierge 0a1b2c3e'].map((displayName) =>
    add(place.directory, { kind: 'blueprint', displayName }),
  )
  await teardown(fakeWorld(place), teardownSettings)
  assert.deepEqual([...place.directory.live.values()], others)
})

test('without a record there is nothing to do', async () => {
  assert.equal(await teardown(fakeWorld(fakePlace()), teardownSettings), false)
})

test('an object of another name is left alone, whatever the record says', async () => {
  const place = await provisioned()
  const [concierge] = place.directory.live.values()
  const foreign = add(place.directory, { kind: 'blueprint', displayName: 'Payroll' })
  const record = '/home/agentid.env.record.json'
  const text = place.disk.get(record) ?? ''
  place.disk.set(record, text.replace(`"id": "${concierge?.id}"`, `"id": "${foreign.id}"`))
  await assert.rejects(
    teardown(fakeWorld(place), teardownSettings),
    /has the name Payroll, not agentid-Concierge 0a1b2c3d: it is not what was made/,
  )
  assert.equal(place.directory.live.has(foreign.id), true)
  assert.equal(place.disk.has(record), true)
})

test('what somebody removed already counts as removed', async () => {
  const place = await provisioned()
  place.directory.live.clear()
  await teardown(fakeWorld(place), teardownSettings)
  assert.deepEqual([...place.disk.keys()], [])
})

test('soft-deleted objects of the record are removed for good', async () => {
  const place = await provisioned()
  const { live, deleted } = place.directory
  for (const [id, object] of live) deleted.set(id, object)
  live.clear()
  await teardown(fakeWorld(place), teardownSettings)
  assert.deepEqual([...new Set([...deleted.values()].map(({ kind }) => kind))], ['principal'])
})

test('whoever may not remove for good is told, and can leave that', async () => {
  const place = await provisioned(['DELETE /v1.0/directory/deletedItems'])
  await assert.rejects(teardown(fakeWorld(place), teardownSettings), { status: 403 })
  assert.equal(place.disk.has('/home/agentid.env.record.json'), true)
  await teardown(fakeWorld(place), { ...teardownSettings, leaveDeleted: true })
  assert.equal(place.directory.live.size, 0)
  assert.deepEqual([...place.disk.keys()], [])
})

test('what was replaced is removed too', async () => {
  const place = await provisioned()
  const { live, deleted } = place.directory
  const [concierge] = live.values()
  if (concierge === undefined) throw new Error('no blueprint')
  live.delete(concierge.id)
  deleted.set(concierge.id, concierge)
  place.clock.nowMs += 3_600_000
  await provision(fakeWorld(place), testSettings)
  await teardown(fakeWorld(place), teardownSettings)
  assert.equal(live.size, 0)
  assert.deepEqual([...new Set([...deleted.values()].map(({ kind }) => kind))], ['principal'])
})

test('a token for another tenant removes nothing', async () => {
  const place = await provisioned()
  const claims = { tid: '10000000-c0de-4a11-8000-0000000000ff', scp: 'User.Read', idtyp: 'user' }
  await assert.rejects(
    teardown(fakeWorld(place, { claims }), teardownSettings),
    new RegExp(`the access token is for tenant ${claims.tid}, not for ${tenantId}`),
  )
  assert.equal(place.directory.live.size, 7)
})

test('a dry run tells the calls and removes nothing', async () => {
  const place = await provisioned()
  const before = new Map(place.disk)
  const world = fakeWorld(place)
  place.operations.length = 0
  await teardown(world, { ...teardownSettings, dryRun: true })
  assert.deepEqual(place.disk, before)
  assert.equal(place.directory.live.size, 7)
  assert.deepEqual(
    place.operations.filter((one) => !one.startsWith('GET ')),
    [],
  )
  const calls = world.told.filter(({ kind }) => kind === 'call')
  assert.deepEqual(
    calls.map(({ label, text }) => `${label} ${text.replace(/[\da-f-]{36}/, 'ID')}`).slice(0, 2),
    [
      'DELETE /v1.0/servicePrincipals/ID/microsoft.graph.agentIdentity',
      'DELETE /v1.0/directory/deletedItems/ID',
    ],
  )
  assert.equal(calls.length, 14)
})
