import { graphMembers } from './graph-vocabulary.ts'

/** How a member of a JSON answer, of a token header or of its claims is treated. */
export type Treatment =
  | 'text'
  | 'secret'
  | 'shape'
  | 'code'
  | 'personal'
  | 'roles'
  | 'opaque'
  | 'time'
  | 'date'
  | 'number'
  | 'prose'
  | 'facets'
  | 'set'
  | 'token'

const all = (treatment: Treatment, names: string): readonly (readonly [string, Treatment])[] =>
  names.split(' ').map((name) => [name, treatment] as const)

/** The members that are known by name. Of any other member only the shape is kept. */
export const treatments: ReadonlyMap<string, Treatment> = new Map<string, Treatment>([
  ...(Object.keys(graphMembers) as (keyof typeof graphMembers)[]).flatMap((treatment) =>
    all(treatment, graphMembers[treatment]),
  ),
  ...all(
    'text',
    'aud iss sub oid tid idp azp appid azpacr appidacr idtyp ver xms_ficinfo xms_par_app_azp typ alg kty use e ' +
      'token_type error error_uri suberror trace_id correlation_id issuer token_endpoint jwks_uri ' +
      'userinfo_endpoint authorization_endpoint device_authorization_endpoint end_session_endpoint ' +
      'kerberos_endpoint cloud_instance_name cloud_graph_host_name msgraph_host rbac_url check_session_iframe ' +
      'tenant_discovery_endpoint api-version preferred_network preferred_cache ' +
      'request_uri_parameter_supported http_logout_supported frontchannel_logout_supported ' +
      'microsoft_multi_refresh_token',
  ),
  ...all(
    'personal',
    'app_displayname name preferred_username upn unique_name email given_name family_name nickname ipaddr ' +
      'tenant_region_scope scp',
  ),
  ...all(
    'shape',
    'nonce jti xms_tcdt xms_acd acct acr amr puid onprem_sid deviceid platf sid oidc claims refresh_token x5u ' +
      'client_info xms_cc xms_ssm at_hash c_hash cloud_instance_host_name',
  ),
  ...all('code', 'uti kid x5t x5t#S256 n x5c signature'),
  ...all('roles', 'roles'),
  ...all('opaque', 'aio rh xms_ftd xms_rd'),
  ...all('time', 'iat nbf exp auth_time'),
  ...all('date', 'timestamp'),
  ...all('number', 'expires_in ext_expires_in error_codes'),
  ...all('prose', 'error_description'),
  ...all('facets', 'xms_act_fct xms_sub_fct xms_tnt_fct xms_idrel'),
  ...all(
    'set',
    'wids groups aliases keys metadata token_endpoint_auth_methods_supported response_modes_supported ' +
      'subject_types_supported id_token_signing_alg_values_supported response_types_supported scopes_supported ' +
      'claims_supported',
  ),
  ...all('token', 'access_token id_token'),
])

/** Members that Microsoft adds are news, so their names are kept; a name of anybody else's may be a tenant's. */
const microsoftsOwn = /^xms_[a-z]{2,12}(_[a-z]{2,12}){0,2}$/

export function isKnownMember(name: string): boolean {
  return treatments.has(name) || microsoftsOwn.test(name)
}

/** Under this name the shapes of the members are kept that are not known by name. */
export const unknownMembers = 'unknown members'
