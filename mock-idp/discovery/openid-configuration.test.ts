import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openidConfigurationV1, openidConfigurationV2 } from './openid-configuration.ts'

const contoso: Parameters<typeof openidConfigurationV2>[0] = {
  origin: 'https://login.microsoftonline.com',
  name: '10000000-c0de-4a11-8000-000000000001',
  tenantId: '10000000-c0de-4a11-8000-000000000001',
  regionScope: 'NA',
  cloud: 'public',
  issuer: {
    v1: 'https://sts.windows.net/10000000-c0de-4a11-8000-000000000001/',
    v2: 'https://login.microsoftonline.com/10000000-c0de-4a11-8000-000000000001/v2.0',
  },
}
const base = 'https://login.microsoftonline.com/10000000-c0de-4a11-8000-000000000001'

test('the version 2 document of a tenant is the captured one, member by member', () => {
  assert.deepEqual(openidConfigurationV2(contoso), {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: [
      'client_secret_post',
      'private_key_jwt',
      'client_secret_basic',
    ],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${base}/v2.0`,
    request_uri_parameter_supported: false,
    userinfo_endpoint: 'https://graph.microsoft.com/oidc/userinfo',
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    claims_supported:
      'sub iss cloud_instance_name cloud_instance_host_name cloud_graph_host_name msgraph_host aud exp iat auth_time acr nonce preferred_username name tid ver at_hash c_hash email'.split(
        ' ',
      ),
    kerberos_endpoint: `${base}/kerberos`,
    tenant_region_scope: 'NA',
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: 'graph.microsoft.com',
    rbac_url: 'https://pas.windows.net',
  })
})

test('under a name of its own, the mock answers for the user information itself', () => {
  const { userinfo_endpoint } = openidConfigurationV2({
    ...contoso,
    origin: 'https://localhost:8443',
  })
  assert.equal(userinfo_endpoint, 'https://localhost:8443/oidc/userinfo')
})

test('the version 1 document of a tenant names version 1 endpoints and the version 1 issuer', () => {
  assert.deepEqual(openidConfigurationV1(contoso), {
    token_endpoint: `${base}/oauth2/token`,
    token_endpoint_auth_methods_supported: [
      'client_secret_post',
      'private_key_jwt',
      'client_secret_basic',
    ],
    jwks_uri: `${base}/discovery/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: [
      'code',
      'id_token',
      'code id_token',
      'id_token token',
      'token id_token',
      'token',
    ],
    scopes_supported: ['openid'],
    issuer: 'https://sts.windows.net/10000000-c0de-4a11-8000-000000000001/',
    microsoft_multi_refresh_token: true,
    authorization_endpoint: `${base}/oauth2/authorize`,
    device_authorization_endpoint: `${base}/oauth2/devicecode`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${base}/oauth2/logout`,
    claims_supported:
      'sub iss cloud_instance_name cloud_instance_host_name cloud_graph_host_name msgraph_host aud exp iat auth_time acr amr nonce email given_name family_name nickname'.split(
        ' ',
      ),
    check_session_iframe: `${base}/oauth2/checksession`,
    userinfo_endpoint: `${base}/openid/userinfo`,
    kerberos_endpoint: `${base}/kerberos`,
    tenant_region_scope: 'NA',
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: 'graph.microsoft.com',
    rbac_url: 'https://pas.windows.net',
  })
})

const sovereign = [
  [
    'usGovernment',
    {
      cloud_instance_name: 'microsoftonline.us',
      cloud_graph_host_name: 'graph.windows.net',
      msgraph_host: 'graph.microsoft.us',
      rbac_url: 'https://pasff.usgovcloudapi.net',
      userinfo_endpoint: 'https://graph.microsoft.us/oidc/userinfo',
    },
  ],
  [
    'china',
    {
      cloud_instance_name: 'partner.microsoftonline.cn',
      cloud_graph_host_name: 'graph.chinacloudapi.cn',
      msgraph_host: 'microsoftgraph.chinacloudapi.cn',
      rbac_url: 'https://pas.chinacloudapi.cn',
      userinfo_endpoint: 'https://microsoftgraph.chinacloudapi.cn/oidc/userinfo',
    },
  ],
] as const

for (const [cloud, members] of sovereign) {
  test(`the document of a tenant in the cloud ${cloud} names that cloud`, () => {
    const document = openidConfigurationV2({ ...contoso, cloud })
    assert.deepEqual({ ...document, ...members }, document)
  })
}

test('no document promises what Entra does not', () => {
  for (const document of [openidConfigurationV1(contoso), openidConfigurationV2(contoso)]) {
    for (const name of [
      'grant_types_supported',
      'registration_endpoint',
      'code_challenge_methods_supported',
    ]) {
      assert.equal(name in document, false)
    }
  }
})
