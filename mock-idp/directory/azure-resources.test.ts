import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readJwt } from '../../wire/jwt.ts'
import { askToken, jwtBearer, openMock, t1Request, tokenOf } from '../testing/mock-world.ts'
import { seedIds } from './seed-ids.ts'

const { fmi_path: _, ...blueprintRequest } = t1Request

for (const scope of [
  'https://vault.azure.net/.default',
  'https://management.azure.com/.default',
  'https://ai.azure.com/.default',
  'https://storage.azure.com//.default',
  'cfa8b339-82a2-471a-a3c9-0fc0be7a4093/.default',
]) {
  test(`a blueprint gets no token for ${scope}`, async () => {
    const { rule, status } = await askToken(await openMock(), { ...blueprintRequest, scope })
    assert.deepEqual([rule, status], ['RESOURCE-BLUEPRINT', 400])
  })
}

test('an agent identity gets a token for Azure Key Vault', async () => {
  const idp = await openMock()
  const t1 = tokenOf(await askToken(idp, t1Request))
  const answer = await askToken(idp, {
    client_id: seedIds.booking,
    client_assertion_type: jwtBearer,
    client_assertion: t1,
    grant_type: 'client_credentials',
    scope: 'https://vault.azure.net/.default',
  })
  assert.equal(readJwt(tokenOf(answer))?.claims.aud, 'https://vault.azure.net')
})

test('another cloud knows its services by other names', async () => {
  const idp = await openMock()
  const { tenantId, blueprints } = await idp.tenants.create({
    cloud: 'china',
    blueprints: ['Planner'],
  })
  const request = {
    ...blueprintRequest,
    client_id: blueprints[0]?.appId,
    client_secret: blueprints[0]?.secrets?.[0]?.value,
    scope: 'https://vault.azure.net/.default',
  }
  assert.equal((await askToken(idp, request, { tenant: tenantId })).rule, 'RESOURCE-KNOWN')
})
