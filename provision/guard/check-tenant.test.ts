import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UnsecuredJWT } from 'jose'
import { allPermissions } from '../graph/needed-permissions.ts'
import { GuardRefusal } from '../ports/provision-error.ts'
import { provision } from '../provision.ts'
import type { ProvisionSettings } from '../settings.ts'
import { domain, openPlace, origin, otherTenantId, tenantId, userId } from '../testing/place.ts'
import { type Accident, testPorts } from '../testing/test-ports.ts'

type Case = {
  readonly settings?: Partial<ProvisionSettings>
  readonly users?: number
  /** Permissions that the token lacks. */
  readonly without?: readonly string[]
  readonly roles?: readonly string[]
  readonly scopes?: readonly string[]
  /** In the place of a token that the mock has issued. */
  readonly token?: string
  readonly accident?: Accident
}

/** What the guard says, after it is made sure that nothing was written, to the tenant or to disk. */
async function refusalOf(change: Case = {}): Promise<string> {
  const { users = 12, without = [], accident = () => 'pass', roles } = change
  const place = await openPlace({ users })
  const scopes = change.scopes ?? allPermissions.filter((one) => !without.includes(one))
  const token = change.token ?? (await place.tokenWith(roles ? { roles } : { scopes }))
  const ports = testPorts(place, { token, accident })
  const run = provision(ports, { ...place.settings, ...change.settings })
  const refusal = await run.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (refusal === undefined) return ''
  if (!(refusal instanceof GuardRefusal)) throw refusal
  assert.deepEqual(
    place.operations.filter((one) => !one.startsWith('GET ')),
    [],
  )
  return refusal.message
}

/** Graph with this answer to one request, of which the mock has no such case. */
const answering =
  (request: string, body: object): Accident =>
  (_, operation) =>
    operation === request ? Response.json(body) : 'pass'

test('a test tenant named by id and domain may be written to', async () => {
  assert.equal(await refusalOf(), '')
})

for (const missing of ['tenantId', 'domain']) {
  test(`without ${missing} nothing is written`, async () => {
    assert.equal(
      await refusalOf({ settings: { [missing]: undefined } }),
      'you must name the tenant by its id and by one of its verified domains',
    )
  })
}

test('the id is compared with the token', async () => {
  assert.equal(
    await refusalOf({ settings: { tenantId: otherTenantId } }),
    `the access token is for tenant ${tenantId}, not for ${otherTenantId}`,
  )
})

test('the id is compared with what Graph says', async () => {
  const value = [{ id: otherTenantId, displayName: 'Other', verifiedDomains: [{ name: domain }] }]
  assert.equal(
    await refusalOf({ accident: answering('GET /v1.0/organization', { value }) }),
    `Graph answers for tenant ${otherTenantId}, not for ${tenantId}`,
  )
})

test('the domain is one of the verified ones', async () => {
  assert.equal(
    await refusalOf({ settings: { domain: 'fabrikam.example' } }),
    `fabrikam.example is not a verified domain of tenant ${tenantId}`,
  )
})

test('the domain is compared without regard to case', async () => {
  assert.equal(await refusalOf({ settings: { domain: 'Contoso-Agents.Example' } }), '')
})

test('a token without a tenant is not trusted', async () => {
  assert.equal(
    await refusalOf({ token: new UnsecuredJWT({ scp: 'User.Read' }).encode() }),
    'the access token does not say which tenant it is for',
  )
})

test('the run does not start with a token that Agent ID refuses', async () => {
  assert.match(
    await refusalOf({ scopes: ['User.Read', 'Directory.AccessAsUser.All'] }),
    /^the access token holds Directory\.AccessAsUser\.All/,
  )
})

test('an organization that cannot be read is not written to', async () => {
  assert.match(
    await refusalOf({ without: ['Organization.Read.All', 'User.Read'] }),
    /^cannot read the tenant: GET \/v1\.0\/organization/,
  )
})

/** The mock sells no licences. */
const paid = (skuPartNumber: string, change: object = {}): Case => ({
  accident: answering('GET /v1.0/subscribedSkus', {
    value: [
      { skuPartNumber, capabilityStatus: 'Enabled', prepaidUnits: { enabled: 25 }, ...change },
    ],
  }),
})

const production: readonly (readonly [string, Case, string])[] = [
  ['more users than 50', { users: 51 }, 'it has 51 users, more than 50'],
  ['a paid licence', paid('SPE_E5'), 'it has licences of Microsoft 365 E5 (SPE_E5)'],
  [
    'users that cannot be counted',
    { without: ['User.Read.All', 'AgentIdUser.ReadWrite.All'] },
    'agentid cannot count its users (this needs User.Read.All)',
  ],
  [
    'licences that cannot be read',
    { without: ['LicenseAssignment.Read.All', 'Organization.Read.All'] },
    'agentid cannot read its licences (this needs LicenseAssignment.Read.All)',
  ],
]

for (const [what, tenant, sign] of production) {
  test(`${what}: a tenant that looks like production needs its name as an extra word`, async () => {
    assert.equal(await refusalOf(tenant), `this tenant looks like production: ${sign}`)
    const wrong = { productionTenant: 'yes' }
    assert.equal(
      await refusalOf({ ...tenant, settings: wrong }),
      `this tenant looks like production: ${sign}`,
    )
    assert.equal(
      await refusalOf({ ...tenant, settings: { productionTenant: 'Contoso Agents' } }),
      '',
    )
  })
}

for (const [what, tenant] of [
  ['50 users', { users: 50 }],
  ['a developer licence', paid('DEVELOPERPACK_E5')],
  ['a free licence', paid('FLOW_FREE')],
  ['a paid licence that was suspended', paid('SPE_E5', { capabilityStatus: 'Suspended' })],
  ['a paid licence without seats', paid('SPE_E5', { prepaidUnits: { enabled: 0 } })],
] as const) {
  test(`${what} is no sign of production`, async () => {
    assert.equal(await refusalOf(tenant), '')
  })
}

test('an application needs a sponsor that is named', async () => {
  const roles = allPermissions
  assert.equal(
    await refusalOf({ roles }),
    'you signed in as an application, and the objects it makes need a user as sponsor',
  )
  assert.equal(await refusalOf({ roles, settings: { sponsorIds: [userId] } }), '')
})

test('a file that somebody else wrote is not overwritten', async () => {
  const place = await openPlace()
  place.disk.set('/home/agentid.env', 'AGENTID_TENANT_ID=mine\n')
  await assert.rejects(
    provision(testPorts(place), place.settings),
    /agentid\.env exists, and this run of provision did not write it/,
  )
  assert.equal(place.disk.get('/home/agentid.env'), 'AGENTID_TENANT_ID=mine\n')
  assert.deepEqual(place.operations, [])
})

test('a record of another tenant is not continued', async () => {
  const place = await openPlace()
  await provision(testPorts(place), place.settings)
  await assert.rejects(
    provision(testPorts(place), { ...place.settings, tenantId: otherTenantId }),
    new RegExp(`the record belongs to tenant ${tenantId} at ${origin}, not to ${otherTenantId}`),
  )
})
