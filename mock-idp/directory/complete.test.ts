import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { complete } from './complete.ts'
import { type TenantDescription, tenantSchema } from './description.ts'
import { sandboxTenant, seededDirectory } from './seed.ts'

const guid = fc.uuid()
const name = fc.string({ minLength: 1 })
const time = fc
  .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
  .map((date) => date.toISOString())
const url = fc.webUrl({ withQueryParameters: false, withFragments: false })
const optional = <Shape extends object>(
  required: { [Name in keyof Shape]: fc.Arbitrary<Shape[Name]> },
  requiredKeys: (keyof Shape)[],
) => fc.record(required, { requiredKeys, noNullPrototype: true })
const few = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 2 })

const appRoles = few(fc.record({ resource: guid, role: name }, { noNullPrototype: true }))
const principal = optional({ id: guid, enabled: fc.boolean(), appRoles }, ['id'])
const secret = optional({ keyId: guid, value: name, startDateTime: time, endDateTime: time }, [
  'value',
])
const federatedCredential = optional({ name, issuer: url, subject: name, audience: name }, [
  'name',
  'issuer',
  'subject',
])
const application = optional(
  {
    appId: guid,
    displayName: name,
    signInAudience: fc.constantFrom('AzureADMyOrg' as const, 'AzureADMultipleOrgs' as const),
    enabled: fc.boolean(),
    createdDateTime: time,
    secrets: few(secret),
    certificates: few(
      optional({ keyId: guid, pem: fc.constant('-----BEGIN CERTIFICATE-----') }, ['pem']),
    ),
    federatedCredentials: few(federatedCredential),
    principal: fc.option(principal),
  },
  ['appId', 'displayName', 'principal'],
)
const resource = optional(
  {
    appId: guid,
    displayName: name,
    identifierUris: few(name),
    enabled: fc.boolean(),
    accessTokenVersion: fc.constantFrom(1 as const, 2 as const),
    optionalClaims: few(fc.constantFrom('idtyp' as const, 'xms_act_fct' as const)),
    assignmentRequired: fc.boolean(),
    hashedNonce: fc.boolean(),
  },
  ['appId', 'displayName'],
)
const tenant: fc.Arbitrary<TenantDescription> = optional(
  {
    tenantId: guid,
    displayName: name,
    domains: few(fc.domain()),
    cloud: fc.constantFrom('public' as const, 'usGovernment' as const, 'china' as const),
    regionScope: name,
    createdDateTime: time,
    identityHeader: name,
    blueprints: few(application),
    guestBlueprints: few(
      fc.record({ appId: guid, displayName: name, principal }, { noNullPrototype: true }),
    ),
    agentIdentities: few(
      optional({ id: guid, displayName: name, blueprint: guid, enabled: fc.boolean(), appRoles }, [
        'id',
        'displayName',
        'blueprint',
      ]),
    ),
    managedIdentities: few(
      optional(
        {
          clientId: guid,
          principalId: guid,
          displayName: name,
          systemAssigned: fc.boolean(),
          enabled: fc.boolean(),
          appRoles,
        },
        ['clientId', 'principalId', 'displayName'],
      ),
    ),
    applications: few(application),
    resources: few(resource),
    issuers: few(
      optional(
        {
          issuer: url,
          jwks: fc.constant({ keys: [{ kty: 'RSA', kid: 'a' }] }),
        },
        ['issuer'],
      ),
    ),
    relaxedRules: few(name),
  },
  ['tenantId', 'displayName'],
)

test('the seed is completed as the schema completes it', () => {
  for (const described of seededDirectory().tenants) {
    assert.deepEqual(complete(described), tenantSchema.parse(described))
  }
})

test('a sandbox is completed as the schema completes it', () => {
  let made = 0
  const described = sandboxTenant(() => {
    made += 1
    return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`
  })
  assert.deepEqual(complete(described), tenantSchema.parse(described))
})

test('every description is completed as the schema completes it', () =>
  fc.assert(
    fc.property(tenant, (described) => {
      assert.deepEqual(complete(described), tenantSchema.parse(described))
    }),
    { numRuns: 200 },
  ))

test('what is complete stays as it is', () =>
  fc.assert(
    fc.property(tenant, (described) => {
      const completed = complete(described)
      assert.deepEqual(complete(completed), completed)
    }),
    { numRuns: 50 },
  ))

test('a tenant with nothing but its name gets every default', () => {
  const tenantId = '10000000-c0de-4a11-8000-000000000001'
  assert.deepEqual(complete({ tenantId, displayName: 'Contoso' }), {
    tenantId,
    displayName: 'Contoso',
    domains: [],
    cloud: 'public',
    regionScope: 'NA',
    blueprints: [],
    guestBlueprints: [],
    agentIdentities: [],
    managedIdentities: [],
    applications: [],
    resources: [],
    users: [],
    groups: [],
    permissionGrants: [],
    blueprintsHaveOwnObjectIds: false,
    accessPolicies: [],
    checksResourceParameterAlways: false,
    issuers: [],
    relaxedRules: [],
  })
})
