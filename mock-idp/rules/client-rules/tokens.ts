import type { ClientRule } from '../rule.ts'
import { client, opinion } from './client-rule.ts'

/** What a client keeps, renews and hands out. */
export const tokenRules: readonly ClientRule[] = [
  client(
    'CACHE-PER-AGENT',
    'MUST',
    'Each agent identity gets its own T1',
    'third-party',
    'github.com/AzureAD/microsoft-authentication-library-for-python/pull/876',
  ),
  client(
    'CACHE-SIMILAR-IDS',
    'MUST',
    'A client does not confuse agent identities with similar ids',
    'third-party',
    'github.com/AzureAD/microsoft-authentication-library-for-js/pull/8713',
  ),
  client(
    'CACHE-REUSE',
    'SHOULD',
    'A client reuses a token that is still valid',
    'third-party',
    'github.com/microsoft/teams.ts/pull/613',
  ),
  client(
    'CACHE-NEW-CREDENTIAL',
    'INFO',
    'A blueprint with a new credential gets a new T1',
    'inferred',
    opinion,
  ),
  client(
    'CACHE-RESET',
    'SHOULD',
    'A client that was reset requests a new token',
    'inferred',
    'the adapter protocol: reset drops every cache',
  ),
  client(
    'RENEW-TOKEN',
    'MUST',
    'A client renews a token before it expires',
    'third-party',
    'github.com/AzureAD/microsoft-authentication-library-for-java/issues/984',
  ),
  client(
    'RENEW-ASSERTION',
    'MUST',
    'A client presents no expired assertion',
    'standard',
    'RFC 7523 section 3; learn.microsoft.com/entra/identity-platform/reference-error-codes (AADSTS700024)',
  ),
  client(
    'CONCURRENT-SHARED',
    'SHOULD',
    'Simultaneous calls for the same token share one request',
    'inferred',
    opinion,
  ),
  client(
    'CONCURRENT-TOKENS',
    'MUST',
    'Simultaneous callers each get the token they requested',
    'third-party',
    'github.com/AzureAD/microsoft-identity-web/pull/3919',
  ),
  client(
    'RECIPIENT-WRONG-AGENT',
    'MUST',
    'A client returns no token of another agent identity',
    'library',
    'AzureAD/microsoft-identity-web sidecar and its clients',
  ),
  client(
    'RECIPIENT-OWN-TOKEN',
    'MUST',
    'A returned token was issued for the requested agent identity, tenant and resource',
    'third-party',
    'github.com/AzureAD/microsoft-authentication-library-for-python/pull/876',
  ),
  client(
    'RECIPIENT-EXPIRY',
    'MUST',
    'The reported expiry of a token is not later than its own',
    'standard',
    'RFC 6749 section 5.1 (expires_in)',
  ),
]
