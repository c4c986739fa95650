import { documented, inferred } from './evidence.ts'
import { refusals } from './refusals.ts'

type Asked = { readonly asksForAnything: boolean }
type Role = {
  readonly clientName: string
  readonly resourceId: string
  readonly unknownRole: string | undefined
}
type Decision = {
  readonly clientName: string
  readonly isAdministrator: boolean
  readonly isDeclined: boolean
}

const page = documented('learn.microsoft.com/entra/identity-platform/v2-admin-consent')

/** What an administrator is asked to allow for everybody, in the order of enforcement. */
export const adminConsentRules = {
  asked: refusals<Asked>([
    {
      id: 'ADMIN-CONSENT-SCOPE',
      title: 'A request for admin consent names what it asks for, in scope or in role',
      aadsts: 900144,
      message: () => "The request body must contain the following parameter: 'scope'.",
      evidence: page,
      answerEvidence: inferred('the usual answer to a missing parameter'),
      broken: ({ asksForAnything }) => !asksForAnything,
    },
  ]),
  role: refusals<Role>([
    {
      id: 'ADMIN-CONSENT-ROLE-KNOWN',
      title: 'A request for admin consent names only roles that the API has',
      aadsts: 650053,
      message: ({ clientName, unknownRole, resourceId }) =>
        `The application '${clientName}' asked for scope '${unknownRole}' that doesn't exist on the resource '${resourceId}'. Contact the app vendor.`,
      evidence: inferred('the refusal is captured for scopes'),
      broken: ({ unknownRole }) => unknownRole !== undefined,
    },
  ]),
  decision: refusals<Decision>([
    {
      id: 'ADMIN-CONSENT-ADMINISTRATOR',
      title: 'Only an administrator consents for everybody',
      aadsts: 90094,
      message: ({ clientName }) =>
        `${clientName} needs permission to access resources in your organization that only an admin can grant. Please ask an admin to grant permission to this app before you can use it.`,
      evidence: page,
      answerEvidence: documented(
        'learn.microsoft.com/entra/identity-platform/reference-error-codes',
      ),
      assumed: ['error', 'status'],
      broken: ({ isAdministrator }) => !isAdministrator,
    },
    {
      id: 'ADMIN-CONSENT-GIVEN',
      title: 'An administrator who declines gives the client nothing',
      aadsts: 65004,
      message: () => 'The resource owner or authorization server denied the request.',
      evidence: page,
      assumed: ['status'],
      broken: ({ isDeclined }) => isDeclined,
    },
  ]),
}
