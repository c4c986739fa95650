import { type AdviceByRule, advice } from './advice.ts'

/** For what a client sends and does not send. */
export const clientRuleAdvice: AdviceByRule = {
  'LEG-FMI-PATH': advice(
    'fmi_path is missing, sent in step 2, or holds another id.',
    'Send it once: in step 1, with the client id of the agent identity.',
  ),
  'LEG-CREDENTIAL': advice(
    "The blueprint's secret was sent in step 2, or the T1 of another agent identity was presented.",
    'Step 1 carries the credential of the blueprint, step 2 the T1 that was issued for this agent identity, and nothing else.',
  ),
  'CACHE-PER-AGENT': advice(
    'The cache key of T1 leaves out the agent identity, so that the second agent gets the T1 of the first.',
    'Put tenant, blueprint, agent identity and credential into the key.',
  ),
  'CACHE-REUSE': advice(
    'Every call asks for new tokens.',
    'Keep a token until shortly before exp.',
  ),
  'RENEW-TOKEN': advice(
    'The cache serves a token that has expired, or is about to.',
    'Renew some minutes before exp.',
  ),
  'CONCURRENT-SHARED': advice(
    'Callers that arrive together each send a request.',
    'Let them wait for the request that is under way.',
  ),
  'RETRY-REFUSED': advice(
    'A 4xx was retried. The answer will not change, and repeated failures get throttled.',
    'Retry 429, 5xx and missing answers only.',
  ),
  'RETRY-PER-AGENT': advice(
    'The wait after 429 is kept for the whole client.',
    'Keep it for each agent identity.',
  ),
  'RETRY-AFTER': advice(
    'Retry-After was ignored or read in one of its two forms only.',
    'Read seconds and HTTP dates, and send nothing before.',
  ),
  'ANSWER-WITHOUT-TOKEN': advice(
    'An answer without access_token was taken for success.',
    'Check status, JSON, access_token and token_type.',
  ),
  'INPUT-BLANK': advice(
    'An empty id was sent on as fmi_path.',
    'Refuse blank ids, and the text "undefined", before anything is sent.',
  ),
  'RECIPIENT-WRONG-AGENT': advice(
    'The token was handed out without a look at azp or appid.',
    'Compare it with the agent identity that was asked for.',
  ),
  'FAILURE-DETAILS': advice(
    'The error was shortened to its text.',
    'Keep error, error_codes and correlation_id; support asks for them.',
  ),
  'LOG-SECRETS': advice(
    'A request, or an answer, was logged as a whole.',
    'Mask every parameter that is not known to be harmless.',
  ),
  'RENEW-FILE': advice(
    'The assertion file was read once, at start.',
    'Read it for every request: it is replaced while the process runs.',
  ),
  'MANAGED-IDENTITY-ONCE': advice(
    'The managed identity endpoint is asked for every token.',
    'Ask it when a new T1 is needed; it is rate limited.',
  ),
  'LEG-SCOPE': advice(
    'Step 1 asked for the resource, or step 2 for the token exchange.',
    'Ask for api://AzureADTokenExchange/.default in step 1 and for <resource>/.default in step 2.',
  ),
  'AUTHORITY-TENANT': advice(
    'One step used the tenant of the configuration, another the tenant of the call, or `common`.',
    'Build every URL, and the audience of the assertion, from one tenant.',
  ),
  'AUTHORITY-CALL-TENANT': advice(
    'The tenant of the call was ignored, or reached only one of the steps.',
    'Hand the tenant of the call to every step, and put it into the cache key.',
  ),
  'CLOUD-AUDIENCE': advice(
    'The audience of the public cloud is written into the code.',
    'Take it from the cloud: api://AzureADTokenExchangeUSGov, api://AzureADTokenExchangeChina.',
  ),
  'RETRY-DISCOVERY': advice(
    'The failure of discovery is not remembered, so that every call repeats it.',
    'Keep the outcome, failures too, for a while.',
  ),
  'AUTHORITY-HOST': advice(
    'A host is written into the code, such as login.microsoftonline.com for instance discovery.',
    'Ask the configured authority only.',
  ),
  'SIGN-AUDIENCE': advice(
    'aud holds another tenant, another host or the issuer.',
    'Sign an assertion for the URL that it is posted to.',
  ),
  'SIGN-HEADER': advice(
    'alg, typ, x5t or x5t#S256 is missing, or x5c is no array of base64 DER.',
    'Write x5c as an array, thumbprints in base64url, and alg as PS256 or RS256.',
  ),
  'SIGN-CHAIN': advice(
    'Only the leaf certificate is sent.',
    'Send every certificate of the configured file, the leaf first.',
  ),
  'SIGN-THUMBPRINT': advice(
    'The thumbprint was written with +, / or =.',
    'Encode it as base64url and leave the padding out.',
  ),
  'SIGN-CLAIMS': advice(
    'iss or sub is not the client id, or exp or jti is missing.',
    'Set iss and sub to the client id, exp to a few minutes from now, and a fresh jti.',
  ),
  'SEND-ONE-CREDENTIAL': advice(
    'A secret and an assertion were sent together, or neither.',
    'Send the one credential that is configured.',
  ),
  'SEND-MISSING-VALUE': advice(
    'A value that was not set was turned into text.',
    'Leave parameters without a value out, and refuse a configuration that lacks one.',
  ),
  'SEND-IN-BODY': advice(
    'A secret, assertion or token is in the query of the URL, where proxies and logs keep it.',
    'Send it in the body of the form.',
  ),
  'MANAGED-IDENTITY-AUDIENCE': advice(
    'The managed identity was asked for another resource.',
    'Ask it for api://AzureADTokenExchange.',
  ),
  'CACHE-SIMILAR-IDS': advice(
    'Ids were shortened, compared by a part, or joined without a separator.',
    'Use the whole id in the key, and separate its parts.',
  ),
  'CACHE-NEW-CREDENTIAL': advice(
    'The cache key of T1 leaves out the credential.',
    'Put a hash of the credential into the key.',
  ),
  'RENEW-ASSERTION': advice(
    'T1 or an assertion was kept as text and presented after its exp.',
    'Check exp before each use; get a new one.',
  ),
  'CONCURRENT-TOKENS': advice(
    'State of one call was kept where another call reads it.',
    'Keep what belongs to a call in the call.',
  ),
  'RECIPIENT-OWN-TOKEN': advice(
    'The cache served a token under too short a key.',
    'Put tenant, agent identity and scope into the key.',
  ),
  'RETRY-RECOVERS': advice(
    'A failure was remembered, or the first one ended everything.',
    'Let the next call, or the next attempt, ask again.',
  ),
  'RETRY-ENDS': advice(
    'Attempts are not counted.',
    'Stop after a few, and report the last failure.',
  ),
  'ANSWER-UNKNOWN-MEMBERS': advice(
    'Members were counted, or a strict schema refused new ones.',
    'Ignore what is not known; RFC 6749 demands it.',
  ),
  'ANSWER-TEXT-LIFETIME': advice('expires_in was read as a number only.', 'Convert it.'),
  'ANSWER-REDIRECT': advice(
    'The HTTP library follows redirects and sends the form again.',
    'Switch redirects off for token requests.',
  ),
  'ANSWER-SLOW': advice('The time limit is too short.', 'Wait for an answer for some seconds.'),
  'ANSWER-BROKEN-OFF': advice(
    'A missing answer was not treated as a failure.',
    'Set a timeout, and report or repeat what broke.',
  ),
}
