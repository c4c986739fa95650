import type { ClientRule } from '../rule.ts'
import { client, opinion } from './client-rule.ts'

const msalCacheKey =
  'AzureAD/microsoft-authentication-library-for-js lib/msal-common: the key of an app token holds client id, environment and realm'

/** What a client keeps apart, and when it replaces what it keeps. */
export const renewalRules: readonly ClientRule[] = [
  client(
    'CACHE-PER-TENANT',
    'MUST',
    'Each tenant gets its own T1 and its own token',
    'library',
    msalCacheKey,
  ),
  client(
    'AUTHORITY-NEXT-CALL',
    'MUST',
    'A tenant named for one call does not apply to the next',
    'third-party',
    'github.com/microsoft/Agents-for-js/issues/954',
  ),
  client(
    'CACHE-PER-BLUEPRINT',
    'MUST',
    'A client that is configured for another blueprint forgets the tokens of the first',
    'library',
    msalCacheKey,
  ),
  client(
    'RENEW-SECRET',
    'MUST',
    'A client that has received a new credential presents the old one no more',
    'inferred',
    opinion,
  ),
  client(
    'RENEW-FORCED',
    'MUST',
    'A caller that demands a new token gets a new one',
    'library',
    'AzureAD/microsoft-authentication-library-for-dotnet AcquireTokenForClientParameterBuilder.WithForceRefresh',
  ),
  client('CACHE-NEWEST', 'SHOULD', 'A renewed token replaces the one before', 'inferred', opinion),
  client(
    'RENEW-NO-STALE',
    'MUST',
    'A client returns no expired token while it cannot renew it',
    'standard',
    'RFC 6750 section 3.1 (an expired token is invalid); RFC 7519 section 4.1.4',
  ),
  client(
    'RENEW-REFUSED-T1',
    'SHOULD',
    'A client gets a new T1 after its T1 was refused',
    'inferred',
    opinion,
  ),
  client(
    'FILE-LINE-END',
    'SHOULD',
    'A client sends the assertion of a file without the line end',
    'library',
    'Azure/azure-sdk-for-js sdk/identity/identity/src/credentials/workloadIdentityCredential.ts trims the file',
  ),
  client(
    'SIGN-UNIQUE',
    'MUST',
    'Two assertions have two ids',
    'standard',
    'RFC 7519 section 4.1.7; the same assertion may be sent again before it expires',
  ),
  client(
    'SIGN-THUMBPRINT-KIND',
    'MUST',
    'Each thumbprint has the length of its kind',
    'standard',
    'RFC 7515 sections 4.1.7 and 4.1.8',
  ),
  client(
    'SIGN-CHAIN-ORDER',
    'MUST',
    'The certificate that signed comes first in x5c, and each next one issued the one before',
    'standard',
    'RFC 7515 section 4.1.6',
  ),
]
