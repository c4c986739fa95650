import { captured, capturedElsewhere, documented } from './evidence.ts'
import { refusals } from './refusals.ts'

const authorizePage = documented(
  'learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
)
const errorCodes = documented('learn.microsoft.com/entra/identity-platform/reference-error-codes')

type Silence = {
  readonly mustBeSilent: boolean
  readonly isSignedIn: boolean
}
type Assignment = {
  readonly appName: string
  readonly appId: string
  readonly userName: string
  readonly assignmentMissing: boolean
}
type Consent = {
  readonly clientId: string
  readonly clientName: string
  readonly mustBeSilent: boolean
  readonly isNeeded: boolean
  readonly needsAdministrator: boolean
  readonly isDeclined: boolean
}

/** What the person has to be and to do, in the order of enforcement. */
export const authorizePersonRules = {
  session: refusals<Silence>([
    {
      id: 'AUTHORIZE-SILENT-SESSION',
      title: 'A silent request succeeds only where the person is signed in',
      aadsts: 50058,
      message: () => 'A silent sign-in request was sent but no user is signed in.',
      evidence: authorizePage,
      answerEvidence: captured(
        'microsoft/entrabot engineering-history/research/hard-won-learnings.md, 40',
      ),
      assumed: ['status'],
      broken: ({ mustBeSilent, isSignedIn }) => mustBeSilent && !isSignedIn,
    },
  ]),
  assignment: refusals<Assignment>([
    {
      id: 'AUTHORIZE-ASSIGNED',
      title:
        'Nobody signs in to an application that requires assignment without being assigned to it',
      aadsts: 50105,
      error: 'access_denied',
      message: ({ appName, appId, userName }) =>
        `Your administrator has configured the application ${appName} ('${appId}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user '${userName}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator. Please contact your administrator to assign access to this application.`,
      evidence: documented('MicrosoftDocs/entra-docs docs/agent-id/control-user-access-agents.md'),
      answerEvidence: capturedElsewhere('public captures of the number and text'),
      assumed: ['error', 'status'],
      broken: ({ assignmentMissing }) => assignmentMissing,
    },
  ]),
  consent: refusals<Consent>([
    {
      id: 'AUTHORIZE-SILENT-CONSENT',
      title: 'A silent request succeeds only where nothing is left to consent to',
      aadsts: 65001,
      error: 'interaction_required',
      message: ({ clientId, clientName }) =>
        `The user or administrator has not consented to use the application with ID '${clientId}' named '${clientName}'. Send an interactive authorization request for this user and resource.`,
      evidence: authorizePage,
      answerEvidence: errorCodes,
      assumed: ['error', 'status'],
      broken: ({ mustBeSilent, isNeeded }) => mustBeSilent && isNeeded,
    },
    {
      id: 'AUTHORIZE-ADMIN-APPROVAL',
      title: 'Only an administrator consents to permissions for administrators',
      aadsts: 90094,
      message: ({ clientName }) =>
        `${clientName} needs permission to access resources in your organization that only an admin can grant. Please ask an admin to grant permission to this app before you can use it.`,
      evidence: errorCodes,
      answerEvidence: capturedElsewhere('public captures of the page, 2026-09'),
      assumed: ['status'],
      broken: ({ needsAdministrator }) => needsAdministrator,
    },
    {
      id: 'AUTHORIZE-CONSENT-GIVEN',
      title: 'A person who declines gives the client nothing',
      aadsts: 65004,
      message: () => 'User declined to consent to access the app.',
      evidence: authorizePage,
      answerEvidence: capturedElsewhere(
        'a public measurement of an ordinary application, 2026-09-25',
      ),
      assumed: ['status'],
      broken: ({ isDeclined }) => isDeclined,
    },
  ]),
}
