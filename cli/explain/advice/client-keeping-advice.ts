import { type AdviceByRule, advice } from './advice.ts'

/** For where a client goes, what it keeps, and what it takes for success. */
export const clientKeepingAdvice: AdviceByRule = {
  'AUTHORITY-CREDENTIAL': advice(
    'The client followed a redirect, believed a discovery document, or put a credential into another request.',
    'Send credentials only to the token endpoint of the configured authority, and follow no redirect with them.',
  ),
  'AUTHORITY-TLS': advice(
    'The client does not verify certificates, or verifies only a part: the chain, the dates or the name.',
    'Leave verification on, and add the authority of the test to what is trusted.',
  ),
  'AUTHORITY-PLAIN-HTTP': advice(
    'The client accepts an http authority on any host.',
    'Refuse http, except for localhost, 127.0.0.1 and ::1.',
  ),
  'LEG-T1-BEARER': advice(
    'The client called a resource with T1.',
    'Redeem T1 first, and call the resource with the token of the agent identity.',
  ),
  'LEG-WHOLE-SCOPE': advice(
    'The client requested only the first of several scopes, or looked for one of them in its cache.',
    'Send all scopes of a call, or report that one call is for one resource.',
  ),
  'SEND-CORRELATION': advice(
    'The client makes its client-request-id once.',
    'Make a new one for each call, or send none.',
  ),
  'CACHE-PER-TENANT': advice(
    'The cache key leaves out the tenant.',
    'Include the tenant of the call in the key.',
  ),
  'AUTHORITY-NEXT-CALL': advice(
    'The client stores the tenant of a call in its configuration.',
    'Keep the tenant of a call local to that call.',
  ),
  'CACHE-PER-BLUEPRINT': advice(
    'The cache outlives the configuration, and its key leaves out the blueprint.',
    'Include the client id of the blueprint in the key.',
  ),
  'RENEW-SECRET': advice(
    'The client keeps the first secret or certificate, or an HTTP client made with it.',
    'Use the credential of the newest configuration for every request.',
  ),
  'RENEW-FORCED': advice(
    'forceRefresh is ignored, or reaches only one of several caches.',
    'Request the token of the agent identity again, whatever the caches hold.',
  ),
  'CACHE-NEWEST': advice(
    'A forced renewal does not store its token.',
    'Replace the cached token with the new one.',
  ),
  'RENEW-NO-STALE': advice(
    'The client returns its old token whenever renewal fails.',
    'Return an old token only while it is valid; otherwise report the failure.',
  ),
  'RENEW-REFUSED-T1': advice(
    'The client keeps T1 although the provider refused it.',
    'Remove T1 from the cache when it is refused.',
  ),
  'FILE-LINE-END': advice(
    'The client sends the file as it is, with the line end.',
    'Remove white space around the assertion.',
  ),
  'SIGN-UNIQUE': advice(
    'jti is a constant, or is made once.',
    'Make a new random jti for each assertion.',
  ),
  'SIGN-THUMBPRINT-KIND': advice(
    'x5t holds the SHA-256 thumbprint, or x5t#S256 the SHA-1 thumbprint.',
    'Write 20 bytes of SHA-1 into x5t, or 32 bytes of SHA-256 into x5t#S256.',
  ),
  'SIGN-CHAIN-ORDER': advice(
    'The certificates of the file are sent in another order.',
    'Put the certificate that signs first, then each issuer.',
  ),
  'ANSWER-TOKEN-TYPE': advice(
    'The client does not look at token_type, or compares it with regard to case.',
    'Accept Bearer in any letter case, and nothing else.',
  ),
  'ANSWER-STATUS': advice(
    'The client looks for access_token before the status, or takes every 200 for success.',
    'Check the status first, then for access_token.',
  ),
  'ANSWER-NO-LIFETIME': advice(
    'The client computes with a missing lifetime, and its comparison never says expired.',
    'Refuse the answer, or keep the token for a short time.',
  ),
  'ANSWER-EXTENDED-LIFETIME': advice(
    'The client takes ext_expires_in for the lifetime.',
    'Use expires_in.',
  ),
  'ANSWER-IN-PIECES': advice(
    'The client parses the first part of the body that arrives.',
    'Read the body to its end.',
  ),
  'FAILURE-PROSE': advice(
    'The client searches error_description for numbers or words.',
    'Read error, error_codes and suberror.',
  ),
}
