import type { ClientRule } from '../rule.ts'
import { client } from './client-rule.ts'

const agentUserDocument = 'MicrosoftDocs/entra-docs docs/agent-id/agent-user-oauth-flow.md'
const agentsHosting =
  'npm @microsoft/agents-hosting 1.8.1 MsalTokenProvider sends the client secret of the blueprint without T1'

/** How a client gets a token for the user account of an agent identity. */
export const agentUserRules: readonly ClientRule[] = [
  client(
    'LEG-USER-TOKEN',
    'MUST',
    'A client that declares the flow agentUser gets a token of the agent user',
    'documented',
    agentUserDocument,
  ),
  client(
    'LEG-USER-GRANT',
    'MUST',
    'A request for an agent user has the grant type user_fic',
    'documented',
    `${agentUserDocument}; the form of 2025 (jwt-bearer with T2 as assertion) is outdated`,
  ),
  client(
    'LEG-USER-CREDENTIAL',
    'MUST',
    'T1 alone proves the agent identity that acts as its user',
    'documented',
    `${agentUserDocument}; ${agentsHosting}`,
  ),
  client(
    'LEG-USER-T2',
    'MUST',
    'A request for an agent user carries T2 of the agent identity that sends it',
    'documented',
    agentUserDocument,
  ),
  client(
    'LEG-USER-ONE-NAME',
    'MUST',
    'A request names the agent user once: by user_id or by username',
    'library',
    'AzureAD/microsoft-authentication-library-for-python acquire_token_by_user_federated_identity_credential refuses both',
  ),
  client(
    'LEG-USER-NAME-KIND',
    'MUST',
    'A user_id is an object id, and a username a user principal name',
    'captured',
    'github.com/microsoft/Agents-for-js/issues/932: a user principal name in user_id answers AADSTS50000',
  ),
  client(
    'LEG-T2-BEARER',
    'MUST',
    'T2 is no access token: no resource and no caller receives it',
    'documented',
    `${agentUserDocument}; RFC 6750 section 5.2 (a token is for its audience)`,
  ),
  client(
    'RENEW-T2',
    'MUST',
    'A client presents no expired T2',
    'standard',
    'RFC 7523 section 3, point 4; RFC 7519 section 4.1.4',
  ),
]
