import assert from 'node:assert/strict'
import { test } from 'node:test'
import { requireAuthorityHost, requireManagedIdentityEndpoint } from './endpoint-url.ts'

const accepted = [
  ['https://login.microsoftonline.com', 'https://login.microsoftonline.com'],
  ['https://login.example:8443/', 'https://login.example:8443'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://127.255.255.254', 'http://127.255.255.254'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
] as const

for (const [given, origin] of accepted) {
  test(`the authority host ${given} is accepted`, () => {
    assert.equal(requireAuthorityHost(given, 'authorityHost'), origin)
  })
}

const refused = [
  'http://login.microsoftonline.com',
  'http://127.0.0.1.evil.example',
  'http://localhost.evil.example',
  'http://128.0.0.1',
  'http://169.254.169.254',
  'http://[::2]',
  'ftp://localhost',
  'login.microsoftonline.com',
  'https://user@login.example',
  'https://:password@login.example',
  'https://login.example/organizations',
  'https://login.example/?a=b',
  'https://login.example/#a',
  '',
]

for (const given of refused) {
  test(`the authority host '${given}' is refused`, () => {
    assert.throws(() => requireAuthorityHost(given, 'authorityHost'), {
      name: 'ClientConfigurationError',
    })
  })
}

for (const given of [
  'http://169.254.169.254/metadata/identity/oauth2/token',
  'http://169.254.131.2:8081/msi/token',
  'http://127.0.0.1:41741/MSI/token/',
  'https://identity.example/token',
]) {
  test(`the managed identity endpoint ${given} is accepted`, () => {
    assert.equal(requireManagedIdentityEndpoint(given, 'endpoint').href, given)
  })
}

for (const given of [
  'http://10.0.0.4/token',
  'http://169.254.evil.example/',
  'http://x:y@[::1]/',
]) {
  test(`the managed identity endpoint ${given} is refused`, () => {
    assert.throws(() => requireManagedIdentityEndpoint(given, 'endpoint'), {
      name: 'ClientConfigurationError',
    })
  })
}
