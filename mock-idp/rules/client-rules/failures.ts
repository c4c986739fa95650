import type { ClientRule } from '../rule.ts'
import { client, opinion } from './client-rule.ts'

const answer = 'RFC 6749 section 5.1'

/** What a client makes of refusals, failures and strange answers. */
export const failureRules: readonly ClientRule[] = [
  client(
    'RETRY-REFUSED',
    'MUST',
    'A refused credential is not tried again',
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
    'No request is sent before Retry-After has passed',
    'documented',
    'RFC 9110 section 10.2.3',
  ),
  client('RETRY-RECOVERS', 'MUST', 'A failure that has passed is overcome', 'inferred', opinion),
  client(
    'RETRY-ENDS',
    'MUST',
    'Attempts come to an end',
    'third-party',
    'github.com/AzureAD/microsoft-identity-web/issues/3654',
  ),
  client(
    'ANSWER-WITHOUT-TOKEN',
    'MUST',
    'An answer without a token is an error',
    'documented',
    answer,
  ),
  client(
    'ANSWER-UNKNOWN-MEMBERS',
    'MUST',
    'Members of an answer that a client does not know are ignored',
    'documented',
    answer,
  ),
  client(
    'ANSWER-TEXT-LIFETIME',
    'SHOULD',
    'A lifetime that is written as text is understood',
    'inferred',
    'the answers of managed identity endpoints; older endpoints of Microsoft write text',
  ),
  client(
    'ANSWER-REDIRECT',
    'SHOULD',
    'A redirect carries no credential to another host',
    'inferred',
    opinion,
  ),
  client(
    'ANSWER-BROKEN-OFF',
    'MUST',
    'A connection that breaks ends in an error or in another attempt',
    'inferred',
    opinion,
  ),
  client(
    'ANSWER-SLOW',
    'SHOULD',
    'An answer that takes a second is waited for',
    'inferred',
    opinion,
  ),
  client(
    'FAILURE-DETAILS',
    'MUST',
    'An error names error, numbers and correlation id',
    'documented',
    'learn.microsoft.com/entra/identity-platform/reference-error-codes',
  ),
]
