import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { webAddress } from '../../tests/support/web-addresses.ts'
import { createIssuerNames } from './issuer-names.ts'

const names = createIssuerNames()
const tenant = '10000000-c0de-4a11-8000-000000000001'

const origins = [
  ['https://login.microsoftonline.com/', 'https://login.microsoftonline.com'],
  ['https://login.microsoftonline.com:8443/', 'https://login.microsoftonline.com'],
  ['http://login.microsoftonline.com/', 'https://login.microsoftonline.com'],
  ['https://LOGIN.windows.net/', 'https://login.microsoftonline.com'],
  ['https://login.microsoft.com/', 'https://login.microsoftonline.com'],
  ['https://sts.windows.net/', 'https://login.microsoftonline.com'],
  ['https://login.microsoftonline.us/', 'https://login.microsoftonline.us'],
  ['https://login.microsoftonline.us:8443/', 'https://login.microsoftonline.us'],
  ['https://login.partner.microsoftonline.cn/', 'https://login.partner.microsoftonline.cn'],
  ['https://login.chinacloudapi.cn/', 'https://login.chinacloudapi.cn'],
  ['https://localhost/', 'https://localhost'],
  ['https://localhost:8443/', 'https://localhost:8443'],
  ['http://localhost:8080/', 'http://localhost:8080'],
  ['http://127.0.0.1:9999/', 'http://127.0.0.1:9999'],
  ['http://[::1]:9999/', 'http://[::1]:9999'],
  ['https://idp.example/', 'https://login.microsoftonline.com'],
  ['https://login.microsoftonline.com.evil.example/', 'https://login.microsoftonline.com'],
  ['https://localhost.evil.example/', 'https://login.microsoftonline.com'],
] as const

for (const [url, origin] of origins) {
  test(`a request for ${url} is answered under ${origin}`, () => {
    assert.equal(names.originFor(new URL(url)), origin)
  })
}

test('under the names of Entra the issuers are those of Entra', () => {
  assert.deepEqual(names.issuersOf('https://login.microsoftonline.com', tenant), {
    v1: `https://sts.windows.net/${tenant}/`,
    v2: `https://login.microsoftonline.com/${tenant}/v2.0`,
  })
})

const sovereign = [
  ['login.microsoftonline.us', 'sts.windows.net', 'login.microsoftonline.us'],
  ['login.partner.microsoftonline.cn', 'sts.chinacloudapi.cn', 'login.partner.microsoftonline.cn'],
  ['login.chinacloudapi.cn', 'sts.chinacloudapi.cn', 'login.partner.microsoftonline.cn'],
] as const

for (const [host, v1, v2] of sovereign) {
  test(`under ${host} the issuers are those of its cloud`, () => {
    assert.deepEqual(names.issuersOf(`https://${host}`, tenant), {
      v1: `https://${v1}/${tenant}/`,
      v2: `https://${v2}/${tenant}/v2.0`,
    })
  })
}

test('under another origin both issuers are there', () => {
  assert.deepEqual(names.issuersOf('https://localhost:8443', tenant), {
    v1: `https://localhost:8443/${tenant}/`,
    v2: `https://localhost:8443/${tenant}/v2.0`,
  })
})

const ownIssuers = [
  `https://login.microsoftonline.com/${tenant}/v2.0`,
  `https://login.windows.net/${tenant}/v2.0`,
  `https://login.microsoftonline.us/${tenant}/v2.0`,
  `https://localhost:8443/${tenant}/v2.0`,
  `http://127.0.0.1:1/${tenant}/v2.0`,
  `https://[::1]:8443/${tenant}/v2.0`,
]

for (const issuer of ownIssuers) {
  test(`${issuer} is an issuer of the tenant`, () => assert.equal(names.tenantOf(issuer), tenant))
}

const otherIssuers = [
  `https://sts.windows.net/${tenant}/`,
  `https://login.microsoftonline.com/${tenant}/v2.0/`,
  `https://login.microsoftonline.com/${tenant}`,
  'https://login.microsoftonline.com/common/v2.0',
  'https://login.microsoftonline.com/{tenantid}/v2.0',
  `https://idp.example/${tenant}/v2.0`,
  `https://login.microsoftonline.com.evil.example/${tenant}/v2.0`,
  `https://evil.example/login.microsoftonline.com/${tenant}/v2.0`,
  `https://me@localhost/${tenant}/v2.0`,
  ` https://localhost/${tenant}/v2.0`,
  tenant,
  '',
]

for (const issuer of otherIssuers) {
  test(`${JSON.stringify(issuer)} is no version 2 issuer of the mock`, () => {
    assert.equal(names.tenantOf(issuer), undefined)
  })
}

test('every issuer that is handed out names its tenant', () => {
  const origin = fc.constantFrom(...origins.map(([, one]) => one))
  return fc.assert(
    fc.property(origin, fc.uuid(), (at, id) => {
      assert.equal(names.tenantOf(names.issuersOf(at, id).v2), id)
      assert.equal(names.tenantOf(names.issuersOf(at, id).v1), undefined)
    }),
  )
})

test('any text is looked at as an issuer and as an origin without an error', () => {
  const text = fc.oneof(fc.string(), webAddress)
  return fc.assert(
    fc.property(text, (one) => {
      assert.equal(names.tenantOf(one), undefined)
      assert.equal(names.isOwnOrigin(one), false)
    }),
  )
})

test('an extra host is answered under its own name, on every port', () => {
  const extended = createIssuerNames(['idp.example', '10.0.0.7'])
  const originFor = (url: string) => extended.originFor(new URL(url))
  assert.equal(originFor('https://idp.example:8443/x'), 'https://idp.example:8443')
  assert.equal(originFor('https://10.0.0.7/x'), 'https://10.0.0.7')
  assert.equal(originFor('https://unknown.example/x'), 'https://login.microsoftonline.com')
  assert.equal(originFor('https://localhost/x'), 'https://localhost')
  assert.equal(originFor('https://sts.windows.net/x'), 'https://login.microsoftonline.com')
  assert.equal(extended.tenantOf(`https://idp.example:8443/${tenant}/v2.0`), tenant)
  assert.equal(extended.tenantOf(`https://evil.idp.example/${tenant}/v2.0`), undefined)
  assert.ok(extended.isOwnOrigin('https://10.0.0.7:1'))
})

test('own origins are loopback and the names of Entra', () => {
  for (const origin of ['https://localhost:8443', 'http://127.0.0.1', 'https://sts.windows.net']) {
    assert.ok(names.isOwnOrigin(origin))
  }
  for (const host of ['login.microsoftonline.us', 'login.chinacloudapi.cn']) {
    assert.ok(names.isOwnOrigin(`https://${host}`))
  }
  assert.equal(names.isOwnOrigin('https://login.microsoftonline.de'), false)
})

const ofTokens = [
  [`https://login.microsoftonline.com/${tenant}/v2.0`, tenant],
  [`https://sts.windows.net/${tenant}/`, tenant],
  [`https://localhost:8443/${tenant}/`, tenant],
  [`https://sts.windows.net/${tenant}`, undefined],
  [`https://idp.example/${tenant}/`, undefined],
  ['https://sts.windows.net/contoso/', undefined],
] as const

for (const [issuer, found] of ofTokens) {
  test(`tokens of ${issuer} are ${found ? 'those of a tenant' : 'of no tenant'}`, () => {
    assert.equal(names.tenantOfTokens(issuer), found)
  })
}
