import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMockIdp } from '../create-mock-idp.ts'
import { nodePlatform } from '../keys/node-platform.ts'
import type { NamedTenantDescription } from './named-description.ts'
import { parseDirectory, parseTenant } from './parse-directory.ts'
import { graphAppId } from './resource.ts'

const tenantId = '7a1c2f3e-5b64-4d19-a5c0-6e1f90b3d701'
const parse = (description: NamedTenantDescription) => parseTenant(description, new Set(), tenantId)

test('names alone make a tenant that issues tokens', async () => {
  const idp = await createMockIdp({ platform: nodePlatform })
  const made = await idp.tenants.create({ blueprints: ['Planner'], agentIdentities: ['Scheduler'] })
  const form = new URLSearchParams({
    client_id: made.blueprints[0]?.appId ?? '',
    client_secret: 'planner-secret-for-tests-only',
    grant_type: 'client_credentials',
    scope: 'api://AzureADTokenExchange/.default',
    fmi_path: made.agentIdentities[0]?.id ?? '',
  })
  const url = `https://localhost/${made.tenantId}/oauth2/v2.0/token`
  const answer = await idp.fetch(new Request(url, { method: 'POST', body: form }))
  assert.equal(answer.status, 200)
})

test('two tenants by the same names have nothing in common', async () => {
  const idp = await createMockIdp({ platform: nodePlatform })
  const one = await idp.tenants.create({ blueprints: ['Planner'] })
  const other = await idp.tenants.create({ blueprints: ['Planner'] })
  assert.notEqual(one.tenantId, other.tenantId)
  assert.notEqual(one.blueprints[0]?.appId, other.blueprints[0]?.appId)
})

test('the ids of names are the same on every start', () => {
  const directory = { tenants: [{ displayName: 'Tailwind', blueprints: ['Planner'] }] }
  assert.deepEqual(parseDirectory(directory), parseDirectory(directory))
})

test('an agent identity without a blueprint is of the only one', () => {
  const { blueprints, agentIdentities } = parse({
    blueprints: ['Planner'],
    agentIdentities: ['Scheduler'],
  })
  assert.equal(agentIdentities[0]?.blueprint, blueprints[0]?.appId)
})

test('an agent identity of a tenant with two blueprints has to name its own', () => {
  assert.throws(
    () => parse({ blueprints: ['Planner', 'Courier'], agentIdentities: ['Scheduler'] }),
    /agentIdentities\[0\]\.blueprint/,
  )
})

test('a name stands for an id wherever an object refers to another', () => {
  const made = parse({
    blueprints: ['Planner', 'Courier'],
    agentIdentities: [
      {
        displayName: 'Scheduler',
        blueprint: 'courier',
        appRoles: [
          { resource: 'Orders API', role: 'Orders.Read' },
          { resource: 'Microsoft Graph', role: 'User.Read.All' },
        ],
      },
    ],
    resources: ['Orders API'],
    users: ['Bea Baker', { displayName: 'Assistant', identityParentId: 'Scheduler' }],
    groups: [{ displayName: 'Owners', members: ['Bea Baker'] }],
    permissionGrants: [
      { client: 'Scheduler', resource: 'Microsoft Graph', user: 'Bea Baker', scope: 'User.Read' },
    ],
  })
  const [agent, [, courier], [orders], [bea, assistant]] = [
    made.agentIdentities[0],
    made.blueprints,
    made.resources,
    made.users,
  ]
  assert.equal(agent?.blueprint, courier?.appId)
  assert.deepEqual(
    agent?.appRoles.map(({ resource }) => resource),
    [orders?.appId, graphAppId],
  )
  assert.equal(assistant?.identityParentId, agent?.id)
  assert.deepEqual(made.groups[0]?.members, [bea?.id])
  assert.deepEqual(made.permissionGrants, [
    { client: agent?.id, resource: graphAppId, user: bea?.id, scope: 'User.Read' },
  ])
})

test('a user by name has an address of the tenant', () => {
  const { users, domains } = parse({ users: ['Bea Baker', 'carlos@contoso.example'] })
  assert.deepEqual(domains, ['tenant-7a1c2f3e5b644d19a5c06e1f90b3d701.example'])
  assert.deepEqual(
    users.map(({ userPrincipalName }) => userPrincipalName),
    [`bea.baker@${domains[0]}`, 'carlos@contoso.example'],
  )
})

test('a name that nothing has is refused at its place', () => {
  const agentIdentities = [{ displayName: 'Scheduler', blueprint: 'Plannr' }]
  assert.throws(
    () => parse({ blueprints: ['Planner'], agentIdentities }),
    /agentIdentities\[0\]\.blueprint: expected a GUID/,
  )
})
