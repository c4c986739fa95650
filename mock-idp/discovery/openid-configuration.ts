import { type Cloud, cloudOfHost, clouds } from '../directory/clouds.ts'

/** What the documents of a tenant, or of all tenants, differ in. */
type Place = {
  readonly origin: string
  /** The segment of the path that the request used. */
  readonly name: string
  /** The tenant's id, or `{tenantid}` on the shared names. */
  readonly tenantId: string
  readonly regionScope: string | null
  readonly issuer: { readonly v1: string; readonly v2: string }
  readonly cloud: Cloud
}

const responseTypes = ['code', 'id_token', 'code id_token', 'id_token token']
const responseModes = ['query', 'fragment', 'form_post']
const authMethods = ['client_secret_post', 'private_key_jwt', 'client_secret_basic']

function cloudMembers({ regionScope, cloud }: Place) {
  const { instanceName, directoryGraphHost, graphHost, rbacUrl } = clouds[cloud]
  return {
    tenant_region_scope: regionScope,
    cloud_instance_name: instanceName,
    cloud_graph_host_name: directoryGraphHost,
    msgraph_host: graphHost,
    rbac_url: rbacUrl,
  }
}

/** Under a name of its own the mock is Microsoft Graph too: its tokens are for nobody else. */
function graphOriginOf({ origin, cloud }: Place): string {
  const isEntra = cloudOfHost(new URL(origin).host) !== undefined
  return isEntra ? `https://${clouds[cloud].graphHost}` : origin
}

/** `/{tenant}/v2.0/.well-known/openid-configuration`, member by member as captured. */
export function openidConfigurationV2(place: Place) {
  const { origin, name, issuer } = place
  const base = `${origin}/${name}`
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: authMethods,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: responseModes,
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: responseTypes,
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: issuer.v2,
    request_uri_parameter_supported: false,
    userinfo_endpoint: `${graphOriginOf(place)}/oidc/userinfo`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    claims_supported: [
      'sub',
      'iss',
      'cloud_instance_name',
      'cloud_instance_host_name',
      'cloud_graph_host_name',
      'msgraph_host',
      'aud',
      'exp',
      'iat',
      'auth_time',
      'acr',
      'nonce',
      'preferred_username',
      'name',
      'tid',
      'ver',
      'at_hash',
      'c_hash',
      'email',
    ],
    kerberos_endpoint: `${base}/kerberos`,
    ...cloudMembers(place),
  }
}

/** `/{tenant}/.well-known/openid-configuration`, the document of version 1. */
export function openidConfigurationV1(place: Place) {
  const { origin, name, issuer } = place
  const base = `${origin}/${name}`
  return {
    token_endpoint: `${base}/oauth2/token`,
    token_endpoint_auth_methods_supported: authMethods,
    jwks_uri: `${base}/discovery/keys`,
    response_modes_supported: responseModes,
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: [...responseTypes, 'token id_token', 'token'],
    scopes_supported: ['openid'],
    issuer: issuer.v1,
    microsoft_multi_refresh_token: true,
    authorization_endpoint: `${base}/oauth2/authorize`,
    device_authorization_endpoint: `${base}/oauth2/devicecode`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${base}/oauth2/logout`,
    claims_supported: [
      'sub',
      'iss',
      'cloud_instance_name',
      'cloud_instance_host_name',
      'cloud_graph_host_name',
      'msgraph_host',
      'aud',
      'exp',
      'iat',
      'auth_time',
      'acr',
      'amr',
      'nonce',
      'email',
      'given_name',
      'family_name',
      'nickname',
    ],
    check_session_iframe: `${base}/oauth2/checksession`,
    userinfo_endpoint: `${base}/openid/userinfo`,
    kerberos_endpoint: `${base}/kerberos`,
    ...cloudMembers(place),
  }
}
