import assert from 'node:assert/strict'
import { test } from 'node:test'
import { requireGuid, requireTenant, requireText } from './ids.ts'

const blanks = [undefined, null, '', '   ', 'undefined', 'null', 'NaN', '[object Object]', 7, {}]

for (const blank of blanks) {
  test(`an id is refused when it is ${JSON.stringify(blank) ?? 'undefined'}`, () => {
    assert.throws(() => requireGuid(blank, 'agentIdentityId'), {
      name: 'ClientConfigurationError',
      message:
        /^agentIdentityId is (missing or blank|the text of a missing value; check the variable you passed)$/,
    })
  })
}

test('an id that is no GUID is refused without being repeated', () => {
  assert.throws(() => requireGuid('s3cret-in-the-wrong-place', 'agentIdentityId'), {
    message: 'agentIdentityId must be a GUID',
  })
})

test('a GUID with anything around it is refused', () => {
  const guid = '33333333-3333-4333-8333-333333333333'
  for (const odd of [` ${guid}`, `${guid}\n`, `{${guid}}`, `${guid}/x`]) {
    assert.throws(() => requireGuid(odd, 'agentIdentityId'), { message: /must be a GUID/ })
  }
})

test('a GUID is written in lower case, because T1 subjects are compared by case', () => {
  assert.equal(
    requireGuid('ABCDEF12-3333-4333-8333-3333333333FF', 'agentIdentityId'),
    'abcdef12-3333-4333-8333-3333333333ff',
  )
})

test('a tenant is a GUID or a domain name', () => {
  assert.equal(requireTenant('Contoso.OnMicrosoft.com', 'tenantId'), 'contoso.onmicrosoft.com')
})

for (const several of ['common', 'organizations', 'consumers', '../other', 'a.b/c', 'a..b']) {
  test(`the tenant ${several} is refused`, () => {
    assert.throws(() => requireTenant(several, 'tenantId'), { message: /must be a tenant GUID/ })
  })
}

test('text is kept as it is', () => {
  assert.equal(requireText(' +/=& ', 'client secret'), ' +/=& ')
})
