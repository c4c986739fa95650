import { evidenceKinds } from '../mock-idp/rules/evidence-kinds.ts'
import {
  graphAnswerHeaders,
  graphParameters,
  graphRequestHeaders,
  graphWords,
  split,
} from './graph-vocabulary.ts'

/** What is known before any tenant is asked, and may therefore be kept as it is. Everything else becomes a shape. */

/** Hosts of Microsoft Entra that issue tokens. */
export const authorityHosts: readonly string[] = [
  'login.microsoftonline.com',
  'login.microsoft.com',
  'login.windows.net',
  'sts.windows.net',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
  'login.chinacloudapi.cn',
]

/** Hosts of Microsoft that every tenant shares, and those that the features make up. */
export const publicHosts: readonly string[] = [
  ...authorityHosts,
  'microsoftonline.com',
  'graph.microsoft.com',
  'graph.windows.net',
  'pas.windows.net',
  'graph.microsoft.us',
  'microsoftgraph.chinacloudapi.cn',
  'login.elsewhere.example',
]

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']

const paths =
  'https http api eid1 c pub t a oauth2 v2.0 v1.0 token authorize devicecode logout kerberos keys discovery ' +
  'instance common organizations consumers .well-known openid-configuration error code oidc userinfo ' +
  'openid checksession .default AzureADTokenExchange AzureADTokenExchangeUSGov AzureADTokenExchangeChina {tenantid}'

const protocol =
  'client_credentials authorization_code refresh_token password urn ietf params oauth client-assertion-type ' +
  'grant-type jwt-bearer saml2-bearer token-exchange user_fic Bearer Basic JWT RS256 PS256 ES256 HS256 none RSA ' +
  'sig AQAB app user 0 1 2 1.0 2.0 1.1 CAAQABgAIAAoAjAA CAAQABgAIAAoAzAAOAE true false ' +
  'client_secret_post client_secret_basic private_key_jwt self_signed_tls_client_auth query fragment form_post ' +
  'pairwise code id_token profile email offline_access openid'

const errors =
  'invalid_request invalid_client invalid_grant invalid_scope invalid_resource invalid_instance invalid_tenant ' +
  'unauthorized_client unsupported_grant_type interaction_required temporarily_unavailable server_error ' +
  'slow_down access_denied bad_request_102 consent_required insufficient_claims'

const headerWords =
  'no-store no-cache must-revalidate private public max-age 86400 31536000 includeSubDomains preload nosniff -1 * ' +
  'application json x-www-form-urlencoded multipart form-data text html plain charset utf-8 UTF-8 boundary realm ' +
  'authorization_uri error_description CP DSP CUR OTPi IND OTRi ONL FIN'

const permissions = 'AgentIdentity.CreateAsManager'

/** What the sentences of an observation are made of. */
const observations =
  'the request is refused under rule expected got status error aadsts refusal rule token answer claim claims ' +
  'header member members absent present of for issued to a an and or not no with mock chose ' +
  'signature audience client verifies published key'

/** Values that a request or an answer may hold in every tenant. */
export const words: ReadonlySet<string> = new Set([
  ...publicHosts,
  ...methods,
  ...split(paths, protocol, errors, headerWords, permissions),
  ...graphWords,
])

export const observationWords: ReadonlySet<string> = new Set([
  ...words,
  ...split(observations),
  ...Object.keys(evidenceKinds),
])

/** Names of parameters of a request. */
export const parameterNames: ReadonlySet<string> = new Set([
  ...split(
    'client_id client_secret client_assertion client_assertion_type grant_type scope fmi_path resource ' +
      'user_federated_identity_credential requested_token_use assertion login_hint client_info api-version ' +
      'authorization_endpoint client-request-id x-client-SKU x-client-VER x-client-OS x-client-CPU ' +
      'x-client-current-telemetry x-client-last-telemetry x-ms-lib-capability claims code',
  ),
  ...graphParameters,
])

/** Headers that are kept of a request. */
export const requestHeaders: ReadonlySet<string> = new Set([
  ...split('authorization content-type client-request-id return-client-request-id metadata accept'),
  ...graphRequestHeaders,
])

/** Headers that are kept of an answer; what is kept is compared. */
export const answerHeaders: ReadonlySet<string> = new Set([
  ...split(
    'cache-control pragma expires content-type retry-after www-authenticate x-ms-request-id client-request-id ' +
      'x-content-type-options strict-transport-security p3p access-control-allow-origin ' +
      'access-control-allow-methods',
  ),
  ...graphAnswerHeaders,
])
