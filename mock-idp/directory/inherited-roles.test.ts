import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nodePlatform } from '../keys/node-platform.ts'
import type { InheritablePermission } from './application.ts'
import { buildTenant } from './build-tenant.ts'
import { complete } from './complete.ts'
import { inheritedRoles } from './inherited-roles.ts'
import { graphAppId } from './resource.ts'
import { contoso } from './seed.ts'
import { seedIds } from './seed-ids.ts'

const tenant = await buildTenant(complete(contoso(seedIds)), nodePlatform.readCertificate)
const principal = tenant.principals.get(seedIds.provisioner)
const listing = (change: Partial<InheritablePermission>) => ({
  inheritablePermissions: [
    {
      resourceAppId: graphAppId,
      inheritableScopes: undefined,
      inheritableRoles: { kind: 'allAllowed' as const },
      ...change,
    },
  ],
})

test('roles of a resource that is listed are inherited, but not those that are blocked for agents', () => {
  const roles = inheritedRoles(listing({}), principal, graphAppId)
  assert.ok(roles.includes('User.Read.All'))
  assert.ok(!roles.includes('AppRoleAssignment.ReadWrite.All'))
})

test('nothing is inherited of a resource that is not listed, or of which no roles are', () => {
  assert.deepEqual(inheritedRoles(listing({}), principal, seedIds.ordersApi), [])
  assert.deepEqual(
    inheritedRoles(listing({ inheritableRoles: { kind: 'none' } }), principal, graphAppId),
    [],
  )
  assert.deepEqual(inheritedRoles({ inheritablePermissions: [] }, principal, graphAppId), [])
})

test('nothing is inherited without a blueprint or its principal', () => {
  assert.deepEqual(inheritedRoles(undefined, principal, graphAppId), [])
  assert.deepEqual(inheritedRoles(listing({}), undefined, graphAppId), [])
})
