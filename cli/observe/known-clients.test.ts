import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { createMockIdp } from '../../mock-idp/node.ts'
import { knownClients, secretsOf } from './known-clients.ts'
import type { KnownTenant } from './observed-mock.ts'
import { booking, concierge, tenantId } from './testing/entries.ts'

let tenants: readonly KnownTenant[]
before(async () => {
  tenants = (await createMockIdp()).tenants.all()
})

for (const [id, name, kind] of [
  [concierge.toUpperCase(), 'Concierge', 'blueprint'],
  [booking, 'Booking', 'agent identity'],
  ['60000000-c0de-4a11-8000-000000000001', 'Intranet', 'application'],
  ['40000000-c0de-4a11-8000-000000000001', 'concierge-host', 'managed identity'],
] as const) {
  test(`${name} is the ${kind} with its id`, () => {
    assert.deepEqual(knownClients(tenants)(id), { name, kind })
  })
}

test('a tenant is no client', () => {
  assert.equal(knownClients(tenants)(tenantId), undefined)
})

test('what must not be written is every secret, but no short word', () => {
  assert.deepEqual(secretsOf(tenants), [
    'concierge-secret-for-tests-only',
    'courier-secret-for-tests-only',
    'intranet-secret-for-tests-only',
    'provisioner-secret-for-tests-only',
    'contoso-identity-header',
  ])
  const [first] = tenants
  assert.ok(first)
  assert.deepEqual(secretsOf([{ ...first, identityHeader: 'header', blueprints: [] }]), [
    'intranet-secret-for-tests-only',
    'provisioner-secret-for-tests-only',
  ])
})
