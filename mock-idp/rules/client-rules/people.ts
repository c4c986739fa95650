import type { ClientRule } from '../rule.ts'
import { client, opinion } from './client-rule.ts'
import { onBehalfOfDocument } from './on-behalf-of.ts'

const assertionKey =
  'AzureAD/microsoft-authentication-library-for-js OnBehalfOfClient: the cache key holds the hash of the assertion'
const sharedCache =
  'microsoft/Agents-for-net MsalAuth: user_id is not part of the key of a shared cache'

/** Whose token a client hands out, keeps and renews, where tokens are about people. */
export const peopleRules: readonly ClientRule[] = [
  client(
    'PERSON-OWN-TOKEN',
    'MUST',
    'A client never hands the token of one person to another',
    'library',
    `${assertionKey}; ${sharedCache}`,
  ),
  client(
    'PERSON-PERMISSIONS',
    'MUST',
    'A token of a person carries the permissions that its caller asked for',
    'library',
    'AzureAD/microsoft-authentication-library-for-js CacheManager: a token in the cache serves only scopes that it contains (ScopeSet.containsScopeSet)',
  ),
  client(
    'RECIPIENT-WRONG-PERSON',
    'MUST',
    'A client returns no token about somebody else than the person of the call',
    'library',
    'github.com/microsoftgraph/msgraph-sdk-dotnet-auth/issues/29 (MSAL refuses an answer about another user: user_mismatch)',
  ),
  client(
    'PERSON-FALLBACK',
    'MUST',
    'A client without a token of the person hands out none of the agent instead',
    'third-party',
    'github.com/microsoft/teams.net/pull/653',
  ),
  client(
    'PERSON-NEW-SIGN-IN',
    'SHOULD',
    'A client exchanges the token of a new sign-in, although it has one of the same person',
    'library',
    assertionKey,
  ),
  client(
    'PERSON-REUSE',
    'SHOULD',
    'A client that caches tokens reuses that of a person',
    'third-party',
    'github.com/AzureAD/microsoft-identity-web/issues/3840',
  ),
  client(
    'PERSON-CONCURRENT',
    'MUST',
    'Simultaneous callers each get the token of their own person',
    'third-party',
    'github.com/AzureAD/microsoft-identity-web/pull/3919',
  ),
  client(
    'PERSON-THROTTLED',
    'SHOULD',
    'A request that was throttled for one person does not block another person',
    'inferred',
    opinion,
  ),
  client(
    'PERSON-INPUT',
    'MUST',
    'A client refuses a call without a person before any request',
    'library',
    'AzureAD/microsoft-authentication-library-for-js: an empty assertion and a missing user fail before the wire',
  ),
  client(
    'PERSON-TOKEN-ELSEWHERE',
    'MUST',
    'The token of a person goes to the token endpoint of the authority and nowhere else',
    'documented',
    `${onBehalfOfDocument} (its audience is the blueprint); RFC 6750 section 5.2`,
  ),
  client(
    'PERSON-STALE',
    'MUST',
    'A client hands out no expired token of a person, whatever it cannot renew',
    'standard',
    'RFC 6750 section 3.1 (an expired token is invalid); RFC 7519 section 4.1.4',
  ),
  client(
    'RENEW-PERSON-CREDENTIAL',
    'MUST',
    'A fresh T1 alone proves the agent identity that presents a refresh token',
    'documented',
    `${onBehalfOfDocument}, section on refresh tokens`,
  ),
  client(
    'RENEW-OWN-PERSON',
    'MUST',
    'A refresh token brings a token for its own person alone',
    'standard',
    'RFC 6749 sections 1.5 and 10.4 (a refresh token stands for the authorization of its resource owner)',
  ),
  client(
    'RENEW-OWN-AGENT',
    'MUST',
    'The agent identity that got a refresh token presents it, and no other',
    'standard',
    'RFC 6749 sections 6 and 10.4 (a refresh token is bound to the client to which it was issued)',
  ),
  client(
    'RENEW-NEWEST',
    'MUST',
    'A client that got a new refresh token presents the old one no more',
    'standard',
    'RFC 6749 section 6',
  ),
  client(
    'RENEW-ANEW',
    'SHOULD',
    'A client whose refresh token is refused starts the flow anew',
    'library',
    'AzureAD/microsoft-identity-web: the agent user flow falls back to its three requests',
  ),
]
