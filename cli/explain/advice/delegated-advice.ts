import { type AdviceByRule, advice } from './advice.ts'

const notTheUserToken =
  'Send the access token that the person got for the blueprint, as it came: audience api://<blueprint id>, with scp.'
const notT2 =
  'Let the agent identity redeem a T1 of its own for api://AzureADTokenExchange/.default, and send that token.'
const signInAgain = 'Let the person sign in again; a retry does not help.'

/** On behalf of users, as agent users, and by refresh token. */
export const delegatedAdvice: AdviceByRule = {
  'OBO-BLUEPRINT': advice(
    'The request came from the blueprint with its own credential, as SDKs for ordinary applications send it.',
    'Send the agent identity as client_id, and T1 as client_assertion.',
  ),
  'OBO-USE': advice(
    'requested_token_use is missing or misspelled.',
    'Send requested_token_use=on_behalf_of.',
  ),
  'OBO-ASSERTION-PRESENT': advice(
    'The variable that holds the token of the person is empty.',
    notTheUserToken,
  ),
  'OBO-ASSERTION-FORM': advice(
    'assertion is no JWT: it still begins with Bearer, is cut, or is a refresh token.',
    notTheUserToken,
  ),
  'OBO-ASSERTION-ID-TOKEN': advice(
    'The front end sent its id_token, which says who signed in and opens nothing.',
    notTheUserToken,
  ),
  'OBO-ASSERTION-GRAPH': advice(
    'The front end asked for a token for Microsoft Graph, or the agent sent a token that it had got itself.',
    'Let the front end ask for the scope of the blueprint, such as api://<blueprint id>/access_agent.',
  ),
  'OBO-ASSERTION-SIGNATURE': advice(
    'The token of the person was changed, cut or made by hand, or belongs to another cloud.',
    notTheUserToken,
  ),
  'OBO-ASSERTION-TENANT': advice(
    'The person signed in at another tenant than the one that the agent asked.',
    'Send the exchange to the tenant that tid of the token names.',
  ),
  'OBO-ASSERTION-AUDIENCE': advice(
    'The token of the person is for another API, for the agent identity, or for another blueprint; or T1 or T2 was sent.',
    notTheUserToken,
  ),
  'OBO-ASSERTION-TIME': advice(
    'The token of the person has expired, often because a job kept it too long.',
    'Let the front end get a new one; for long jobs ask for offline_access and keep the refresh token.',
  ),
  'OBO-ASSERTION-USER': advice(
    'The caller was an application that got its token without a person.',
    'For work without a person, let the agent identity ask in its own name.',
  ),
  'OBO-USER-KNOWN': advice('The person was deleted since.', 'Forget what you keep for the person.'),
  'OBO-USER-ENABLED': advice(
    'The account of the person was disabled since.',
    'Forget what you keep for the person, and do not retry.',
  ),
  'OBO-USER-SESSION': advice(
    'The person, or an administrator, revoked all sessions, or the password was changed.',
    signInAgain,
  ),
  'USER-ASSIGNED': advice(
    'The blueprint requires assignment, and the person was assigned neither directly nor by a group.',
    'Assign the person to the enterprise application of the blueprint. Nested groups do not count.',
  ),
  'REFRESH-PRESENT': advice(
    'There was no refresh token, often because the first request did not ask for one.',
    'Ask for offline_access in the first request.',
  ),
  'REFRESH-KNOWN': advice(
    'The refresh token was cut, belongs to another tenant, or is an access token.',
    'Send the refresh_token of the answer as it came, to the tenant that issued it.',
  ),
  'REFRESH-CLIENT': advice(
    'Another client than the one that got the refresh token used it, such as the blueprint or another agent identity.',
    'Keep refresh tokens apart by agent identity and by person.',
  ),
  'REFRESH-TIME': advice('Nobody used the refresh token for 90 days.', signInAgain),
  'REFRESH-USER-KNOWN': advice(
    'The user was deleted since.',
    'Delete the refresh token, and do not retry.',
  ),
  'REFRESH-USER-ENABLED': advice(
    'The account was disabled since.',
    'Delete the refresh token, and do not retry.',
  ),
  'REFRESH-REVOKED': advice(
    'The sessions of the user were revoked, or the password was changed.',
    signInAgain,
  ),
  'USERFIC-CLIENT': advice(
    'The blueprint or an ordinary application sent grant_type=user_fic.',
    'Send the agent identity as client_id.',
  ),
  'USERFIC-CREDENTIAL-PRESENT': advice(
    'T2 is missing; older samples sent it as assertion.',
    'Send T2 as user_federated_identity_credential.',
  ),
  'USERFIC-USER-PRESENT': advice(
    'Neither user_id nor username is there.',
    'Send user_id with the object id of the agent user, or username with its user principal name.',
  ),
  'USERFIC-KEY': advice('T2 was made by hand or belongs to another cloud.', notT2),
  'USERFIC-SIGNATURE': advice('T2 was changed or cut on its way.', notT2),
  'USERFIC-ISSUER': advice('T2 is of another tenant.', notT2),
  'USERFIC-AUDIENCE': advice('What was sent as T2 is a token for an API.', notT2),
  'USERFIC-CREDENTIAL-AGENT': advice(
    'T1 was sent in place of T2, or T2 belongs to another agent identity.',
    notT2,
  ),
  'USERFIC-START': advice('A clock is wrong.', 'Check the clock of the machine.'),
  'USERFIC-EXPIRED': advice('T2 was kept for more than an hour.', notT2),
  'USERFIC-USER-ID-GUID': advice(
    'user_id holds a user principal name.',
    'Send the name as username, or the object id as user_id.',
  ),
  'USERFIC-USER-KNOWN': advice(
    'The agent user was deleted, is mistyped, or is of another tenant.',
    'Compare user_id with the id that Microsoft Graph shows under /users/microsoft.graph.agentUser.',
  ),
  'USERFIC-PARENT': advice(
    'The user is a person, or the agent user of another agent identity.',
    'Ask as the agent identity that identityParentId of the user names.',
  ),
  'USERFIC-USER-ENABLED': advice('The agent user is disabled.', 'Enable it, if it should work.'),
  'SCOPE-ONE-RESOURCE': advice(
    'scope names scopes of two resources; a scope without a resource is one of Microsoft Graph.',
    'Ask once for each resource.',
  ),
  'SCOPE-DEFAULT-ALONE': advice(
    'scope has .default and other scopes of the same resource.',
    'Ask for .default alone, or for the scopes by name.',
  ),
  'CONSENT-DELEGATED': advice(
    'Nobody granted the agent identity these permissions for this user. Consent to the front end or to the blueprint alone does not count.',
    'Grant them to the agent identity, or to the blueprint with inheritable permissions. Do not retry: show the error.',
  ),
  'REQ-CLAIMS': advice(
    'claims is encoded, cut, or no JSON object; a challenge in WWW-Authenticate is in base64.',
    'Decode the claims of the challenge, and send the JSON.',
  ),
}
