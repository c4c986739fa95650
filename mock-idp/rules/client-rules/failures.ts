import type { ClientRule } from '../rule.ts'
import { client, opinion } from './client-rule.ts'

const answer = 'RFC 6749 section 5.1'

/** What a client makes of refusals, failures and strange answers. */
export const failureRules: readonly ClientRule[] = [
  client(
    'RETRY-1',
    'MUST',
    'A refused credential is not tried again',
    'third-party',
    'github.com/AzureAD/microsoft-identity-web/issues/3654',
  ),
  client(
    'RETRY-2',
    'MUST',
    'Throttling of one agent identity does not block another',
    'inferred',
    opinion,
  ),
  client(
    'RETRY-3',
    'MUST',
    'No request is sent before Retry-After has passed',
    'documented',
    'RFC 9110 section 10.2.3',
  ),
  client('RETRY-4', 'MUST', 'A failure that has passed is overcome', 'inferred', opinion),
  client(
    'RETRY-5',
    'MUST',
    'Attempts come to an end',
    'third-party',
    'github.com/AzureAD/microsoft-identity-web/issues/3654',
  ),
  client('RESP-1', 'MUST', 'An answer without a token is an error', 'documented', answer),
  client(
    'RESP-2',
    'MUST',
    'Members of an answer that a client does not know are ignored',
    'documented',
    answer,
  ),
  client(
    'RESP-3',
    'SHOULD',
    'A lifetime that is written as text is understood',
    'inferred',
    'the answers of managed identity endpoints; older endpoints of Microsoft write text',
  ),
  client(
    'RESP-4',
    'SHOULD',
    'A redirect carries no credential to another host',
    'inferred',
    opinion,
  ),
  client(
    'RESP-5',
    'MUST',
    'A connection that breaks ends in an error or in another attempt',
    'inferred',
    opinion,
  ),
  client('RESP-6', 'SHOULD', 'An answer that takes a second is waited for', 'inferred', opinion),
  client(
    'ERR-1',
    'MUST',
    'An error names error, numbers and correlation id',
    'documented',
    'learn.microsoft.com/entra/identity-platform/reference-error-codes',
  ),
]
