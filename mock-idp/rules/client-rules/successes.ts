import type { ClientRule } from '../rule.ts'
import { client } from './client-rule.ts'

/** What a client takes for success, and what it reads of a failure. */
export const successRules: readonly ClientRule[] = [
  client(
    'ANSWER-TOKEN-TYPE',
    'SHOULD',
    'A client uses no token of a type that it does not understand',
    'standard',
    'RFC 6749 sections 5.1 and 7.1; whoever uses the token, which may be the caller, must understand its type',
  ),
  client(
    'ANSWER-STATUS',
    'MUST',
    'An answer with the status or the members of an error is an error',
    'standard',
    'RFC 6749 sections 5.1 and 5.2',
  ),
  client(
    'ANSWER-NO-LIFETIME',
    'MUST',
    'A token without a usable lifetime is not kept for ever',
    'standard',
    'RFC 6749 section 5.1 (expires_in is recommended, not required); RFC 6750 section 3.1',
  ),
  client(
    'ANSWER-EXTENDED-LIFETIME',
    'MUST',
    'The extended lifetime of an answer is not the lifetime of its token',
    'library',
    'AzureAD/microsoft-authentication-library-for-js: ext_expires_in serves only while the provider is down',
  ),
  client(
    'ANSWER-IN-PIECES',
    'MUST',
    'A client reads an answer to its end',
    'standard',
    'RFC 9112 sections 6.3 and 7.1',
  ),
  client(
    'FAILURE-PROSE',
    'SHOULD',
    'A client takes what it reports from the members of a refusal, not from its prose',
    'documented',
    'learn.microsoft.com/entra/identity-platform/reference-error-codes',
  ),
]
