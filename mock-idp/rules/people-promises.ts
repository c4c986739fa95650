import { documented, standard } from './evidence.ts'
import { promise } from './promises.ts'
import type { PromiseRule } from './rule.ts'

const codeFlow = 'learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow'
const claims = 'learn.microsoft.com/entra/identity-platform'

/** What people who sign in, and the applications that they come back to, are answered. */
export const peoplePromises: readonly PromiseRule[] = [
  promise(
    'AUTHORIZE-ANSWER',
    'An answer comes back by the way that the application asked for, with its own state',
    standard(
      'RFC 6749 section 4.1.2; OAuth 2.0 Multiple Response Type Encoding Practices section 2.1; OAuth 2.0 Form Post Response Mode section 2',
    ),
  ),
  promise(
    'AUTHORIZE-ERROR-ANSWER',
    'A refusal comes back by the same way, with an error and the state',
    standard('RFC 6749 section 4.1.2.1'),
  ),
  promise(
    'AUTHORIZE-ASKS-AGAIN',
    'A person who is signed in is asked again where the application prompts for it',
    standard('OpenID Connect Core 1.0 section 3.1.2.1, prompt'),
  ),
  promise(
    'AUTHORIZE-SPELLING',
    'A request to sign somebody in is understood in every spelling that means the same',
    standard(
      'RFC 6749 section 3.1; OpenID Connect Core 1.0 sections 3.1.2.1 and 5.5; OAuth 2.0 Multiple Response Type Encoding Practices section 3',
    ),
  ),
  promise(
    'SIGNIN-PAGE',
    'Nobody keeps or frames a page of a sign-in, and its cookie is new and out of reach of scripts',
    standard(
      'RFC 6749 section 10.13; OAuth 2.0 Form Post Response Mode section 4; RFC 6265 section 8',
    ),
  ),
  promise(
    'AUTHORIZE-CODE-UNIQUE',
    'Each authorization code is another, and cannot be guessed',
    standard('RFC 6749 sections 4.1.2 and 10.10'),
  ),
  promise(
    'SIGNIN-TOKEN',
    'A token of a sign-in names the person, the application and the resource',
    documented(`${claims}/access-token-claims-reference`),
  ),
  promise(
    'SIGNIN-ANSWER',
    'The answer to a sign-in holds a refresh token and an id_token where they were asked for',
    documented(`${codeFlow} "offline_access", "openid"`),
  ),
  promise(
    'SIGNIN-ID-TOKEN',
    'An id_token of a sign-in names the person, the application and the nonce of the request',
    standard('OpenID Connect Core 1.0 sections 2 and 3.1.3.7'),
  ),
  promise(
    'SIGNIN-ID-TOKEN-CODE',
    'An id_token that comes with a code names its hash, and the same sign-in as the one that follows',
    standard('OpenID Connect Core 1.0 sections 3.3.2.11 and 3.3.3.6'),
  ),
  promise(
    'SIGNIN-SUBJECT',
    'Each application knows a person by a subject of its own, in id_tokens and user information',
    standard('OpenID Connect Core 1.0 sections 5.3.2 and 8'),
  ),
  promise(
    'SIGNIN-SESSION',
    'All tokens of a session name it, renewed ones too',
    documented(`${claims}/id-token-claims-reference "sid"`),
  ),
  promise(
    'SIGNIN-RENEWAL',
    'A renewal of a sign-in is about the same person and brings another refresh token',
    standard('RFC 6749 section 6; OpenID Connect Core 1.0 section 12.2'),
  ),
  promise(
    'CONSENT-OF-ONE',
    'What one person consented to counts for that person and that application alone',
    documented(`${claims}/permissions-consent-overview "user consent"`),
  ),
  promise(
    'CONSENT-OF-ALL',
    'What an administrator consented to counts for every user, and nothing else does',
    documented(`${claims}/v2-admin-consent`),
  ),
]
