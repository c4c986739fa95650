import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instanceDocument } from './instance.ts'

const publicCloud = {
  preferred_network: 'login.microsoftonline.com',
  preferred_cache: 'login.windows.net',
  aliases: [
    'login.microsoftonline.com',
    'login.windows.net',
    'login.microsoft.com',
    'sts.windows.net',
  ],
}

const sovereignClouds = [
  {
    preferred_network: 'login.microsoftonline.us',
    preferred_cache: 'login.microsoftonline.us',
    aliases: ['login.microsoftonline.us'],
  },
  {
    preferred_network: 'login.partner.microsoftonline.cn',
    preferred_cache: 'login.partner.microsoftonline.cn',
    aliases: ['login.partner.microsoftonline.cn', 'login.chinacloudapi.cn'],
  },
]

test('under a name of Entra its clouds are the only ones, the public one first', () => {
  const endpoint = new URL(
    'https://login.microsoftonline.com/contoso.example/oauth2/v2.0/authorize',
  )
  assert.deepEqual(instanceDocument('https://login.microsoftonline.com', endpoint), {
    tenant_discovery_endpoint:
      'https://login.microsoftonline.com/contoso.example/v2.0/.well-known/openid-configuration',
    'api-version': '1.1',
    metadata: [publicCloud, ...sovereignClouds],
  })
})

test('under another name the mock is a cloud of its own beside the public one', () => {
  const endpoint = new URL('https://localhost:8443/common/oauth2/v2.0/authorize')
  assert.deepEqual(instanceDocument('https://localhost:8443', endpoint), {
    tenant_discovery_endpoint:
      'https://localhost:8443/common/v2.0/.well-known/openid-configuration',
    'api-version': '1.1',
    metadata: [
      publicCloud,
      {
        preferred_network: 'localhost:8443',
        preferred_cache: 'localhost:8443',
        aliases: ['localhost:8443'],
      },
      ...sovereignClouds,
    ],
  })
})

test('an endpoint without a tenant is that of all tenants', () => {
  for (const endpoint of ['https://localhost:8443', 'https://localhost:8443/']) {
    assert.equal(
      instanceDocument('https://localhost:8443', new URL(endpoint)).tenant_discovery_endpoint,
      'https://localhost:8443/common/v2.0/.well-known/openid-configuration',
    )
  }
})
