import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import type { DirectoryState, KeptTenant } from '../ports/directory-state.ts'
import {
  answerOf,
  askToken,
  type Mock,
  openMock,
  origin,
  t1Request,
} from '../testing/mock-world.ts'

/** A state in memory; `fail` makes it refuse all that follows. */
function memoryState() {
  const kept = new Map<string, KeptTenant>()
  let [begun, failing] = [false, false]
  const attempt = () => {
    if (failing) throw new Error('the disk is full')
  }
  const put = (one: KeptTenant) => {
    attempt()
    const { tenant, origin } = one
    assert.equal(origin.tenantId, tenant.id)
    kept.set(tenant.id, structuredClone(one))
  }
  const state: DirectoryState = {
    load: () => (begun ? [...kept.values()].map((one) => structuredClone(one)) : undefined),
    begin: (tenants) => {
      begun = true
      for (const one of tenants) put(one)
    },
    put,
    remove: (tenantId) => {
      attempt()
      kept.delete(tenantId)
    },
    change: attempt,
  }
  return {
    state,
    fail: () => {
      failing = true
    },
  }
}

const namesOf = (idp: Mock) => idp.tenants.all().map(({ displayName }) => displayName)

test('a mock begins with what was kept, and not with the directory it is given', async () => {
  const { state } = memoryState()
  const tenants = (displayName: string) => [{ tenantId: seedIds.contoso, displayName }]
  const one = await openMock({ state, directory: { tenants: tenants('First') } })
  assert.deepEqual(namesOf(one), ['First'])
  const other = await openMock({ state, directory: { tenants: tenants('Second') } })
  assert.deepEqual(namesOf(other), ['First'])
})

test('tenants made, replaced, relaxed and removed are so in the next mock', async () => {
  const { state } = memoryState()
  const idp = await openMock({ state })
  const made = await idp.tenants.create()
  await idp.tenants.replace({ tenantId: made.tenantId, displayName: 'Replaced' })
  idp.tenants.relax(seedIds.contoso, ['ASSERT-TYPE-PRESENT'])
  idp.tenants.remove(seedIds.fabrikam)

  const next = await openMock({ state })
  assert.deepEqual(next.tenants.all(), idp.tenants.all())
  assert.deepEqual(namesOf(next), ['Contoso', 'Replaced'])
  const { relaxedRules } = next.tenants.describe(seedIds.contoso)
  assert.deepEqual(relaxedRules, ['ASSERT-TYPE-PRESENT'])
})

test('a reset in a later mock leads back to what the tenant was made from', async () => {
  const { state } = memoryState()
  const idp = await openMock({ state })
  const { tenantId } = await idp.tenants.create()
  const made = idp.tenants.describe(tenantId)
  await idp.tenants.replace({ tenantId, displayName: 'Replaced' })

  const next = await openMock({ state })
  await next.tenants.reset(tenantId)
  assert.deepEqual(next.tenants.describe(tenantId), made)
  assert.deepEqual((await openMock({ state })).tenants.describe(tenantId), made)
})

test('a directory without tenants is kept as one', async () => {
  const { state } = memoryState()
  const idp = await openMock({ state })
  for (const { tenantId } of idp.tenants.all()) idp.tenants.remove(tenantId)
  assert.deepEqual(namesOf(await openMock({ state })), [])
})

test('what cannot be kept is not done', async () => {
  const { state, fail } = memoryState()
  const idp = await openMock({ state })
  const before = idp.tenants.all()
  const token = await idp.graphToken({ tenantId: seedIds.contoso, origin })
  fail()
  await assert.rejects(idp.tenants.create(), {
    name: 'DirectoryNotKept',
    message: 'the disk is full',
  })
  const replacement = { tenantId: seedIds.contoso, displayName: 'Replaced' }
  await assert.rejects(idp.tenants.replace(replacement), { message: 'the disk is full' })
  assert.throws(() => idp.tenants.relax(seedIds.contoso, ['ASSERT-TYPE-PRESENT']))
  assert.throws(() => idp.tenants.remove(seedIds.contoso))
  assert.deepEqual(idp.tenants.all(), before)

  const url = `${origin}/v1.0/applications/${seedIds.concierge}`
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ displayName: 'Renamed' })
  const refused = await answerOf(
    await idp.fetch(new Request(url, { method: 'PATCH', headers, body })),
  )
  assert.equal(refused.status, 500)
  assert.deepEqual(refused.body.error, { code: 'InternalServerError', message: 'the disk is full' })
  const control = await idp.fetch(new Request(`${origin}/_mock/tenants`, { method: 'POST' }))
  assert.equal(control.status, 500)
  assert.deepEqual(await control.json(), {
    error: 'the change was not made',
    problems: ['the disk is full'],
  })
  const shown = await answerOf(await idp.fetch(new Request(url, { headers })))
  assert.equal(shown.body.displayName, 'Concierge')
  assert.deepEqual(idp.tenants.describe(seedIds.contoso).relaxedRules, [])
})

test('a reset that cannot be kept changes nothing that a tenant has besides its objects', async () => {
  const { state, fail } = memoryState()
  const idp = await openMock({ state })
  const { lag, clock, faults } = idp.tenants.sandboxOf(seedIds.contoso)
  lag.set({ read: { requests: 2 } })
  clock.set({ offsetSeconds: 60 })
  faults.add({ status: 503 })
  fail()
  await assert.rejects(idp.tenants.reset(seedIds.contoso), { message: 'the disk is full' })
  assert.deepEqual(lag.current(), { read: { requests: 2 } })
  assert.equal(clock.state().offsetSeconds, 60)
  assert.equal((await askToken(idp, t1Request)).status, 503)
})
