import { documented, standard } from './evidence.ts'
import { promise } from './promises.ts'
import type { PromiseRule } from './rule.ts'

/** What devices, administrators and people who sign out are answered. */
export const signInPromises: readonly PromiseRule[] = [
  promise(
    'LOGIN-STEP-UP',
    'A person signs in with several factors where a policy demands them, and the tokens say so',
    documented('learn.microsoft.com/entra/identity-platform/claims-challenge'),
  ),
  promise(
    'CODE-AGAIN',
    'A code that is redeemed again is refused, and the tokens that it brought stay good',
    documented(
      'learn.microsoft.com/entra/identity-platform/reference-breaking-changes ("or use an existing refresh token")',
    ),
  ),
  promise(
    'DEVICE-ANSWER',
    'A device gets a code for itself, one for its user, and the page where the user types it',
    documented('learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code'),
  ),
  promise(
    'ADMIN-CONSENT-ANSWER',
    'A client hears what an administrator allowed, in which tenant, and its own state',
    documented('learn.microsoft.com/entra/identity-platform/v2-admin-consent'),
  ),
  promise(
    'LOGOUT-SESSION',
    'Whoever signed out is asked again who they are',
    documented('learn.microsoft.com/entra/identity-platform/v2-protocols-oidc "single sign-out"'),
  ),
  promise(
    'LOGOUT-REDIRECT',
    'A person who signs out goes on only at a registered address',
    standard('OpenID Connect RP-Initiated Logout 1.0 section 3'),
  ),
  promise(
    'USERINFO-ANSWER',
    'User information says the subject, and the name where the scope profile allows it',
    documented('learn.microsoft.com/entra/identity-platform/userinfo'),
  ),
]
