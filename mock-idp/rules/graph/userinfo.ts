import { documented, inferred } from '../evidence.ts'
import { graphRefusals } from './graph-refusals.ts'

/** What the user information asks for besides a token of Microsoft Graph. */
export const userinfoRules = graphRefusals<{
  readonly isAboutUser: boolean
  readonly scopes: ReadonlySet<string>
}>([
  {
    id: 'USERINFO-SCOPE',
    title: 'User information needs a token of a user with the scope openid',
    error: 'Authorization_RequestDenied',
    message: () => 'Insufficient privileges to complete the operation.',
    evidence: documented(
      'learn.microsoft.com/entra/identity-platform/userinfo "openid (required)"',
    ),
    answerEvidence: inferred('the usual answer of Microsoft Graph to a permission that is missing'),
    broken: ({ isAboutUser, scopes }) => !isAboutUser || !scopes.has('openid'),
  },
])
