import { type AdviceByRule, advice } from './advice.ts'

/** For what a client sends and does not send. */
export const clientRuleAdvice: AdviceByRule = {
  'LEG-FMI-PATH': advice(
    'fmi_path is missing, sent in step 2, or holds another id.',
    'Send it once: in step 1, with the client id of the agent identity.',
  ),
  'LEG-CREDENTIAL': advice(
    'Step 2 sent the secret of the blueprint, or the T1 of another agent identity.',
    'Send only the credential of the blueprint in step 1, and only the T1 issued for this agent identity in step 2.',
  ),
  'CACHE-PER-AGENT': advice(
    'The cache key of T1 leaves out the agent identity, so the second agent gets the T1 of the first.',
    'Include tenant, blueprint, agent identity and credential in the key.',
  ),
  'CACHE-REUSE': advice(
    'Every call requests new tokens.',
    'Keep a token until shortly before exp.',
  ),
  'RENEW-TOKEN': advice(
    'The cache serves a token that has expired, or is about to.',
    'Renew it a few minutes before exp.',
  ),
  'CONCURRENT-SHARED': advice(
    'Concurrent callers each send a request.',
    'Make them wait for the request that is already running.',
  ),
  'RETRY-REFUSED': advice(
    'The client retried a 4xx. The answer will not change, and Entra throttles repeated failures.',
    'Retry only 429, 5xx and missing answers.',
  ),
  'RETRY-PER-AGENT': advice(
    'The wait after a 429 applies to the whole client.',
    'Apply it to each agent identity separately.',
  ),
  'RETRY-AFTER': advice(
    'The client ignored Retry-After, or reads only one of its two forms.',
    'Read both seconds and HTTP dates, and send nothing before that time.',
  ),
  'ANSWER-WITHOUT-TOKEN': advice(
    'The client took an answer without access_token for success.',
    'Check status, JSON, access_token and token_type.',
  ),
  'INPUT-BLANK': advice(
    'The client sent an empty id as fmi_path.',
    'Refuse blank ids and the text "undefined" before you send anything.',
  ),
  'RECIPIENT-WRONG-AGENT': advice(
    'The client returned the token without checking azp or appid.',
    'Compare it with the agent identity that the caller requested.',
  ),
  'FAILURE-DETAILS': advice(
    'The client reduced the error to its text.',
    'Keep error, error_codes and correlation_id. Support asks for them.',
  ),
  'LOG-SECRETS': advice(
    'The client logged a whole request or answer.',
    'Mask every parameter that is not known to be harmless.',
  ),
  'RENEW-FILE': advice(
    'The client read the assertion file only once, at start.',
    'Read it for every request, because it is replaced while the process runs.',
  ),
  'MANAGED-IDENTITY-ONCE': advice(
    'The client calls the managed identity endpoint for every token.',
    'Call it only when you need a new T1. It is rate limited.',
  ),
  'LEG-SCOPE': advice(
    'Step 1 requested the resource, or step 2 the token exchange.',
    'Request api://AzureADTokenExchange/.default in step 1 and <resource>/.default in step 2.',
  ),
  'AUTHORITY-TENANT': advice(
    'One step used the tenant of the configuration, another the tenant of the call, or `common`.',
    'Build every URL, and the audience of the assertion, from one tenant.',
  ),
  'AUTHORITY-CALL-TENANT': advice(
    'The client ignored the tenant of the call, or used it in only one of the steps.',
    'Pass the tenant of the call to every step, and include it in the cache key.',
  ),
  'CLOUD-AUDIENCE': advice(
    'The audience of the public cloud is hard-coded.',
    'Take it from the cloud: api://AzureADTokenExchangeUSGov, api://AzureADTokenExchangeChina.',
  ),
  'RETRY-DISCOVERY': advice(
    'The client does not remember that discovery failed, so every call repeats it.',
    'Cache the outcome for a while, including failures.',
  ),
  'AUTHORITY-HOST': advice(
    'A host is hard-coded, such as login.microsoftonline.com for instance discovery.',
    'Send requests only to the configured authority.',
  ),
  'SIGN-AUDIENCE': advice(
    'The aud of the assertion names another tenant, another host or the issuer.',
    'Set aud to the URL to which you post the assertion.',
  ),
  'SIGN-HEADER': advice(
    'alg, typ, x5t or x5t#S256 is missing, or x5c is not an array of base64 DER.',
    'Write x5c as an array, thumbprints in base64url, and alg as PS256 or RS256.',
  ),
  'SIGN-MEMBERS': advice(
    'The library writes members of its own into the header, such as crit, b64, cty, jku or gty.',
    'Leave only alg, typ, kid, x5t or x5t#S256 and x5c in the header.',
  ),
  'SIGN-CHAIN': advice(
    'The client sends only the leaf certificate.',
    'Send every certificate in the configured file, the leaf first.',
  ),
  'SIGN-THUMBPRINT': advice(
    'The thumbprint contains +, / or =.',
    'Encode it as base64url without padding.',
  ),
  'SIGN-CLAIMS': advice(
    'iss or sub is not the client id, or exp or jti is missing.',
    'Set iss and sub to the client id, exp to a few minutes from now, and a fresh jti.',
  ),
  'SEND-ONE-CREDENTIAL': advice(
    'The request has a secret and an assertion, or neither.',
    'Send the one credential that is configured.',
  ),
  'SEND-MISSING-VALUE': advice(
    'The client turned a missing value into text.',
    'Omit parameters that have no value, and refuse a configuration that lacks a value.',
  ),
  'SEND-IN-BODY': advice(
    'A secret, assertion or token is in the URL query, where proxies and logs keep it.',
    'Send it in the body of the form.',
  ),
  'MANAGED-IDENTITY-AUDIENCE': advice(
    'The client requested another resource from the managed identity.',
    'Request api://AzureADTokenExchange.',
  ),
  'CACHE-SIMILAR-IDS': advice(
    'The client shortens ids, compares parts of them, or joins them without a separator.',
    'Use whole ids in the key, and put a separator between them.',
  ),
  'CACHE-NEW-CREDENTIAL': advice(
    'The cache key of T1 leaves out the credential.',
    'Include a hash of the credential in the key.',
  ),
  'RENEW-ASSERTION': advice(
    'The client kept T1 or an assertion as text and presented it after its exp.',
    'Check exp before each use, and get a new one in time.',
  ),
  'CONCURRENT-TOKENS': advice(
    'The client keeps the state of one call where another call reads it.',
    'Keep the state of a call local to that call.',
  ),
  'RECIPIENT-OWN-TOKEN': advice(
    'The cache key is too short, so the cache returned another token.',
    'Include tenant, agent identity and scope in the key.',
  ),
  'RETRY-RECOVERS': advice(
    'The client remembered a failure, or gave up after the first one.',
    'Send the request again on the next call or attempt.',
  ),
  'RETRY-ENDS': advice(
    'The client does not count its attempts.',
    'Stop after a few attempts, and report the last failure.',
  ),
  'ANSWER-UNKNOWN-MEMBERS': advice(
    'The client counts members, or its schema refuses unknown ones.',
    'Ignore unknown members, as RFC 6749 requires.',
  ),
  'ANSWER-TEXT-LIFETIME': advice(
    'The client reads expires_in only as a number.',
    'Convert text to a number.',
  ),
  'ANSWER-REDIRECT': advice(
    'The HTTP library follows redirects and sends the form again.',
    'Turn off redirects for token requests.',
  ),
  'ANSWER-SLOW': advice('The time limit is too short.', 'Wait several seconds for an answer.'),
  'ANSWER-BROKEN-OFF': advice(
    'The client did not treat a missing answer as a failure.',
    'Set a timeout, and report the failure or retry the request.',
  ),
  'LEG-TOKEN': advice(
    'The identity provider refused a request of the flow, or the client failed before it sent one.',
    'Read the refused request and its rule in the report. If no request came, read the error of the client.',
  ),
  'SIGN-LIFETIME': advice(
    'The exp of the assertion is hours, days or years ahead.',
    'Set exp to ten minutes from now at most, and sign a new assertion for each request.',
  ),
  'RENEW-FILE-EACH': advice(
    'The client keeps the content of the file for some minutes.',
    'Keep it only if the file always holds an assertion that outlives this time.',
  ),
  'MANAGED-IDENTITY-CLIENT': advice(
    'The request for the token of a managed identity lacks client_id, or names another one.',
    'Pass the clientId of the configuration on as client_id.',
  ),
  'RETRY-AFTER-SHARED': advice(
    'Each call counts its own waits, so that the next call asks a provider that is still busy.',
    'Remember the end of the wait for each credential, tenant and agent identity.',
  ),
  'CACHE-RESET': advice(
    'A cache outlives the client object: it is static, or shared between clients.',
    'Drop every cache in reset, or make a new client object with caches of its own.',
  ),
  'RECIPIENT-EXPIRY': advice(
    'The client reports milliseconds, ext_expires_in, or the expiry of another token.',
    'Report the time of the answer plus expires_in, in seconds since 1970.',
  ),
}
