import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allPermissions, neededPermissions } from './needed-permissions.ts'
import { collectionOf, deletedItemPath, objectPath } from './paths.ts'

const id = '60000000-c0de-4a11-8000-000000000001'

for (const [method, path, permission] of [
  ['POST', collectionOf('blueprint'), 'AgentIdentityBlueprint.Create'],
  ['POST', collectionOf('principal'), 'AgentIdentityBlueprintPrincipal.Create'],
  ['POST', collectionOf('agentIdentity'), 'AgentIdentity.Create.All'],
  [
    'POST',
    `${objectPath('blueprint', id)}/addPassword`,
    'AgentIdentityBlueprint.AddRemoveCreds.All',
  ],
  ['PATCH', objectPath('blueprint', id), 'AgentIdentityBlueprint.AddRemoveCreds.All'],
  ['GET', `${objectPath('agentIdentity', id)}?$select=id`, 'AgentIdentity.Read.All'],
  ['GET', `${collectionOf('principal')}?$filter=x`, 'AgentIdentityBlueprintPrincipal.Read.All'],
  ['DELETE', objectPath('blueprint', id), 'AgentIdentityBlueprint.DeleteRestore.All'],
  ['DELETE', deletedItemPath(id), 'AgentIdentityBlueprint.DeleteRestore.All'],
  ['GET', '/v1.0/users/$count', 'User.Read.All'],
] as const) {
  test(`${method} ${path.replace(id, '{id}')} needs ${permission}`, () => {
    assert.equal(neededPermissions(method, path)[0], permission)
    assert.equal(allPermissions.includes(permission), true)
  })
}

test('what Agent ID refuses is never asked for', () => {
  assert.deepEqual(
    allPermissions.filter((permission) => permission.startsWith('Directory.')),
    [],
  )
})
