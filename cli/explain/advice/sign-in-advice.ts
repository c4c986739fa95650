import { type AdviceByRule, advice } from './advice.ts'

export const signInAdvice: AdviceByRule = {
  'AUTHORIZE-CLIENT-AGENTIC': advice(
    'A web application uses the client id of a blueprint to sign people in.',
    'Register an ordinary application for the sign-in, and let it ask for a scope of the blueprint.',
  ),
  'CONSENT-AGENT-INTERACTIVE': advice(
    'An agent identity asks a person for consent, as the documentation of before July 2026 says.',
    'Let an administrator consent for the blueprint, and make the permissions inheritable. The mock shows the old page with agentConsent page.',
  ),
  'AUTHORIZE-REDIRECT-PRESENT': advice(
    'The authorize request has no redirect_uri.',
    'Send one that is registered for the application.',
  ),
  'CLIENT-MULTITENANT': advice(
    'The authority of the client is common or organizations, often by default, and its registration is for one tenant.',
    'Name the tenant in the authority, or set signInAudience of the registration to AzureADMultipleOrgs.',
  ),
  'AUTHORIZE-REDIRECT': advice(
    'The redirect_uri differs from what is registered: another path, another scheme, a slash at the end.',
    'Compare the two letter by letter. Only the port of http://localhost may differ.',
  ),
  'AUTHORIZE-RESPONSE-TYPE-PRESENT': advice(
    'The authorize request has no response_type.',
    'Send response_type=code.',
  ),
  'AUTHORIZE-RESPONSE-TYPE': advice(
    'The client uses the implicit flow.',
    'Send response_type=code with PKCE, and redeem the code.',
  ),
  'AUTHORIZE-ID-TOKEN-ENABLED': advice(
    'The client asks for code id_token, which its registration does not allow.',
    'Send response_type=code, or enable id_tokens of the authorize endpoint (idTokensFromAuthorize in the directory of the mock).',
  ),
  'AUTHORIZE-NONCE': advice(
    'The client asks for an id_token without a nonce.',
    'Send a random nonce, and compare it with the one of the id_token.',
  ),
  'AUTHORIZE-RESPONSE-MODE': advice(
    'The response_mode is mistyped, or it is query although an id_token is asked for.',
    'Use query, fragment or form_post.',
  ),
  'AUTHORIZE-PROMPT': advice(
    'The prompt is mistyped, or it joins none with another word.',
    'Use login, none, consent or select_account.',
  ),
  'AUTHORIZE-CHALLENGE-SIZE': advice(
    'The code_challenge is a placeholder, or the hash in hexadecimal or with padding.',
    'Send the base64url of SHA-256 without padding: 43 characters.',
  ),
  'AUTHORIZE-CHALLENGE-METHOD': advice(
    'The code_challenge_method is mistyped; often S256 is in lower case.',
    'Send S256.',
  ),
  'AUTHORIZE-SCOPE': advice(
    'The authorize request has no scope.',
    'Name what the application needs, such as api://BLUEPRINT/access_agent.',
  ),
  'AUTHORIZE-RESOURCE-LISTED': advice(
    'The registration of the client does not name the API, such as the blueprint.',
    'Add the API to the requested permissions of the client (requiredResourceAccess).',
  ),
  'AUTHORIZE-SCOPE-KNOWN': advice(
    'The scope is mistyped, or it lacks its API: a bare name is looked up at Microsoft Graph.',
    'Put the address of the API before the name of the scope.',
  ),
  'AUTHORIZE-SILENT-SESSION': advice(
    'Nobody is signed in, or somebody else than login_hint names.',
    'Send the same request without prompt=none.',
  ),
  'AUTHORIZE-ASSIGNED': advice(
    'The application requires assignment, and the person is not assigned to it.',
    'Assign the person or a group of theirs to the application.',
  ),
  'AUTHORIZE-SILENT-CONSENT': advice(
    'The person has not consented to what the client asks for.',
    'Send the same request without prompt=none.',
  ),
  'AUTHORIZE-ADMIN-APPROVAL': advice(
    'The client asks a person for a permission that only an administrator grants.',
    'Let an administrator consent for the organization first.',
  ),
  'AUTHORIZE-CONSENT-GIVEN': advice(
    'The person pressed Decline.',
    'Handle consent_required and access_denied alike: say what does not work, and do not ask again at once.',
  ),
  'LOGIN-OWN-FORM': advice(
    'A test sends the form of a page without the cookie or the csrf_token that came with it.',
    'Keep the cookie, and send every hidden field. With the switch automatic no page is needed.',
  ),
  'LOGIN-CONTINUATION': advice(
    'The field continue of the sign-in page was changed.',
    'Send it as the page has it.',
  ),
  'LOGIN-USER-KNOWN': advice(
    'The user name is mistyped, or belongs to another tenant.',
    'Use a user principal name of the tenant. The page lists the people of the mock.',
  ),
  'LOGIN-AGENT-USER': advice(
    'A test signs in as the user of an agent identity.',
    'Agent users have no credentials. Get a token for one with the grant user_fic.',
  ),
  'LOGIN-PASSWORD': advice(
    'The password is not the one that PUT /_mock/sign-in set.',
    'Send that password, or set it to null.',
  ),
  'LOGIN-USER-ENABLED': advice('The account is disabled.', 'Enable the account, or use another.'),
  'CODE-PRESENT': advice(
    'The redemption has no code; often the client did not read the error that came instead.',
    'Look for error in the address before you look for code.',
  ),
  'CODE-REDIRECT-PRESENT': advice(
    'The redemption does not repeat the redirect_uri.',
    'Send the redirect_uri of the authorize request again.',
  ),
  'CODE-TENANT': advice(
    'The code was issued by another tenant than the one that is asked.',
    'Use one authority for both requests.',
  ),
  'CODE-KNOWN': advice(
    'The code is cut short, decoded twice, or older than the mock.',
    'Decode the address once, and send the code as it is.',
  ),
  'CODE-CLIENT': advice(
    'Another application redeems the code.',
    'Send the client_id of the authorize request.',
  ),
  'CODE-ONCE': advice(
    'The code is redeemed twice: by a retry, a page that is loaded again, or two handlers.',
    'Redeem it once, keep the tokens, and renew them with the refresh token.',
  ),
  'CODE-TIME': advice(
    'More than ten minutes passed between the sign-in and the redemption.',
    'Redeem the code at once.',
  ),
  'CODE-REDIRECT': advice(
    'The redirect_uri of the redemption differs from the one of the authorize request; often in the port.',
    'Keep it together with the state, and send the same.',
  ),
  'CODE-VERIFIER-PRESENT': advice(
    'The client sent a code_challenge and forgot its verifier.',
    'Keep the verifier together with the state, and send it as code_verifier.',
  ),
  'CODE-VERIFIER': advice(
    'The verifier belongs to another request, or the hash was made of other bytes.',
    'Keep one verifier for each state. Hash its ASCII characters.',
  ),
  'CODE-VERIFIER-ABSENT': advice(
    'The client sends a verifier, but its authorize request had no code_challenge.',
    'Send the code_challenge too.',
  ),
  'CODE-SPA-CHALLENGE': advice(
    'A single-page application does not use PKCE.',
    'Send a code_challenge with S256.',
  ),
  'CODE-USER-KNOWN': advice(
    'The person was deleted after the sign-in.',
    'Let somebody sign in again.',
  ),
  'CODE-USER-ENABLED': advice(
    'The person was disabled after the sign-in.',
    'Enable the account, and let the person sign in again.',
  ),
  'CRED-ORIGIN-SPA': advice(
    'A page redeems the code, but its redirect URI is registered for a web application.',
    'Register the redirect URI for a single-page application, or redeem on the server.',
  ),
  'CRED-SPA-ORIGIN': advice(
    'A server redeems the code, but its redirect URI is registered for a single-page application.',
    'Register the redirect URI for a web application, or redeem in the browser.',
  ),
  'REFRESH-SPA-TIME': advice(
    'A single-page application renews more than a day after the sign-in.',
    'Ask silently with prompt=none, and else let the person sign in again.',
  ),
}
