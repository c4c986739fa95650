import { type AdviceByRule, advice } from './advice.ts'

/** For what a client sends and does not send. */
export const clientRuleAdvice: AdviceByRule = {
  'T1-1': advice(
    'fmi_path is missing, sent in step 2, or holds another id.',
    'Send it once: in step 1, with the client id of the agent identity.',
  ),
  'LEG-1': advice(
    "The blueprint's secret was sent in step 2, or the T1 of another agent identity was presented.",
    'Step 1 carries the credential of the blueprint, step 2 the T1 that was issued for this agent identity, and nothing else.',
  ),
  'CACHE-1': advice(
    'The cache key of T1 leaves out the agent identity, so that the second agent gets the T1 of the first.',
    'Put tenant, blueprint, agent identity and credential into the key.',
  ),
  'CACHE-4': advice('Every call asks for new tokens.', 'Keep a token until shortly before exp.'),
  'EXP-1': advice(
    'The cache serves a token that has expired, or is about to.',
    'Renew some minutes before exp.',
  ),
  'CONC-1': advice(
    'Callers that arrive together each send a request.',
    'Let them wait for the request that is under way.',
  ),
  'RETRY-1': advice(
    'A 4xx was retried. The answer will not change, and repeated failures get throttled.',
    'Retry 429, 5xx and missing answers only.',
  ),
  'RETRY-2': advice(
    'The wait after 429 is kept for the whole client.',
    'Keep it for each agent identity.',
  ),
  'RETRY-3': advice(
    'Retry-After was ignored or read in one of its two forms only.',
    'Read seconds and HTTP dates, and send nothing before.',
  ),
  'RESP-1': advice(
    'An answer without access_token was taken for success.',
    'Check status, JSON, access_token and token_type.',
  ),
  'INPUT-1': advice(
    'An empty id was sent on as fmi_path.',
    'Refuse blank ids, and the text "undefined", before anything is sent.',
  ),
  'ID-1': advice(
    'The token was handed out without a look at azp or appid.',
    'Compare it with the agent identity that was asked for.',
  ),
  'ERR-1': advice(
    'The error was shortened to its text.',
    'Keep error, error_codes and correlation_id; support asks for them.',
  ),
  'LOG-1': advice(
    'A request, or an answer, was logged as a whole.',
    'Mask every parameter that is not known to be harmless.',
  ),
  'FIC-1': advice(
    'The assertion file was read once, at start.',
    'Read it for every request: it is replaced while the process runs.',
  ),
  'MI-1': advice(
    'The managed identity endpoint is asked for every token.',
    'Ask it when a new T1 is needed; it is rate limited.',
  ),
  'LEG-2': advice(
    'Step 1 asked for the resource, or step 2 for the token exchange.',
    'Ask for api://AzureADTokenExchange/.default in step 1 and for <resource>/.default in step 2.',
  ),
  'TEN-1': advice(
    'One step used the tenant of the configuration, another the tenant of the call, or `common`.',
    'Build every URL, and the audience of the assertion, from one tenant.',
  ),
  'TEN-2': advice(
    'The tenant of the call was ignored, or reached only one of the steps.',
    'Hand the tenant of the call to every step, and put it into the cache key.',
  ),
  'CLOUD-1': advice(
    'The audience of the public cloud is written into the code.',
    'Take it from the cloud: api://AzureADTokenExchangeUSGov, api://AzureADTokenExchangeChina.',
  ),
  'DISC-1': advice(
    'The failure of discovery is not remembered, so that every call repeats it.',
    'Keep the outcome, failures too, for a while.',
  ),
  'DISC-2': advice(
    'A host is written into the code, such as login.microsoftonline.com for instance discovery.',
    'Ask the configured authority only.',
  ),
  'ASSERT-1': advice(
    'aud holds another tenant, another host or the issuer.',
    'Sign an assertion for the URL that it is posted to.',
  ),
  'ASSERT-2': advice(
    'alg, typ, x5t or x5t#S256 is missing, or x5c is no array of base64 DER.',
    'Write x5c as an array, thumbprints in base64url, and alg as PS256 or RS256.',
  ),
  'ASSERT-3': advice(
    'Only the leaf certificate is sent.',
    'Send every certificate of the configured file, the leaf first.',
  ),
  'ASSERT-5': advice(
    'The thumbprint was written with +, / or =.',
    'Encode it as base64url and leave the padding out.',
  ),
  'ASSERT-4': advice(
    'iss or sub is not the client id, or exp or jti is missing.',
    'Set iss and sub to the client id, exp to a few minutes from now, and a fresh jti.',
  ),
  'CRED-1': advice(
    'A secret and an assertion were sent together, or neither.',
    'Send the one credential that is configured.',
  ),
  'CRED-2': advice(
    'A value that was not set was turned into text.',
    'Leave parameters without a value out, and refuse a configuration that lacks one.',
  ),
  'CRED-3': advice(
    'A secret, assertion or token is in the query of the URL, where proxies and logs keep it.',
    'Send it in the body of the form.',
  ),
  'MI-2': advice(
    'The managed identity was asked for another resource.',
    'Ask it for api://AzureADTokenExchange.',
  ),
  'CACHE-2': advice(
    'Ids were shortened, compared by a part, or joined without a separator.',
    'Use the whole id in the key, and separate its parts.',
  ),
  'CACHE-5': advice(
    'The cache key of T1 leaves out the credential.',
    'Put a hash of the credential into the key.',
  ),
  'EXP-2': advice(
    'T1 or an assertion was kept as text and presented after its exp.',
    'Check exp before each use; get a new one.',
  ),
  'CONC-2': advice(
    'State of one call was kept where another call reads it.',
    'Keep what belongs to a call in the call.',
  ),
  'ID-2': advice(
    'The cache served a token under too short a key.',
    'Put tenant, agent identity and scope into the key.',
  ),
  'RETRY-4': advice(
    'A failure was remembered, or the first one ended everything.',
    'Let the next call, or the next attempt, ask again.',
  ),
  'RETRY-5': advice('Attempts are not counted.', 'Stop after a few, and report the last failure.'),
  'RESP-2': advice(
    'Members were counted, or a strict schema refused new ones.',
    'Ignore what is not known; RFC 6749 demands it.',
  ),
  'RESP-3': advice('expires_in was read as a number only.', 'Convert it.'),
  'RESP-4': advice(
    'The HTTP library follows redirects and sends the form again.',
    'Switch redirects off for token requests.',
  ),
  'RESP-6': advice('The time limit is too short.', 'Wait for an answer for some seconds.'),
  'RESP-5': advice(
    'A missing answer was not treated as a failure.',
    'Set a timeout, and report or repeat what broke.',
  ),
}
