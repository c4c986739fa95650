import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { DirectoryProblem } from './directory-problem.ts'
import { parseDirectory, parseTenant } from './parse-directory.ts'
import { contoso, seededDirectory } from './seed.ts'
import { seedIds } from './seed-ids.ts'

const other = '99999999-0000-4000-8000-000000000000'
const tenantId = seedIds.contoso
const blueprint = { appId: seedIds.concierge, displayName: 'Concierge', principal: null }
const agent = { id: seedIds.booking, displayName: 'Booking', blueprint: seedIds.concierge }
const minimal = { tenantId, displayName: 'Contoso' }
const withBlueprint = { ...minimal, blueprints: [blueprint] }

function problemsOf(parse: () => unknown): readonly string[] {
  try {
    parse()
  } catch (error) {
    assert.ok(error instanceof DirectoryProblem)
    assert.equal(error.message, error.problems.join('\n'))
    return error.problems
  }
  return []
}

const guidExpected = 'expected a GUID such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const mistakes: readonly [string, unknown, string][] = [
  ['a text', 'Contoso', '(the whole document): Invalid input: expected object, received string'],
  [
    'nothing',
    undefined,
    '(the whole document): Invalid input: expected object, received undefined',
  ],
  [
    'an empty name',
    { tenantId, displayName: '' },
    'displayName: Too small: expected string to have >=1 characters',
  ],
  ['a tenant id that is no GUID', { ...minimal, tenantId: 'contoso' }, `tenantId: ${guidExpected}`],
  [
    'a member nobody knows',
    { ...minimal, blueprint: [] },
    '(the whole document): Unrecognized key: "blueprint"',
  ],
  [
    'a blueprint id that is no GUID',
    { ...minimal, blueprints: [{ ...blueprint, appId: 'concierge' }] },
    `blueprints[0].appId: ${guidExpected}`,
  ],
  [
    'an empty secret',
    { ...minimal, blueprints: [{ ...blueprint, secrets: [{ value: '' }] }] },
    'blueprints[0].secrets[0].value: Too small: expected string to have >=1 characters',
  ],
  [
    'a time that is none',
    { ...minimal, blueprints: [{ ...blueprint, secrets: [{ value: 's', endDateTime: 'soon' }] }] },
    'blueprints[0].secrets[0].endDateTime: Invalid ISO datetime',
  ],
  [
    'a certificate that is no PEM',
    { ...minimal, blueprints: [{ ...blueprint, certificates: [{ pem: 'MIIB' }] }] },
    'blueprints[0].certificates[0].pem: Invalid string: must include "BEGIN CERTIFICATE"',
  ],
  [
    'an issuer that is no URL',
    {
      ...minimal,
      blueprints: [
        { ...blueprint, federatedCredentials: [{ name: 'f', issuer: 'idp', subject: 's' }] },
      ],
    },
    'blueprints[0].federatedCredentials[0].issuer: Invalid URL',
  ],
  [
    'an audience that does not exist',
    { ...minimal, blueprints: [{ ...blueprint, signInAudience: 'everybody' }] },
    'blueprints[0].signInAudience: Invalid option: expected one of "AzureADMyOrg"|"AzureADMultipleOrgs"|"AzureADandPersonalMicrosoftAccount"|"PersonalMicrosoftAccount"',
  ],
  [
    'a token version that does not exist',
    { ...minimal, resources: [{ appId: other, displayName: 'API', accessTokenVersion: 3 }] },
    'resources[0].accessTokenVersion: Invalid input',
  ],
  [
    'an agent identity of an unknown blueprint',
    { ...minimal, agentIdentities: [agent] },
    `agentIdentities[0].blueprint: expected the appId of a blueprint or guest blueprint of this tenant, got ${seedIds.concierge}`,
  ],
  [
    'a role of an unknown resource',
    {
      ...withBlueprint,
      agentIdentities: [{ ...agent, appRoles: [{ resource: other, role: 'R' }] }],
    },
    `agentIdentities[0].appRoles[0].resource: expected the appId of a resource of this tenant, got ${other}`,
  ],
  [
    'a guest blueprint that is at home nowhere',
    {
      ...minimal,
      guestBlueprints: [{ appId: other, displayName: 'Guest', principal: { id: other } }],
    },
    'guestBlueprints[0].appId: expected a blueprint of another tenant, got 99999999-0000-4000-8000-000000000000',
  ],
  [
    'an id that two objects have',
    { ...withBlueprint, agentIdentities: [{ ...agent, id: seedIds.concierge }] },
    `agentIdentities[0].id: expected a unique id, but blueprints[0].appId also has ${seedIds.concierge}`,
  ],
  [
    'a rule that does not exist',
    { ...minimal, relaxedRules: ['NO-RULE'] },
    "relaxedRules[0]: expected the id of a rule with inferred or third-party evidence (see 'agentid rules'), got 'NO-RULE'",
  ],
  [
    'a rule that is not inferred',
    { ...minimal, relaxedRules: ['FMI-KNOWN', 'CRED-SECRET'] },
    "relaxedRules[1]: expected the id of a rule with inferred or third-party evidence (see 'agentid rules'), got 'CRED-SECRET'",
  ],
]

for (const [what, description, problem] of mistakes) {
  test(`${what} is a mistake that is named with its place`, () => {
    assert.deepEqual(
      problemsOf(() => parseTenant(description, new Set())),
      [problem],
    )
  })
}

test('every mistake is named, not the first one only', () => {
  const problems = problemsOf(() => parseTenant({ tenantId: 'x', displayName: '' }, new Set()))
  assert.equal(problems.length, 2)
})

test('in a directory the place of a mistake begins with its tenant', () => {
  const tenants = [minimal, { ...minimal, tenantId: other, agentIdentities: [agent] }]
  assert.deepEqual(
    problemsOf(() => parseDirectory({ tenants })),
    [
      `tenants[1].agentIdentities[0].blueprint: expected the appId of a blueprint or guest blueprint of this tenant, got ${seedIds.concierge}`,
    ],
  )
  assert.deepEqual(
    problemsOf(() => parseDirectory({ tenants: [minimal, { tenantId: other, displayName: 1 }] })),
    ['tenants[1].displayName: Invalid input: expected string, received number'],
  )
})

test('a tenant that is described twice is a mistake', () => {
  assert.deepEqual(
    problemsOf(() => parseDirectory({ tenants: [minimal, minimal] })),
    [`tenants[1].tenantId: expected a unique id, but tenants[0].tenantId also has ${tenantId}`],
  )
})

test('a directory without tenants is a mistake', () => {
  assert.deepEqual(
    problemsOf(() => parseDirectory({ tenants: [] })),
    ['tenants: Too small: expected array to have >=1 items'],
  )
})

test('the seeded directory holds no mistake', () => {
  assert.deepEqual(
    parseDirectory(seededDirectory()).map(({ displayName }) => displayName),
    ['Contoso', 'Fabrikam'],
  )
})

test('ids are read in any letter case and kept in lower case', () => {
  const { tenantId: kept } = parseTenant(
    { ...minimal, tenantId: tenantId.toUpperCase() },
    new Set(),
  )
  assert.equal(kept, tenantId)
})

test('a guest blueprint may be at home in a tenant that is known by other means', () => {
  const guest = { appId: other, displayName: 'Guest', principal: { id: other } }
  const parsed = parseTenant({ ...minimal, guestBlueprints: [guest] }, new Set([other]))
  assert.equal(parsed.guestBlueprints[0]?.principal.enabled, true)
})

test('any value is read or refused with its mistakes', () => {
  const value = fc.oneof(fc.jsonValue(), fc.record({ tenants: fc.jsonValue() }))
  return fc.assert(
    fc.property(value, (json) => {
      // A tenant without a word of its own has every default.
      let read: readonly unknown[] = []
      const problems = problemsOf(() => {
        read = parseDirectory(json)
      })
      assert.equal(problems.length === 0, read.length > 0)
    }),
    { examples: [[{ tenants: [{}] }], [{ tenants: [] }]] },
  )
})

test('a description with one member spoilt is read or refused with its mistakes', () => {
  const seed = contoso(seedIds)
  const member = fc.constantFrom(...Object.keys(seed))
  return fc.assert(
    fc.property(member, fc.jsonValue(), (name, value) => {
      problemsOf(() => parseTenant({ ...seed, [name]: value }, new Set()))
    }),
  )
})
