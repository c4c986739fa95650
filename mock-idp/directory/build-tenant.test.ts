import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nodePlatform } from '../keys/node-platform.ts'
import { nowMs, storedSigningKey } from '../testing/mock-world.ts'
import { buildTenant } from './build-tenant.ts'
import { complete } from './complete.ts'
import type { TenantDescription } from './description.ts'
import { exchangeAppId, graphAppId } from './resource.ts'
import { contoso, sandboxTenant } from './seed.ts'
import { seedIds } from './seed-ids.ts'

const built = (change: Partial<TenantDescription> = {}) =>
  buildTenant(complete({ ...contoso(seedIds), ...change }), nodePlatform.readCertificate)

const credential = (change: object) => ({
  blueprints: [{ appId: seedIds.concierge, displayName: 'Concierge', principal: null, ...change }],
})

test('every tenant knows Microsoft Graph and the token exchange, by id and by name', async () => {
  const { resourcesByName } = await built({ resources: [] })
  assert.equal(resourcesByName.get('https://graph.microsoft.com')?.appId, graphAppId)
  assert.equal(resourcesByName.get(graphAppId)?.accessTokenVersion, 1)
  assert.equal(resourcesByName.get('api://azureadtokenexchange')?.appId, exchangeAppId)
  assert.equal(resourcesByName.get(exchangeAppId)?.accessTokenVersion, 2)
})

const exchangeNames = [
  ['public', 'api://AzureADTokenExchange', 'https://graph.microsoft.com'],
  ['usGovernment', 'api://AzureADTokenExchangeUSGov', 'https://graph.microsoft.us'],
  ['china', 'api://AzureADTokenExchangeChina', 'https://microsoftgraph.chinacloudapi.cn'],
] as const

for (const [cloud, exchange, graph] of exchangeNames) {
  test(`the resources of Microsoft go by the names of the cloud ${cloud}, and no other`, async () => {
    const { resources, applications } = await built({ cloud })
    assert.deepEqual(resources.get(exchangeAppId)?.identifierUris, [exchange])
    assert.deepEqual(resources.get(graphAppId)?.identifierUris, [graph])
    const [federated] = applications.get(seedIds.concierge)?.federatedCredentials ?? []
    assert.equal(federated?.audience, exchange)
  })
}

test('a description may change a resource that every tenant has, which keeps its names', async () => {
  const graph = { appId: graphAppId, displayName: 'Graph', hashedNonce: true }
  const { resources } = await built({
    resources: [{ ...graph, accessTokenVersion: 1, identifierUris: ['https://graph.test'] }],
  })
  assert.equal(resources.get(graphAppId)?.hashedNonce, true)
  assert.deepEqual(resources.get(graphAppId)?.identifierUris, [
    'https://graph.microsoft.com',
    'https://graph.test',
  ])
})

/** Of what names no time of its own. */
const createdMs = Date.UTC(2020, 0, 1)

test('a blueprint principal holds the role to create agent identities without a grant', async () => {
  const { principals } = await built()
  assert.deepEqual(principals.get(seedIds.concierge)?.appRoles, [
    { resourceAppId: graphAppId, role: 'AgentIdentity.CreateAsManager', createdMs },
  ])
  assert.deepEqual(principals.get(seedIds.intranet)?.appRoles, [])
})

test('the role to create agent identities is named once even where it was granted', async () => {
  const role = 'AgentIdentity.CreateAsManager'
  const appRoles = [
    { resource: graphAppId, role },
    { resource: graphAppId, role: 'User.Read.All' },
  ]
  const { principals } = await built(
    credential({ principal: { id: seedIds.conciergePrincipal, appRoles } }),
  )
  assert.deepEqual(
    principals.get(seedIds.concierge)?.appRoles.map((one) => one.role),
    [role, 'User.Read.All'],
  )
})

test('an agent identity is its own client and names its blueprint', async () => {
  const { principals } = await built()
  assert.deepEqual(principals.get(seedIds.booking), {
    kind: 'agentIdentity',
    id: seedIds.booking,
    appId: seedIds.booking,
    displayName: 'Booking',
    enabled: true,
    createdMs,
    blueprintAppId: seedIds.concierge,
    appRoles: [
      { resourceAppId: graphAppId, role: 'User.Read.All', createdMs },
      { resourceAppId: seedIds.ordersApi, role: 'Orders.Read', createdMs },
    ],
    owners: [],
    sponsors: [],
    createdBy: undefined,
    details: {},
  })
})

test('a blueprint without a principal is an application and no principal', async () => {
  const { applications, principals } = await built(credential({}))
  assert.equal(applications.get(seedIds.concierge)?.kind, 'blueprint')
  assert.equal(principals.has(seedIds.concierge), false)
})

test('a secret without times holds from 2020 to the year 9999', async () => {
  const { applications } = await built(credential({ secrets: [{ value: 's' }, { value: 't' }] }))
  assert.deepEqual(applications.get(seedIds.concierge)?.secrets, [
    {
      keyId: '00000000-0000-0000-0000-000000000001',
      displayName: undefined,
      value: 's',
      startMs: Date.UTC(2020, 0, 1),
      endMs: Date.UTC(9999, 0, 1),
    },
    {
      keyId: '00000000-0000-0000-0000-000000000002',
      displayName: undefined,
      value: 't',
      startMs: Date.UTC(2020, 0, 1),
      endMs: Date.UTC(9999, 0, 1),
    },
  ])
})

test('a secret holds between its times', async () => {
  const secret = {
    value: 's',
    startDateTime: '2026-01-01T00:00:00Z',
    endDateTime: '2026-02-01T01:00:00+01:00',
  }
  const { applications } = await built(credential({ secrets: [secret] }))
  const [held] = applications.get(seedIds.concierge)?.secrets ?? []
  assert.equal(held?.startMs, Date.UTC(2026, 0, 1))
  assert.equal(held?.endMs, Date.UTC(2026, 1, 1))
})

test('a certificate holds as long as it says, unless the description says otherwise', async () => {
  const { certificatePem: pem } = await storedSigningKey()
  const certificates = [{ pem }, { pem, endDateTime: '2026-12-01T00:00:00Z' }]
  const { applications } = await built(credential({ certificates }))
  const [first, second] = applications.get(seedIds.concierge)?.certificates ?? []
  assert.equal(first?.startMs, nowMs)
  assert.equal(first?.endMs, nowMs + 5 * 365 * 86_400_000)
  assert.equal(second?.endMs, Date.UTC(2026, 11, 1))
  assert.deepEqual(first?.thumbprints, (await nodePlatform.readCertificate(pem)).thumbprints)
})

test('a certificate that cannot be read is a mistake that is named with its place', async () => {
  const certificates = [{ pem: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----' }]
  await assert.rejects(built(credential({ certificates })), {
    name: 'DirectoryProblem',
    problems: ['blueprints[0].certificates[0].pem: expected a valid PEM certificate'],
  })
})

test('a sandbox has the objects of Contoso under ids of its own', async () => {
  let made = 0
  const sandbox = await built({
    ...sandboxTenant(() => {
      made += 1
      return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`
    }),
  })
  const original = await built()
  assert.equal(sandbox.displayName, 'Contoso')
  const idsOf = ({ id, principals, applications, resources }: typeof original) =>
    [id, ...principals.keys(), ...applications.keys(), ...resources.keys()].filter(
      (one) => one !== graphAppId && one !== exchangeAppId,
    )
  const taken = new Set(idsOf(original))
  assert.deepEqual(
    idsOf(sandbox).filter((id) => taken.has(id)),
    [],
  )
  assert.equal(idsOf(sandbox).length, idsOf(original).length)
})

test('a sandbox has an identity header of its own', () => {
  const first = sandboxTenant(() => '00000000-0000-4000-8000-000000000001')
  const second = sandboxTenant(() => '00000000-0000-4000-8000-000000000002')
  assert.notEqual(first.identityHeader ?? first.tenantId, second.identityHeader ?? second.tenantId)
  assert.notEqual(first.identityHeader, contoso(seedIds).identityHeader)
})
