import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CompleteTenantDescription } from '../directory/description.ts'
import { seedIds } from '../directory/seed-ids.ts'
import {
  askToken,
  claimsOf,
  headerOf,
  type Mock,
  openMock,
  origin,
  redemption,
  t1Request,
  tokenOf,
  unusableKey,
} from '../testing/mock-world.ts'

/** What the first blueprint of a tenant sends to obtain T1 for its first agent identity. */
function t1RequestOf({ blueprints, agentIdentities }: CompleteTenantDescription) {
  const [blueprint] = blueprints
  return {
    ...t1Request,
    client_id: blueprint?.appId,
    client_secret: blueprint?.secrets[0]?.value,
    fmi_path: agentIdentities[0]?.id,
  }
}

const entriesOf = (idp: Mock, tenantId: string) => idp.tenants.sandboxOf(tenantId).journal.entries()

test('a sandbox is a tenant like Contoso, under ids of its own', async () => {
  const idp = await openMock()
  const made = await idp.tenants.create()
  const tenant = made.tenantId
  const t1 = tokenOf(await askToken(idp, t1RequestOf(made), { tenant }))
  const booking = made.agentIdentities[0]?.id
  const second = await askToken(idp, redemption(t1, { client_id: booking }), { tenant })
  const claims = claimsOf(tokenOf(second))
  assert.equal(claims.tid, tenant)
  assert.equal(claims.appid, booking)
  assert.deepEqual(claims.roles, ['User.Read.All'])
})

test('a sandbox knows nothing of another tenant', async () => {
  const idp = await openMock()
  const [one, other] = [await idp.tenants.create(), await idp.tenants.create()]
  const elsewhere = await askToken(idp, t1RequestOf(one), { tenant: other.tenantId })
  assert.equal(elsewhere.status, 401)
  assert.equal(elsewhere.rule, 'CLIENT-PRINCIPAL')
  const foreign = { ...t1RequestOf(other), fmi_path: t1RequestOf(one).fmi_path }
  assert.equal((await askToken(idp, foreign, { tenant: other.tenantId })).rule, 'FMI-KNOWN')
  assert.equal((await askToken(idp, t1RequestOf(one))).rule, 'CLIENT-PRINCIPAL')
})

test('T1 of a sandbox is refused in another one', async () => {
  const idp = await openMock()
  const [one, other] = [await idp.tenants.create(), await idp.tenants.create()]
  const t1 = tokenOf(await askToken(idp, t1RequestOf(one), { tenant: one.tenantId }))
  const request = redemption(t1, { client_id: other.agentIdentities[0]?.id })
  assert.equal((await askToken(idp, request, { tenant: other.tenantId })).rule, 'T1-ISSUER')
})

test('clock, keys, faults, journal and relaxed rules belong to one tenant', async () => {
  const idp = await openMock()
  const [one, other] = [await idp.tenants.create(), await idp.tenants.create()]
  const { clock, keys, faults } = idp.tenants.sandboxOf(one.tenantId)
  clock.set({ offsetSeconds: 60 })
  keys.rotateTo(unusableKey)
  faults.add({ status: 503 })
  idp.tenants.relax(one.tenantId, ['ASSERT-TYPE-PRESENT'])

  const untouched = await askToken(idp, t1RequestOf(other), { tenant: other.tenantId })
  assert.equal(untouched.status, 200)
  assert.notEqual(headerOf(tokenOf(untouched)).kid, 'kid-of-no-key')
  assert.equal(entriesOf(idp, other.tenantId).length, 1)
  assert.equal(entriesOf(idp, one.tenantId).length, 0)
  const relaxedRulesOf = ({ tenantId }: typeof one) => idp.tenants.describe(tenantId).relaxedRules
  assert.deepEqual(relaxedRulesOf(one), ['ASSERT-TYPE-PRESENT'])
  assert.deepEqual(relaxedRulesOf(other), [])

  assert.equal((await askToken(idp, t1RequestOf(one), { tenant: one.tenantId })).status, 503)
  const token = tokenOf(await askToken(idp, t1RequestOf(one), { tenant: one.tenantId }))
  assert.equal(headerOf(token).kid, 'kid-of-no-key')
})

test('a tenant that is replaced keeps its clock, keys, faults and journal', async () => {
  const idp = await openMock()
  const made = await idp.tenants.create()
  const { tenantId } = made
  await askToken(idp, t1RequestOf(made), { tenant: tenantId })
  const { clock } = idp.tenants.sandboxOf(tenantId)
  clock.set({ offsetSeconds: 60 })
  await idp.tenants.replace({ tenantId, displayName: 'Empty' })
  assert.equal(idp.tenants.describe(tenantId).displayName, 'Empty')
  assert.equal(idp.tenants.sandboxOf(tenantId).clock.state().offsetSeconds, 60)
  assert.equal(entriesOf(idp, tenantId).length, 1)
  assert.equal((await askToken(idp, t1RequestOf(made), { tenant: tenantId })).rule, 'CLIENT-KNOWN')
})

test('a reset brings a tenant back to its beginning, and no other tenant', async () => {
  const idp = await openMock()
  const [one, other] = [await idp.tenants.create(), await idp.tenants.create()]
  const beginning = idp.tenants.describe(one.tenantId)
  for (const { tenantId } of [one, other]) {
    await idp.tenants.replace({ tenantId, displayName: 'Empty' })
    idp.tenants.sandboxOf(tenantId).clock.set({ frozen: true })
  }
  await idp.tenants.reset(one.tenantId)
  assert.deepEqual(idp.tenants.describe(one.tenantId), beginning)
  assert.equal(idp.tenants.sandboxOf(one.tenantId).clock.state().frozen, false)
  assert.equal(idp.tenants.describe(other.tenantId).displayName, 'Empty')
  assert.equal(idp.tenants.sandboxOf(other.tenantId).clock.state().frozen, true)
})

test('a removed tenant is unknown, and its ids are free', async () => {
  const idp = await openMock()
  const made = await idp.tenants.create()
  idp.tenants.remove(made.tenantId)
  const { rule } = await askToken(idp, t1RequestOf(made), { tenant: made.tenantId })
  assert.equal(rule, 'TENANT-KNOWN')
  assert.throws(() => idp.tenants.describe(made.tenantId), /no tenant/)
  assert.throws(() => idp.tenants.sandboxOf(made.tenantId), /no tenant/)
  await idp.tenants.create(made)
  assert.equal((await askToken(idp, t1RequestOf(made), { tenant: made.tenantId })).status, 200)
})

test('a tenant is described with what was made of it through Microsoft Graph', async () => {
  const idp = await openMock()
  const token = await idp.graphToken({ tenantId: seedIds.contoso, origin })
  const url = `${origin}/v1.0/applications/${seedIds.concierge}`
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ displayName: 'Renamed' })
  await idp.fetch(new Request(url, { method: 'PATCH', headers, body }))
  assert.equal(idp.tenants.describe(seedIds.contoso).blueprints[0]?.displayName, 'Renamed')
})

test('the tenants are told in the order in which they were made', async () => {
  const idp = await openMock()
  const made = await idp.tenants.create()
  assert.deepEqual(
    idp.tenants.all().map(({ tenantId }) => tenantId),
    [seedIds.contoso, seedIds.fabrikam, made.tenantId],
  )
})

test('a tenant that was refused changes nothing', async () => {
  const idp = await openMock()
  const taken = { tenantId: seedIds.ordersApi, displayName: 'X', domains: ['contoso.example'] }
  await assert.rejects(idp.tenants.create(taken), { name: 'DirectoryConflict' })
  assert.equal(idp.tenants.all().length, 2)
  await assert.rejects(idp.tenants.create({ ...taken, tenantId: 'x' }), {
    name: 'DirectoryProblem',
  })
  const { rule } = await askToken(idp, t1Request, { tenant: seedIds.ordersApi })
  assert.equal(rule, 'TENANT-KNOWN')
})

test('a tenant that exists is not made again, so that nobody takes over its sandbox', async () => {
  const idp = await openMock()
  const { clock } = idp.tenants.sandboxOf(seedIds.contoso)
  clock.set({ frozen: true })
  const again = { tenantId: seedIds.contoso, displayName: 'Another' }
  await assert.rejects(idp.tenants.create(again), {
    name: 'DirectoryConflict',
    message: `the tenant id ${seedIds.contoso} already belongs to another tenant; choose another one, or remove that tenant first`,
  })
  assert.equal(idp.tenants.describe(seedIds.contoso).displayName, 'Contoso')
  assert.equal(idp.tenants.sandboxOf(seedIds.contoso).clock.state().frozen, true)
})
