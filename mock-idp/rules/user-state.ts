import { documented, inferred } from './evidence.ts'
import { refusals } from './refusals.ts'

type Session = { readonly isRevoked: boolean }
type Assignment = {
  readonly appId: string
  readonly appName: string
  readonly userName: string
  readonly assignmentMissing: boolean
}

const errorCodes = documented(
  'learn.microsoft.com/entra/identity-platform/reference-error-codes (50173)',
)
const revoked = () =>
  'The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.'

/** Of a request on behalf of a user. */
export const userSessionRules = refusals<Session>([
  {
    id: 'OBO-USER-SESSION',
    title: 'A token that a user got before their sessions were revoked is worth nothing',
    aadsts: 50173,
    message: revoked,
    evidence: inferred('the number is documented for revoked grants, not for this one'),
    broken: ({ isRevoked }) => isRevoked,
  },
])

/** Of a request by refresh token. */
export const refreshSessionRules = refusals<Session>([
  {
    id: 'REFRESH-REVOKED',
    title: 'A refresh token from before the sessions of its user were revoked is worth nothing',
    aadsts: 50173,
    message: revoked,
    evidence: documented(
      'learn.microsoft.com/graph/api/user-revokesigninsessions: invalidates all the refresh tokens issued to applications for a user',
    ),
    answerEvidence: errorCodes,
    assumed: ['status'],
    broken: ({ isRevoked }) => isRevoked,
  },
])

/** Of whoever lets a client act for them at an application that only assigned users may use. */
export const userAssignmentRules = refusals<Assignment>([
  {
    id: 'USER-ASSIGNED',
    title: 'An application that requires assignment is open only to the users assigned to it',
    aadsts: 50105,
    message: ({ appId, appName, userName }) =>
      `Your administrator has configured the application ${appName} ('${appId}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user '${userName}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator. Please contact your administrator to assign access to this application.`,
    evidence: documented(
      'MicrosoftDocs/entra-docs docs/agent-id/control-user-access-agents.md; the text is captured for ordinary applications',
    ),
    answerEvidence: inferred('captured in sign-ins; no public answer of an exchange'),
    broken: ({ assignmentMissing }) => assignmentMissing,
  },
])
