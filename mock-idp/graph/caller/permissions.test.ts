import assert from 'node:assert/strict'
import { test } from 'node:test'
import { graphAppId } from '../../directory/resource.ts'
import { seedIds } from '../../directory/seed-ids.ts'
import { makeAgent, openGraph } from '../../testing/open-graph.ts'
import { operations } from '../entities/index.ts'
import { broadScopes } from './narrow-permissions.ts'

const graph = await openGraph()
const made = await makeAgent(graph)
const { ask, tokenFor } = graph

/** An id that is there for each first name of a path, so that nothing but permission is missing. */
const objects: Readonly<Record<string, string>> = {
  applications: made.blueprintId,
  servicePrincipals: made.agentId,
  users: seedIds.administrator,
  groups: seedIds.agentOwners,
  directoryObjects: seedIds.administrator,
  organization: seedIds.contoso,
  domains: 'contoso.example',
  directory: 'x',
  oauth2PermissionGrants: 'x',
}
const pathOf = (path: string) => {
  const id = objects[path.split('/')[0] ?? ''] ?? 'x'
  return `/v1.0/${path.replace(/\{id\}/, id).replaceAll(/\{\w+\}/g, 'x')}`
}
const isOpenToAll = ({ path }: { readonly path: string }) => path === '$metadata'

const unprivileged = {
  user: await tokenFor({ scopes: ['openid'] }),
  application: await tokenFor({ clientId: seedIds.intranet, roles: [] }),
}
for (const [who, token] of Object.entries(unprivileged)) {
  for (const operation of operations.filter((one) => !isOpenToAll(one))) {
    const { method, path } = operation
    test(`${method} /${path} is refused to the token of a ${who} without permission`, async () => {
      const before = graph.snapshot()
      const { status, body } = await ask(method, pathOf(path), method === 'GET' ? undefined : {}, {
        token,
      })
      assert.deepEqual([status, body.error.code], [403, 'Authorization_RequestDenied'])
      assert.equal(graph.snapshot(), before)
    })
  }
}

/** The documented least permissions, by the delegated and the application permission. */
const least: readonly (readonly [string, string, string, string])[] = [
  [
    'POST',
    'applications/graph.agentIdentityBlueprint',
    'AgentIdentityBlueprint.Create',
    'AgentIdentityBlueprint.Create',
  ],
  [
    'GET',
    'applications/graph.agentIdentityBlueprint',
    'AgentIdentityBlueprint.Read.All',
    'AgentIdentityBlueprint.Read.All',
  ],
  [
    'GET',
    `applications/${made.blueprintId}`,
    'AgentIdentityBlueprint.Read.All',
    'AgentIdentityBlueprint.Read.All',
  ],
  [
    'POST',
    `applications/${made.blueprintId}/addPassword`,
    'AgentIdentityBlueprint.AddRemoveCreds.All',
    'AgentIdentityBlueprint.AddRemoveCreds.All',
  ],
  [
    'POST',
    `applications/${made.blueprintId}/addKey`,
    'AgentIdentityBlueprint.AddRemoveCreds.All',
    'AgentIdentityBlueprint.AddRemoveCreds.All',
  ],
  [
    'POST',
    `applications/${made.blueprintId}/federatedIdentityCredentials`,
    'AgentIdentityBlueprint.Create',
    'AgentIdentityBlueprint.AddRemoveCreds.All',
  ],
  [
    'POST',
    `applications/${made.blueprintId}/sponsors/$ref`,
    'AgentIdentityBlueprint.UpdateSponsors.All',
    'AgentIdentityBlueprint.UpdateSponsors.All',
  ],
  [
    'POST',
    `applications/${made.blueprintId}/inheritablePermissions`,
    'AgentIdentityBlueprint.UpdateAuthProperties.All',
    'AgentIdentityBlueprint.UpdateAuthProperties.All',
  ],
  [
    'PATCH',
    `applications/${made.blueprintId}`,
    'AgentIdentityBlueprint.UpdateBranding.All',
    'AgentIdentityBlueprint.UpdateBranding.All',
  ],
  [
    'POST',
    'servicePrincipals/graph.agentIdentityBlueprintPrincipal',
    'AgentIdentityBlueprintPrincipal.Create',
    'AgentIdentityBlueprintPrincipal.Create',
  ],
  [
    'PATCH',
    `servicePrincipals/${made.principalId}`,
    'AgentIdentityBlueprintPrincipal.EnableDisable.All',
    'AgentIdentityBlueprintPrincipal.EnableDisable.All',
  ],
  [
    'POST',
    'servicePrincipals/graph.agentIdentity',
    'AgentIdentity.Create.All',
    'AgentIdentity.CreateAsManager',
  ],
  [
    'GET',
    'servicePrincipals/graph.agentIdentity',
    'AgentIdentity.Read.All',
    'AgentIdentity.Read.All',
  ],
  [
    'GET',
    `servicePrincipals/${made.agentId}/graph.agentIdentity`,
    'AgentIdentity.Read.All',
    'AgentIdentity.Read.All',
  ],
  [
    'PATCH',
    `servicePrincipals/${made.agentId}`,
    'AgentIdentity.EnableDisable.All',
    'AgentIdentity.EnableDisable.All',
  ],
  [
    'POST',
    `servicePrincipals/${made.agentId}/sponsors/$ref`,
    'AgentIdentity.UpdateSponsors.All',
    'AgentIdentity.ReadWrite.All',
  ],
  [
    'POST',
    `servicePrincipals/${made.agentId}/appRoleAssignments`,
    'AppRoleAssignment.ReadWrite.All',
    'AppRoleAssignment.ReadWrite.All',
  ],
  [
    'POST',
    'oauth2PermissionGrants',
    'DelegatedPermissionGrant.ReadWrite.All',
    'DelegatedPermissionGrant.ReadWrite.All',
  ],
  [
    'POST',
    'users/microsoft.graph.agentUser',
    'AgentIdUser.ReadWrite.All',
    'AgentIdUser.ReadWrite.All',
  ],
  [
    'GET',
    `servicePrincipals(appId='${graphAppId}')`,
    'Application.Read.All',
    'Application.Read.All',
  ],
  ['GET', 'organization', 'Organization.Read.All', 'Organization.Read.All'],
  ['GET', 'domains', 'Domain.Read.All', 'Domain.Read.All'],
  ['GET', 'auditLogs/signIns', 'AuditLog.Read.All', 'AuditLog.Read.All'],
]
for (const [method, path, scope, role] of least) {
  const body = method === 'GET' ? undefined : {}
  test(`${method} /${path.slice(0, 60)} is open to ${scope} of a user`, async () => {
    const token = await tokenFor({ scopes: [scope] })
    assert.notEqual((await ask(method, `/v1.0/${path}`, body, { token })).status, 403)
  })
  test(`${method} /${path.slice(0, 60)} is open to ${role} of an application`, async () => {
    const token = await tokenFor({ clientId: seedIds.provisioner, roles: [role] })
    assert.notEqual((await ask(method, `/v1.0/${path}`, body, { token })).status, 403)
  })
}

for (const broad of broadScopes) {
  test(`${broad} spoils a token that would suffice to write agent objects`, async () => {
    const token = await tokenFor({ scopes: ['AgentIdentityBlueprint.Create', broad] })
    const path = '/v1.0/applications/graph.agentIdentityBlueprint'
    const { status, rule, body } = await ask('POST', path, { displayName: 'B' }, { token })
    assert.deepEqual([status, rule], [403, 'GRAPH-BROAD-SCOPE'])
    assert.match(body.error.message, new RegExp(broad.replaceAll('.', '\\.')))
  })
}

const asManager = (clientId: string) =>
  tokenFor({ clientId, roles: ['AgentIdentity.CreateAsManager'] })

test('a blueprint disables and deletes its own agent identities, and no others', async () => {
  const booking = `/v1.0/servicePrincipals/${seedIds.booking}`
  const change = { accountEnabled: false }
  const stranger = { token: await asManager(seedIds.courier) }
  assert.equal((await ask('PATCH', booking, change, stranger)).rule, 'GRAPH-PERMISSION')
  assert.equal((await ask('DELETE', booking, undefined, stranger)).rule, 'GRAPH-PERMISSION')
  const parent = { token: await asManager(seedIds.concierge) }
  assert.equal((await ask('PATCH', booking, change, parent)).status, 204)
  assert.equal((await ask('DELETE', booking, undefined, parent)).status, 204)
})

test('a blueprint writes the users of its own agent identities, and no others', async () => {
  const roles = ['AgentIdUser.ReadWrite.IdentityParentedBy']
  const user = {
    displayName: 'U',
    mailNickname: 'u',
    accountEnabled: true,
    identityParentId: seedIds.billing,
  }
  const create = async (clientId: string) =>
    ask(
      'POST',
      '/beta/users/graph.agentUser',
      { ...user, userPrincipalName: 'u@contoso.example' },
      { token: await tokenFor({ clientId, roles }) },
    )
  assert.equal((await create(seedIds.courier)).rule, 'GRAPH-PERMISSION')
  assert.equal((await create(seedIds.concierge)).status, 201)
})

test('a blueprint restores and purges the users of its own agent identities, and no others', async () => {
  const { body } = await ask('POST', '/beta/users/graph.agentUser', {
    displayName: 'U',
    mailNickname: 'restored',
    accountEnabled: true,
    identityParentId: made.agentId,
    userPrincipalName: 'restored@contoso.example',
  })
  const roles = ['AgentIdUser.ReadWrite.IdentityParentedBy']
  const stranger = { token: await tokenFor({ clientId: seedIds.courier, roles }) }
  const parent = { token: await tokenFor({ clientId: made.appId, roles }) }
  const item = `/v1.0/directory/deletedItems/${body.id}`
  await ask('DELETE', `/v1.0/users/${body.id}`, undefined, parent)
  assert.equal((await ask('POST', `${item}/restore`, {}, stranger)).rule, 'GRAPH-PERMISSION')
  assert.equal((await ask('DELETE', item, undefined, stranger)).rule, 'GRAPH-PERMISSION')
  assert.equal((await ask('POST', `${item}/restore`, {}, parent)).status, 200)
  await ask('DELETE', `/v1.0/users/${body.id}`, undefined, parent)
  assert.equal((await ask('DELETE', item, undefined, parent)).status, 204)
})
