import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UnsecuredJWT } from 'jose'
import { allPermissions } from './graph/needed-permissions.ts'
import { objectPath } from './graph/paths.ts'
import { provision } from './provision.ts'
import { teardown } from './teardown.ts'
import {
  ask,
  complete,
  countLive,
  live,
  makeBlueprint,
  readState,
  removed,
} from './testing/directory.ts'
import { openPlace, otherTenantId, type Place, tenantId } from './testing/place.ts'
import { testPorts } from './testing/test-ports.ts'

const record = '/home/agentid.env.record.json'
const hourMs = 3_600_000

async function provisioned(): Promise<Place> {
  const place = await openPlace()
  await provision(testPorts(place), place.settings)
  return place
}

/** Somebody removes every object in the portal, so that it can be restored. */
async function deleteAll(place: Place): Promise<void> {
  for (const kind of ['agentIdentity', 'principal', 'blueprint'] as const) {
    for (const { id } of await live(place, kind)) await ask(place, 'DELETE', objectPath(kind, id))
  }
}

test('removes what was made, for good where Graph allows it, and says where it does not', async () => {
  const place = await provisioned()
  const ports = testPorts(place)
  assert.equal(await teardown(ports, place.teardownSettings), true)
  assert.deepEqual(await readState(place), removed)
  assert.deepEqual([...place.disk.keys()], [])
  assert.deepEqual(
    ports.told.filter(({ kind }) => kind === 'note').map(({ text }) => text),
    ['Concierge', 'Courier'].map(
      (name) =>
        `agentid-${name} 0a1b2c3d stays among the deleted objects for up to 30 days: Graph does not permanently delete it now`,
    ),
  )
})

test('nothing else is removed, of like names either', async () => {
  const place = await provisioned()
  const others = [
    await makeBlueprint(place, 'agentid-Concierge'),
    await makeBlueprint(place, 'agentid-Concierge 0a1b2c3e'),
  ]
  await teardown(testPorts(place), place.teardownSettings)
  assert.equal(await countLive(place), 2)
  assert.deepEqual(
    (await live(place, 'blueprint')).map(({ id }) => id),
    others.map(({ id }) => id),
  )
})

test('without a record there is nothing to do', async () => {
  const place = await openPlace()
  assert.equal(await teardown(testPorts(place), place.teardownSettings), false)
})

test('an object of another name is left alone, whatever the record says', async () => {
  const place = await provisioned()
  const [concierge] = await live(place, 'blueprint')
  const foreign = await makeBlueprint(place, 'Payroll')
  const text = place.disk.get(record) ?? ''
  place.disk.set(record, text.replace(`"id": "${concierge?.id}"`, `"id": "${foreign.id}"`))
  await assert.rejects(
    teardown(testPorts(place), place.teardownSettings),
    /has the name Payroll, not agentid-Concierge 0a1b2c3d: provision did not make it/,
  )
  assert.ok((await live(place, 'blueprint')).some(({ id }) => id === foreign.id))
  assert.equal(place.disk.has(record), true)
})

test('what somebody removed already counts as removed', async () => {
  const place = await openPlace()
  const before = place.tenants.describe(tenantId)
  await provision(testPorts(place), place.settings)
  await place.tenants.replace(before)
  assert.equal(await countLive(place), 0)
  await teardown(testPorts(place), place.teardownSettings)
  assert.deepEqual([...place.disk.keys()], [])
})

test('soft-deleted objects of the record are removed for good', async () => {
  const place = await provisioned()
  await deleteAll(place)
  const { deletedApplications, deletedPrincipals } = await readState(place)
  assert.deepEqual(deletedApplications, complete.blueprints)
  assert.equal(deletedPrincipals.length, 5)
  await teardown(testPorts(place), place.teardownSettings)
  assert.deepEqual(await readState(place), removed)
})

test('teardown says that you may not delete permanently, and --leave-deleted avoids that', async () => {
  const place = await provisioned()
  const accident = (_: number, operation: string) =>
    operation.startsWith('DELETE /v1.0/directory/deletedItems') ? denied() : 'pass'
  const run = (leaveDeleted: boolean) =>
    teardown(testPorts(place, { accident }), { ...place.teardownSettings, leaveDeleted })
  await assert.rejects(run(false), { status: 403 })
  assert.equal(place.disk.has(record), true)
  await run(true)
  assert.equal(await countLive(place), 0)
  assert.deepEqual([...place.disk.keys()], [])
})

/** No permission lets a caller of Graph delete these objects and not remove them for good. */
const denied = () =>
  Response.json({ error: { code: 'Authorization_RequestDenied', message: 'No' } }, { status: 403 })

test('teardown says that you may not delete, and loses nothing', async () => {
  const place = await provisioned()
  const scopes = allPermissions.filter((one) => !one.startsWith('AgentIdentity.DeleteRestore'))
  const token = await place.tokenWith({ scopes })
  await assert.rejects(teardown(testPorts(place, { token }), place.teardownSettings), {
    status: 403,
    code: 'Authorization_RequestDenied',
  })
  assert.deepEqual(await readState(place), complete)
  assert.equal(place.disk.has(record), true)
})

test('what was replaced is removed too', async () => {
  const place = await provisioned()
  const [concierge] = await live(place, 'blueprint')
  await ask(place, 'DELETE', objectPath('blueprint', concierge?.id ?? ''))
  place.clock.nowMs += hourMs
  await provision(testPorts(place), place.settings)
  await teardown(testPorts(place), place.teardownSettings)
  const { deletedPrincipals, ...state } = await readState(place)
  const { deletedPrincipals: _, ...nothing } = removed
  assert.deepEqual(state, nothing)
  assert.deepEqual([...new Set(deletedPrincipals)], removed.deletedPrincipals)
})

test('a token for another tenant removes nothing', async () => {
  const place = await provisioned()
  const token = new UnsecuredJWT({ tid: otherTenantId, scp: 'User.Read', idtyp: 'user' }).encode()
  await assert.rejects(
    teardown(testPorts(place, { token }), place.teardownSettings),
    new RegExp(`the access token is for tenant ${otherTenantId}, not for ${tenantId}`),
  )
  assert.equal(await countLive(place), 7)
})

test('a deleted object that shows late is waited for and removed for good', async () => {
  const place = await provisioned()
  place.sandbox.lag.set({ read: { ms: 200_000 } })
  const ports = testPorts(place)
  await teardown(ports, place.teardownSettings)
  place.clock.nowMs += 200_000
  assert.deepEqual(await readState(place), removed)
})

test('teardown notes a deleted object that does not show', async () => {
  const place = await provisioned()
  place.sandbox.lag.set({ read: { ms: 900_000 } })
  const ports = testPorts(place)
  await teardown(ports, place.teardownSettings)
  const notes = ports.told.filter(({ kind }) => kind === 'note').map(({ text }) => text)
  assert.equal(notes.length, 7)
  assert.equal(
    notes[0],
    'Graph does not show agentid-Booking 0a1b2c3d among the deleted objects, where it may stay for up to 30 days',
  )
})

test('a dry run tells the calls and removes nothing', async () => {
  const place = await provisioned()
  const before = new Map(place.disk)
  const ports = testPorts(place)
  place.operations.length = 0
  await teardown(ports, { ...place.teardownSettings, dryRun: true })
  assert.deepEqual(place.disk, before)
  assert.equal(await countLive(place), 7)
  assert.deepEqual(
    place.operations.filter((one) => !one.startsWith('GET ')),
    [],
  )
  const calls = ports.told.filter(({ kind }) => kind === 'call')
  assert.deepEqual(
    calls.map(({ label, text }) => `${label} ${text.replace(/[\da-f-]{36}/, 'ID')}`).slice(0, 2),
    [
      'DELETE /v1.0/servicePrincipals/ID/microsoft.graph.agentIdentity',
      'DELETE /v1.0/directory/deletedItems/ID',
    ],
  )
  assert.equal(calls.length, 14)
})
