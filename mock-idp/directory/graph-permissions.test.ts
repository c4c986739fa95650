import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { graphPermissions } from './graph-permissions.ts'

// learn.microsoft.com/graph/permissions-reference
test('a permission has the ids and the consent that Microsoft publishes', () => {
  assert.deepEqual(permission('User.Read'), {
    name: 'User.Read',
    scopeId: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
    roleId: undefined,
    type: 'User',
  })
  assert.deepEqual(permission('Application.ReadWrite.OwnedBy'), {
    name: 'Application.ReadWrite.OwnedBy',
    scopeId: undefined,
    roleId: '18a4783c-866b-4cc7-a460-3d5e5662c884',
    type: 'Admin',
  })
})

test('every permission has a name of its own, and a GUID as a scope, as a role, or as both', () => {
  const all = graphPermissions()
  assert.equal(new Set(all.map(({ name }) => name)).size, all.length)
  for (const { name, scopeId, roleId } of all) {
    const ids = [scopeId, roleId].filter((id) => id !== undefined)
    assert.ok(ids.length > 0, name)
    for (const id of ids) assert.ok(z.guid().safeParse(id).success, name)
  }
})

function permission(name: string) {
  return graphPermissions().find((one) => one.name === name)
}
