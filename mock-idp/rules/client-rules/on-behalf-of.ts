import type { ClientRule } from '../rule.ts'
import { client } from './client-rule.ts'

export const onBehalfOfDocument =
  'MicrosoftDocs/entra-docs docs/agent-id/agent-on-behalf-of-oauth-flow.md (2026-07)'
const ordinaryDocument = 'learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow'
const challengeDocument = 'learn.microsoft.com/entra/identity-platform/claims-challenge'
const consentCaptures =
  'joetanx/mslab entra/agent-id/auth-flows.md (2026-03-01); github.com/microsoft/Agent365-devTools/issues/215'

/** How a client exchanges the token of a person, and what it makes of a refusal. */
export const onBehalfOfRules: readonly ClientRule[] = [
  client(
    'LEG-GRANT',
    'MUST',
    'A client asks by the grants that agent identities have',
    'documented',
    'learn.microsoft.com/entra/agent-id/agent-oauth-protocols; learn.microsoft.com/entra/agent-id/agent-user-oauth-flow',
  ),
  client(
    'LEG-OBO-TOKEN',
    'MUST',
    'A client that declares the flow obo gets a token on behalf of a person',
    'documented',
    onBehalfOfDocument,
  ),
  client(
    'LEG-OBO-CLIENT',
    'MUST',
    'The agent identity exchanges the token of a person; its blueprint does not',
    'documented',
    `${onBehalfOfDocument}; Microsoft Entra refuses the blueprint (AADSTS82002)`,
  ),
  client(
    'LEG-OBO-CREDENTIAL',
    'MUST',
    'T1 alone proves the agent identity that exchanges the token of a person',
    'documented',
    onBehalfOfDocument,
  ),
  client(
    'LEG-OBO-USE',
    'MUST',
    'An exchange says requested_token_use=on_behalf_of',
    'documented',
    ordinaryDocument,
  ),
  client(
    'LEG-OBO-ASSERTION',
    'MUST',
    'A client sends the token of a person as it received it',
    'documented',
    onBehalfOfDocument,
  ),
  client(
    'PERSON-UNUSABLE',
    'MUST',
    'A token that cannot be exchanged ends in an error, at the latest when the provider refuses it once',
    'documented',
    `${onBehalfOfDocument} (the audience of the token is the blueprint); ${ordinaryDocument}`,
  ),
  client(
    'FAILURE-CONSENT',
    'MUST',
    'The caller learns that consent is missing',
    'captured',
    `${consentCaptures}: suberror consent_required, which libraries tell apart`,
  ),
  client(
    'RETRY-CONSENT',
    'MUST',
    'A client does not repeat a request that lacks consent',
    'captured',
    `${consentCaptures}: only a person or an administrator can change the answer`,
  ),
  client(
    'RETRY-CONSENT-GIVEN',
    'MUST',
    'A client gets a token as soon as consent was given',
    'inferred',
    'consent is given while programs run; no text of Microsoft says how soon a client asks again',
  ),
  client(
    'FAILURE-CLAIMS',
    'MUST',
    'The caller learns the claims of a challenge as the provider sent them',
    'documented',
    `${ordinaryDocument} (the middle tier hands the claims to its client); ${challengeDocument}`,
  ),
  client(
    'RETRY-CLAIMS',
    'MUST',
    'A client does not answer a challenge by repeating its request',
    'documented',
    challengeDocument,
  ),
  client(
    'CACHE-CLAIMS',
    'MUST',
    'A call with claims gets a new token, for which the client sends these claims',
    'documented',
    `${challengeDocument} (claims bypass the cache)`,
  ),
]
