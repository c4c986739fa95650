import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nodePlatform } from '../keys/node-platform.ts'
import { storedSigningKey } from '../testing/mock-world.ts'
import { buildTenant } from './build-tenant.ts'
import { complete } from './complete.ts'
import { describeTenant } from './describe-tenant.ts'
import { type TenantDescription, tenantSchema } from './description.ts'
import { sandboxTenant, seededDirectory } from './seed.ts'

const build = (described: TenantDescription) =>
  buildTenant(complete(described), nodePlatform.readCertificate)

const { certificatePem: pem } = await storedSigningKey()
const [contoso, fabrikam] = seededDirectory().tenants
const certified = {
  ...sandboxTenant(() => crypto.randomUUID()),
  relaxedRules: ['FMI-KNOWN'],
  blueprintsHaveOwnObjectIds: true,
  issuers: [{ issuer: 'https://issuer.example', jwks: { keys: [{ kty: 'RSA' }] } }],
}
const [first, ...others] = certified.blueprints ?? []
if (!contoso || !fabrikam || !first) throw new TypeError('the seed has no tenants')
const blueprints = [{ ...first, certificates: [{ pem }] }, ...others]

for (const [name, described] of Object.entries({
  Contoso: contoso,
  'Fabrikam, with a guest': fabrikam,
  'a sandbox with a certificate': { ...certified, blueprints },
})) {
  test(`${name} is built again from what it says of itself`, async () => {
    const tenant = await build(described)
    const said = describeTenant(tenant)
    assert.deepEqual(tenantSchema.parse(said), said)
    assert.deepEqual(await build(said), tenant)
  })
}

test('what Microsoft has in every tenant is not described', async () => {
  const tenant = await build(fabrikam)
  assert.deepEqual(describeTenant(tenant).resources, [])
})
