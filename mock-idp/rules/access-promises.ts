import { captured, documented, inferred } from './evidence.ts'
import { promise } from './promises.ts'
import type { PromiseRule } from './rule.ts'

const challenges = documented('learn.microsoft.com/entra/identity-platform/claims-challenge')

/** What Conditional Access and the parameter `claims` do to answers that are no refusals of a policy. */
export const accessPromises: readonly PromiseRule[] = [
  promise(
    'TOKEN-CAPABILITY',
    'A token for Microsoft Graph names what its client says it can do',
    challenges,
  ),
  promise(
    'TOKEN-CAPABILITY-LIFETIME',
    'A user token for Microsoft Graph lives 20 to 28 hours if its client can handle a challenge',
    documented('learn.microsoft.com/entra/identity-platform/access-tokens "token lifetime"'),
  ),
  promise(
    'TOKEN-STEP-UP',
    'A token on behalf of a person names how often the person proved themselves, and for what',
    captured('joetanx/mslab entra/agent-id/auth-flows.md (amr); acrs beyond p1 is inferred'),
  ),
  promise(
    'CONSENT-CHALLENGE',
    'A refusal for want of consent names the policies of Conditional Access that apply',
    inferred('one capture has the member claims, one has not; that a policy makes the difference'),
  ),
  promise(
    'ACCESS-POLICY-SCOPE',
    'A policy of Conditional Access concerns those alone that it names, at the resource that it names',
    documented(
      'MicrosoftDocs/entra-docs docs/identity/conditional-access/howto-target-agent-identities (07/31/2026)',
    ),
  ),
  promise(
    'RESOURCE-PARAMETER-IGNORED',
    'Agents may name a resource beside the scope as they like',
    inferred('whether Entra looks at the parameter beyond sign-ins is not known'),
  ),
]
