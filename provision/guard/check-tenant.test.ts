import assert from 'node:assert/strict'
import { test } from 'node:test'
import { provision } from '../provision.ts'
import type { ProvisionSettings } from '../settings.ts'
import { tenantId } from '../testing/fake-directory.ts'
import { type FakeTenant, testTenant } from '../testing/fake-graph.ts'
import { delegatedClaims, fakePlace, fakeWorld } from '../testing/fake-world.ts'
import { testSettings } from '../testing/test-settings.ts'
import { GuardRefusal } from '../world/provision-error.ts'

/** What the guard says, after it is made sure that nothing was written, to the tenant or to disk. */
async function refusalOf(
  change: {
    readonly settings?: Partial<ProvisionSettings>
    readonly tenant?: Partial<FakeTenant>
    readonly claims?: Readonly<Record<string, unknown>>
  } = {},
): Promise<string> {
  const place = fakePlace({ tenant: { ...testTenant, ...change.tenant } })
  const world = fakeWorld(place, { claims: { ...delegatedClaims, ...change.claims } })
  const run = provision(world, { ...testSettings, ...change.settings })
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

test('a test tenant named by id and domain may be written to', async () => {
  assert.equal(await refusalOf(), '')
})

for (const missing of ['tenantId', 'domain']) {
  test(`without ${missing} nothing is written`, async () => {
    assert.equal(
      await refusalOf({ settings: { [missing]: undefined } }),
      'the tenant is not named by its id and by one of its verified domains',
    )
  })
}

test('the id is compared with the token', async () => {
  const other = '10000000-c0de-4a11-8000-0000000000ff'
  assert.equal(
    await refusalOf({ settings: { tenantId: other } }),
    `the access token is for tenant ${tenantId}, not for ${other}`,
  )
})

test('the id is compared with what Graph says', async () => {
  const other = '10000000-c0de-4a11-8000-0000000000ff'
  assert.equal(
    await refusalOf({ settings: { tenantId: other }, claims: { tid: other } }),
    `Graph says that this is tenant ${tenantId}, not ${other}`,
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
    await refusalOf({ claims: { tid: undefined } }),
    'the access token does not say which tenant it is for',
  )
})

test('a token that Agent ID refuses is not begun with', async () => {
  assert.match(
    await refusalOf({ claims: { scp: 'User.Read Directory.AccessAsUser.All' } }),
    /^the access token holds Directory\.AccessAsUser\.All/,
  )
})

test('an organization that cannot be read is not written to', async () => {
  assert.match(
    await refusalOf({ tenant: { forbidden: ['GET /v1.0/organization'] } }),
    /^the tenant cannot be looked at: GET \/v1\.0\/organization/,
  )
})

const paid = (skuPartNumber: string, change: object = {}) => ({
  skus: [{ skuPartNumber, capabilityStatus: 'Enabled', prepaidUnits: { enabled: 25 }, ...change }],
})

const production: readonly (readonly [string, Partial<FakeTenant>, string])[] = [
  ['more users than 50', { users: 51 }, 'it has 51 users, more than 50'],
  ['a paid licence', paid('SPE_E5'), 'it has licences of Microsoft 365 E5 (SPE_E5)'],
  [
    'users that cannot be counted',
    { forbidden: ['GET /v1.0/users'] },
    'its users cannot be counted (this needs User.Read.All)',
  ],
  [
    'licences that cannot be read',
    { forbidden: ['GET /v1.0/subscribedSkus'] },
    'its licences cannot be read (this needs LicenseAssignment.Read.All)',
  ],
]

for (const [what, tenant, sign] of production) {
  test(`${what}: a tenant that looks like production needs its name as an extra word`, async () => {
    assert.equal(await refusalOf({ tenant }), `this tenant looks like production: ${sign}`)
    const wrong = { productionTenant: 'yes' }
    assert.equal(
      await refusalOf({ tenant, settings: wrong }),
      `this tenant looks like production: ${sign}`,
    )
    assert.equal(await refusalOf({ tenant, settings: { productionTenant: 'Contoso Agents' } }), '')
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
    assert.equal(await refusalOf({ tenant }), '')
  })
}

test('an application needs a sponsor that is named', async () => {
  const claims = { idtyp: 'app', scp: undefined, roles: ['AgentIdentityBlueprint.Create'] }
  assert.equal(
    await refusalOf({ claims }),
    'an application is signed in, and what it makes needs a user as sponsor',
  )
  const sponsorIds = ['40000000-c0de-4a11-8000-000000000001']
  assert.equal(await refusalOf({ claims, settings: { sponsorIds } }), '')
})

test('a file that somebody else wrote is not overwritten', async () => {
  const place = fakePlace()
  place.disk.set('/home/agentid.env', 'AGENTID_TENANT_ID=mine\n')
  await assert.rejects(provision(fakeWorld(place), testSettings), /was not written by this run/)
  assert.equal(place.disk.get('/home/agentid.env'), 'AGENTID_TENANT_ID=mine\n')
  assert.deepEqual(place.operations, [])
})

test('a record of another tenant is not continued', async () => {
  const place = fakePlace()
  await provision(fakeWorld(place), testSettings)
  const other = '10000000-c0de-4a11-8000-0000000000ff'
  await assert.rejects(
    provision(fakeWorld(place), { ...testSettings, tenantId: other }),
    new RegExp(`the record is of tenant ${tenantId} at https://graph.example, not of ${other}`),
  )
})
