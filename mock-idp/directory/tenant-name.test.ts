import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { isSharedName, tenantNameFacts } from './tenant-name.ts'

const isTenantName = (name: string) => tenantNameFacts(name, undefined).isTenantName

test('every GUID is a tenant name', () =>
  fc.assert(fc.property(fc.uuid(), (guid) => assert.ok(isTenantName(guid)))))

test('every domain is a tenant name, in any letter case', () =>
  fc.assert(
    fc.property(fc.domain(), (domain) => {
      assert.ok(isTenantName(domain))
      assert.ok(isTenantName(domain.toUpperCase()))
    }),
  ))

test('any text is looked at without an error', () =>
  fc.assert(fc.property(fc.string(), (name) => assert.equal(typeof isTenantName(name), 'boolean'))))

const noTenantNames = [
  '',
  'contoso',
  'contoso.',
  '.example',
  'contoso..example',
  '-contoso.example',
  'contoso-.example',
  'contoso_x.example',
  'contoso.1',
  'contoso example.com',
  'contoso.example\n',
  '20000000-c0de-4a11-8000',
  `${'a'.repeat(64)}.example`,
  `${'a.'.repeat(130)}example`,
  'contoso.example/oauth2',
]

for (const name of noTenantNames) {
  test(`${JSON.stringify(name.slice(0, 40))} is no tenant name`, () => {
    assert.equal(isTenantName(name), false)
  })
}

test('three names stand for all tenants, in any letter case', () => {
  for (const name of ['common', 'organizations', 'consumers', 'Common', 'ORGANIZATIONS']) {
    assert.ok(isSharedName(name))
    assert.ok(isTenantName(name))
  }
  assert.equal(isSharedName('contoso.example'), false)
})

test('the facts tell name, kind and whether the tenant exists', () => {
  assert.deepEqual(tenantNameFacts('common', undefined), {
    tenantName: 'common',
    isTenantName: true,
    isSharedName: true,
    tenantFound: false,
  })
})

test('a long name of letters and hyphens is judged in no time', () => {
  assert.equal(isTenantName(`${'a-'.repeat(50_000)}.example`), false)
})
