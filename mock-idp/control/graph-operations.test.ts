import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import { claimsOf, control, openMock } from '../testing/mock-world.ts'

test('the lag of a tenant is set one by one, and a reset ends it', async () => {
  const idp = await openMock()
  const path = `/lag?tenant=${seedIds.contoso}`
  assert.deepEqual((await control(idp, 'GET', path)).body, {})
  await control(idp, 'PUT', path, { read: { requests: 2 } })
  const { body } = await control(idp, 'PUT', path, { sts: { ms: 5000 } })
  assert.deepEqual(body, { read: { requests: 2 }, sts: { ms: 5000 } })
  await control(idp, 'POST', `/reset?tenant=${seedIds.contoso}`)
  assert.deepEqual((await control(idp, 'GET', path)).body, {})
})

test('a token for Microsoft Graph is of the administrator unless somebody else is named', async () => {
  const idp = await openMock()
  const path = `/graph-tokens?tenant=${seedIds.contoso}`
  const claims = async (body?: unknown) =>
    claimsOf(String((await control(idp, 'POST', path, body)).body.token))
  const { upn, scp } = await claims()
  assert.equal(upn, 'ada@contoso.example')
  assert.match(String(scp), /AgentIdentityBlueprint\.ReadWrite\.All/)
  const ofBooking = await claims({ clientId: seedIds.booking, roles: ['User.Read.All'] })
  assert.equal(ofBooking.oid, seedIds.booking)
  assert.deepEqual(ofBooking.roles, ['User.Read.All'])
  const { exp, nbf } = await claims({ scopes: ['User.Read'], lifetimeSeconds: -60 })
  assert.equal(Number(exp) - Number(nbf), 240)
})

test('a token for Microsoft Graph needs somebody to whom it belongs', async () => {
  const idp = await openMock()
  const path = `/graph-tokens?tenant=${seedIds.fabrikam}`
  const nobody = await control(idp, 'POST', path)
  assert.equal(nobody.status, 404)
  assert.deepEqual(nobody.body, {
    error: 'the tenant has no user or principal for the token',
    problems: ['name a user by userId'],
  })
})
