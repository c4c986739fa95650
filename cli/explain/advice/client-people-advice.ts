import { type AdviceByRule, advice } from './advice.ts'

/** For how a client acts for people and as agent users. */
export const clientPeopleAdvice: AdviceByRule = {
  'LEG-OBO-TOKEN': advice(
    'The exchange was refused although nothing stood against it.',
    'Send grant_type jwt-bearer, requested_token_use=on_behalf_of, the token of the person as assertion, and T1 as client_assertion, with the agent identity as client_id.',
  ),
  'LEG-OBO-CLIENT': advice(
    'The blueprint exchanged the token of the person with its own credential. Entra refuses this as AADSTS82002, whatever else the request says.',
    'Get T1 for the agent identity with the credential of the blueprint first. Then send the exchange with the agent identity as client_id and T1 as client_assertion.',
  ),
  'LEG-OBO-CREDENTIAL': advice(
    'The agent identity has no secret of its own, and T2 is for agent users.',
    'Send T1 of this agent identity as client_assertion, and nothing else that proves it.',
  ),
  'LEG-OBO-USE': advice(
    'requested_token_use is missing or misspelled.',
    'Send requested_token_use=on_behalf_of.',
  ),
  'LEG-OBO-ASSERTION': advice(
    'The client sent another token than that of its caller, or wrote it anew.',
    'Pass the text on as it came, and hold no token of a person beyond the call.',
  ),
  'FAILURE-CONSENT': advice(
    'The client reports missing consent as any other failure.',
    'Pass on error, error_codes and suberror, so that the caller can send the person or an administrator to consent.',
  ),
  'RETRY-CONSENT': advice(
    'The client repeated AADSTS65001. Only consent changes the answer.',
    'Report it after the first answer.',
  ),
  'FAILURE-CLAIMS': advice(
    'The client dropped or changed the claims of the challenge.',
    'Pass claims on as the provider sent it: the caller puts it into the next sign-in.',
  ),
  'RETRY-CLAIMS': advice(
    'Only a new sign-in of the person meets a challenge.',
    'Report it after the first answer. Do not send the claims back by yourself.',
  ),
  'CACHE-CLAIMS': advice(
    'The call brought claims, and the client answered from its cache or left the claims out.',
    'Pass by the cache, and send claims with the exchange.',
  ),
  'LEG-USER-GRANT': advice(
    'The form of 2025 (jwt-bearer with T2 as assertion) is outdated.',
    'Send grant_type=user_fic, and T2 as user_federated_identity_credential.',
  ),
  'LEG-USER-CREDENTIAL': advice(
    'The request proved the agent identity by a secret or by T2.',
    'Send T1 as client_assertion.',
  ),
  'LEG-USER-T2': advice(
    'user_federated_identity_credential holds T1, another token, or the T2 of another agent identity.',
    'Redeem T1 for the token exchange, as the agent identity, and send what comes of it. Keep it by agent identity.',
  ),
  'LEG-USER-TOKEN': advice(
    'The request for the agent user was refused although nothing stood against it.',
    'Send grant_type=user_fic with T1 as client_assertion, T2 as user_federated_identity_credential, and user_id or username.',
  ),
  'RENEW-T2': advice(
    'The client keeps T2 longer than it holds.',
    'Keep T2 until shortly before its exp, and redeem a fresh T1 for the next.',
  ),
  'LEG-USER-ONE-NAME': advice('Both names were sent.', 'Send user_id, or username, not both.'),
  'LEG-USER-NAME-KIND': advice(
    'Entra answers AADSTS50000 to a user principal name in user_id.',
    'Send object ids as user_id, and user principal names as username.',
  ),
  'LEG-T2-BEARER': advice(
    'T2 is for the token exchange alone.',
    'Send it as user_federated_identity_credential, and hand out the token that comes back.',
  ),
  'PERSON-OWN-TOKEN': advice(
    'The key of the cache leaves the person out, so that the second gets the token of the first.',
    'Put the person into the key: a hash of the token of the person, or the agent user; also flow, tenant, agent identity, scopes and claims.',
  ),
  'PERSON-UNUSABLE': advice(
    'The client sent a refused token again, or answered with something that it kept.',
    'Report the refusal after the first answer. Trust nothing that an unverified token says of its person.',
  ),
  'PERSON-INPUT': advice(
    'The call named no person, and the client sent a request all the same.',
    'Refuse an empty token of a person, and an agent user without a name, before the first request.',
  ),
  'RETRY-CONSENT-GIVEN': advice(
    'The client remembers that consent was missing.',
    'Keep no refusal: ask again with the next call.',
  ),
  'PERSON-NEW-SIGN-IN': advice(
    'The key of the cache names the person, not the sign-in, so that a new sign-in with more rights changes nothing.',
    'Put a hash of the token of the person into the key.',
  ),
  'PERSON-REUSE': advice(
    'Every call exchanges the token of the person again.',
    'Keep what comes back until shortly before its exp, by person.',
  ),
  'PERSON-CONCURRENT': advice(
    'Simultaneous calls share a request, or a variable, whoever the person is.',
    'Share a request only among calls of the same person, agent identity, tenant, scopes and claims.',
  ),
  'PERSON-THROTTLED': advice(
    'The wait after a 429 applies to every person.',
    'Apply it to the request that was throttled: flow, agent identity and person.',
  ),
  'PERSON-STALE': advice(
    'The client hands out what it kept when it cannot renew it.',
    'Report the refusal once the token has expired.',
  ),
  'RENEW-ANEW': advice(
    'The client gives up when its refresh token is refused.',
    'Forget the refresh token and start anew: exchange the token of the person, or redeem T1 and T2.',
  ),
  'PERSON-PERMISSIONS': advice(
    'The client keeps tokens by resource, or by the first of several scopes.',
    'Serve a kept token only for permissions that it carries, and ask for another one else.',
  ),
  'RECIPIENT-WRONG-PERSON': advice(
    'The client hands out whatever token came.',
    'Compare `oid` of the token with that of the person, or with the agent user of the call, before you hand it out.',
  ),
  'RENEW-OWN-AGENT': advice(
    'The client keeps refresh tokens by person alone.',
    'Keep them by agent identity as well.',
  ),
  'LEG-GRANT': advice(
    'The client asks by token exchange (RFC 8693) or by password, where Entra has another grant for agent identities.',
    'Exchange the token of a person by jwt-bearer with requested_token_use, and ask for an agent user by user_fic.',
  ),
  'RENEW-NEWEST': advice(
    'The client keeps its first refresh token, which ages from then on.',
    'Put the refresh token of each answer in the place of the one before.',
  ),
  'PERSON-FALLBACK': advice(
    'The client hands out a token with the rights of the agent where the rights of a person are wanted.',
    'Report the refusal. Keep tokens with and without a person apart.',
  ),
  'PERSON-TOKEN-ELSEWHERE': advice(
    'The token of the person is for the blueprint. Whoever receives it can call the agent as this person.',
    'Send it to the token endpoint only, and call resources with the token that comes back.',
  ),
  'RENEW-PERSON-CREDENTIAL': advice(
    'A refresh token alone proves nobody.',
    'Get a new T1, and send it as client_assertion with the refresh token.',
  ),
  'RENEW-OWN-PERSON': advice(
    'The client keeps one refresh token for several people.',
    'Keep refresh tokens by person, agent identity and tenant.',
  ),
}
