import type { ClientRule } from '../rule.ts'
import { client, opinion } from './client-rule.ts'

const answer = 'RFC 6749 section 5.1'

/** What a client makes of refusals, failures and strange answers. */
export const failureRules: readonly ClientRule[] = [
  client(
    'RETRY-REFUSED',
    'MUST',
    'A client does not retry a refused credential',
    'third-party',
    'github.com/AzureAD/microsoft-identity-web/issues/3654',
  ),
  client(
    'RETRY-PER-AGENT',
    'MUST',
    'Throttling of one agent identity does not block another',
    'inferred',
    opinion,
  ),
  client(
    'RETRY-AFTER',
    'MUST',
    'A client sends no request before Retry-After has passed',
    'standard',
    'RFC 9110 section 10.2.3',
  ),
  client(
    'RETRY-AFTER-SHARED',
    'INFO',
    'A second caller waits out the same Retry-After',
    'inferred',
    opinion,
  ),
  client(
    'RETRY-RECOVERS',
    'MUST',
    'A client recovers from a transient failure',
    'inferred',
    opinion,
  ),
  client(
    'RETRY-ENDS',
    'MUST',
    'A client stops retrying at some point',
    'third-party',
    'github.com/AzureAD/microsoft-identity-web/issues/3654',
  ),
  client(
    'ANSWER-WITHOUT-TOKEN',
    'MUST',
    'An answer without a token is an error',
    'standard',
    answer,
  ),
  client(
    'ANSWER-UNKNOWN-MEMBERS',
    'MUST',
    'A client ignores unknown members of an answer',
    'standard',
    answer,
  ),
  client(
    'ANSWER-TEXT-LIFETIME',
    'SHOULD',
    'A client understands a lifetime written as text',
    'inferred',
    'the answers of managed identity endpoints; older endpoints of Microsoft write text',
  ),
  client(
    'ANSWER-REDIRECT',
    'MUST',
    'A redirect carries no credential to another host',
    'standard',
    'RFC 9110 section 15.4 (credentials in redirects); RFC 6749 section 10.8',
  ),
  client(
    'ANSWER-BROKEN-OFF',
    'MUST',
    'A broken connection ends in an error or in another attempt',
    'inferred',
    opinion,
  ),
  client(
    'ANSWER-SLOW',
    'SHOULD',
    'A client waits for an answer that takes a second',
    'inferred',
    opinion,
  ),
  client(
    'FAILURE-DETAILS',
    'MUST',
    'An error names the OAuth error, its numbers and the correlation id',
    'documented',
    'learn.microsoft.com/entra/identity-platform/reference-error-codes',
  ),
]
