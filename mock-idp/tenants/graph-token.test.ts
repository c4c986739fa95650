import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import { claimsOf, openMock, origin } from '../testing/mock-world.ts'

const names = [seedIds.contoso, seedIds.contoso.toUpperCase(), 'contoso.example']

test('a token names the issuer that was asked for, by whatever name its tenant was asked', async () => {
  const idp = await openMock()
  const issuersOf = async (request: { issuerTenantId?: string; clientId?: string }) => {
    const asked = names.map((tenantId) => idp.graphToken({ tenantId, origin, ...request }))
    return (await Promise.all(asked)).map((token) => claimsOf(token ?? '').iss)
  }
  const clientId = seedIds.booking
  const [own, other] = [`${origin}/${seedIds.contoso}/`, `${origin}/${seedIds.fabrikam}/`]
  const issuerTenantId = seedIds.fabrikam
  assert.deepEqual(await issuersOf({}), [own, own, own])
  assert.deepEqual(await issuersOf({ issuerTenantId }), [other, other, other])
  assert.deepEqual(await issuersOf({ issuerTenantId, clientId }), [other, other, other])
})
