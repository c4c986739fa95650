import assert from 'node:assert/strict'
import { test } from 'node:test'
import { complete } from './complete.ts'
import { findMistakes } from './find-mistakes.ts'
import { contoso } from './seed.ts'
import { seedIds } from './seed-ids.ts'

const seed = complete(contoso(seedIds))
const none = new Set<string>()
const [concierge] = seed.blueprints
assert.ok(concierge?.principal)

test('the seed holds no mistake', () => {
  assert.deepEqual(findMistakes(seed, '', none), [])
})

test('two principals with one object id are a mistake', () => {
  const [first] = seed.managedIdentities
  assert.ok(first)
  const twin = { ...first, principalId: seedIds.conciergePrincipal }
  assert.deepEqual(findMistakes({ ...seed, managedIdentities: [twin] }, 'tenants[0].', none), [
    `tenants[0].managedIdentities[0].principalId: expected a unique id, but blueprints[0].principal.id also has ${seedIds.conciergePrincipal}`,
  ])
})

test('two resources with one application id are a mistake', () => {
  const [orders] = seed.resources
  assert.ok(orders)
  assert.deepEqual(findMistakes({ ...seed, resources: [...seed.resources, orders] }, '', none), [
    `resources[2].appId: expected a unique id, but resources[0].appId also has ${seedIds.ordersApi}`,
  ])
})

test('a role of a resource that is not there is a mistake, whoever holds it', () => {
  const resource = '99999999-0000-4000-8000-000000000000'
  const principal = { ...concierge.principal, id: seedIds.conciergePrincipal, enabled: true }
  const blueprint = {
    ...concierge,
    principal: { ...principal, appRoles: [{ resource, role: 'R' }] },
  }
  const blueprints = [blueprint, ...seed.blueprints.slice(1)]
  assert.deepEqual(findMistakes({ ...seed, blueprints }, '', none), [
    `blueprints[0].principal.appRoles[0].resource: expected the appId of a resource of this tenant, got ${resource}`,
  ])
})
