import type { ClientRule } from '../rule.ts'
import { client, opinion } from './client-rule.ts'

/** What a client keeps, renews and hands out. */
export const tokenRules: readonly ClientRule[] = [
  client(
    'CACHE-PER-AGENT',
    'MUST',
    'Each agent identity gets a T1 of its own',
    'third-party',
    'github.com/AzureAD/microsoft-authentication-library-for-python/pull/876',
  ),
  client(
    'CACHE-SIMILAR-IDS',
    'MUST',
    'Agent identities with similar ids are not confused',
    'third-party',
    'github.com/AzureAD/microsoft-authentication-library-for-js/pull/8713',
  ),
  client(
    'CACHE-REUSE',
    'SHOULD',
    'A token that still holds is used again',
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
    'RENEW-TOKEN',
    'MUST',
    'A token is renewed before it expires',
    'third-party',
    'github.com/AzureAD/microsoft-authentication-library-for-java/issues/984',
  ),
  client(
    'RENEW-ASSERTION',
    'MUST',
    'No assertion is presented that has expired',
    'documented',
    'RFC 7523 section 3; learn.microsoft.com/entra/identity-platform/reference-error-codes (AADSTS700024)',
  ),
  client(
    'CONCURRENT-SHARED',
    'INFO',
    'Simultaneous callers of the same thing share one request',
    'inferred',
    opinion,
  ),
  client(
    'CONCURRENT-TOKENS',
    'MUST',
    'Simultaneous callers get the tokens they asked for',
    'third-party',
    'github.com/AzureAD/microsoft-identity-web/pull/3919',
  ),
  client(
    'RECIPIENT-WRONG-AGENT',
    'MUST',
    'A token of another agent identity is not handed out',
    'library',
    'AzureAD/microsoft-identity-web sidecar and its clients',
  ),
  client(
    'RECIPIENT-OWN-TOKEN',
    'MUST',
    'A token that is handed out was issued for that agent identity, tenant and resource',
    'third-party',
    'github.com/AzureAD/microsoft-authentication-library-for-python/pull/876',
  ),
]
