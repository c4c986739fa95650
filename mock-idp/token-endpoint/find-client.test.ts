import assert from 'node:assert/strict'
import { test } from 'node:test'
import { graphAppId } from '../directory/resource.ts'
import { seedIds, seedSecrets } from '../directory/seed-ids.ts'
import {
  askToken,
  mockOfContoso,
  openMock,
  type Parameters,
  redemption,
  t1Request,
  tokenOf,
} from '../testing/mock-world.ts'

const idp = await openMock()
const t1 = tokenOf(await askToken(idp, t1Request))

const refusals: readonly [string, Parameters, string, number, string][] = [
  [
    'a client id of zeros',
    { ...t1Request, client_id: '00000000-0000-0000-0000-000000000000' },
    'CLIENT-ID',
    700038,
    'unauthorized_client',
  ],
  [
    'an unknown client',
    { ...t1Request, client_id: seedIds.fabrikam },
    'CLIENT-KNOWN',
    700016,
    'unauthorized_client',
  ],
  [
    'a client id that is no GUID',
    { ...t1Request, client_id: 'concierge' },
    'CLIENT-KNOWN',
    700016,
    'unauthorized_client',
  ],
  [
    'a managed identity as a client',
    { ...t1Request, client_id: seedIds.managedIdentity },
    'CLIENT-KNOWN',
    700016,
    'unauthorized_client',
  ],
  [
    'a resource as a client',
    { ...t1Request, client_id: graphAppId },
    'CLIENT-KNOWN',
    700016,
    'unauthorized_client',
  ],
]

for (const [what, request, rule, number, error] of refusals) {
  test(`${what} is refused under ${rule}`, async () => {
    const answer = await askToken(idp, request)
    assert.equal(answer.rule, rule)
    assert.equal(answer.status, 400)
    assert.equal(answer.body.error, error)
    assert.deepEqual(answer.body.error_codes, [number])
  })
}

const changed = (change: object, agentChange: object = {}) =>
  mockOfContoso((tenant) => ({
    ...tenant,
    blueprints: (tenant.blueprints ?? []).map((one) => ({ ...one, ...change })),
    agentIdentities: (tenant.agentIdentities ?? []).map((one) => ({ ...one, ...agentChange })),
  }))

test('a blueprint without a principal is refused', async () => {
  const answer = await askToken(await changed({ principal: null }), t1Request)
  assert.equal(answer.status, 401)
  assert.equal(answer.rule, 'CLIENT-PRINCIPAL')
  assert.deepEqual(answer.body.error_codes, [7000229])
})

test('a disabled blueprint is refused, and so are its agent identities', async () => {
  const mock = await changed({ enabled: false })
  assert.equal((await askToken(mock, t1Request)).rule, 'CLIENT-ENABLED')
  const answer = await askToken(mock, redemption(t1))
  assert.equal(answer.rule, 'CLIENT-PARENT-ENABLED')
  assert.deepEqual(answer.body.error_codes, [7000112])
})

test('a disabled agent identity is refused', async () => {
  const mock = await changed({}, { enabled: false })
  assert.equal((await askToken(mock, redemption(t1))).rule, 'CLIENT-ENABLED')
})

test('a blueprint of another tenant that is meant for one tenant is unknown here', async () => {
  const request = { ...t1Request, client_id: seedIds.courier, client_secret: seedSecrets.courier }
  const answer = await askToken(idp, request, { tenant: seedIds.fabrikam })
  assert.equal(answer.rule, 'CLIENT-KNOWN')
})
