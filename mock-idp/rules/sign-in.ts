import { documented, inferred, standard } from './evidence.ts'
import { refusals } from './refusals.ts'

type Form = { readonly isOwnForm: boolean }
type Continuation = { readonly leadsToTenant: boolean }
type Person = {
  readonly userName: string
  readonly tenantName: string
  readonly userFound: boolean
  readonly userEnabled: boolean
  readonly hasCredentials: boolean
  readonly passwordMatches: boolean
}

const errorCodes = documented('learn.microsoft.com/entra/identity-platform/reference-error-codes')

/** What a person who signs in has to do, in the order of enforcement. */
export const signInRules = {
  form: refusals<Form>([
    {
      id: 'LOGIN-OWN-FORM',
      title: 'A page hears only the browser that it was shown to',
      aadsts: 165000,
      message: () =>
        'Invalid Request: The request tokens do not match the user context. Do not copy the user context values (cookies; form fields; headers) between different requests or user sessions; always maintain the ALL of the supplied values across a complete single user flow.',
      evidence: standard('RFC 6749 section 10.12'),
      answerEvidence: inferred('the number and text are reported for cookies that do not match'),
      broken: ({ isOwnForm }) => !isOwnForm,
    },
  ]),
  continuation: refusals<Continuation>([
    {
      id: 'LOGIN-CONTINUATION',
      title: 'A sign-in leads to nowhere but a page of the same tenant',
      aadsts: 90023,
      message: () => 'The authentication service request is not valid: it leads elsewhere.',
      evidence: standard('RFC 9700 section 4.11.2'),
      answerEvidence: inferred('the usual answer to a request that is not valid'),
      broken: ({ leadsToTenant }) => !leadsToTenant,
    },
  ]),
  person: refusals<Person>([
    {
      id: 'LOGIN-USER-KNOWN',
      title: 'A person who signs in has an account in the tenant',
      aadsts: 50034,
      message: ({ userName, tenantName }) =>
        `The user account ${userName} does not exist in the ${tenantName} directory. To sign into this application, the account must be added to the directory.`,
      evidence: errorCodes,
      assumed: ['status'],
      broken: ({ userFound }) => !userFound,
    },
    {
      id: 'LOGIN-AGENT-USER',
      title: 'An agent user cannot sign in: it has no credentials',
      aadsts: 50126,
      message: () => 'Error validating credentials due to invalid username or password.',
      evidence: documented(
        'learn.microsoft.com/entra/agent-id/agent-users: agent users have no credentials such as passwords or passkeys',
      ),
      answerEvidence: inferred('the usual answer to credentials that do not fit'),
      broken: ({ hasCredentials }) => !hasCredentials,
    },
    {
      id: 'LOGIN-PASSWORD',
      title: 'A person who is asked for a password knows it',
      aadsts: 50126,
      message: () => 'Error validating credentials due to invalid username or password.',
      evidence: errorCodes,
      assumed: ['status'],
      broken: ({ passwordMatches }) => !passwordMatches,
    },
    {
      id: 'LOGIN-USER-ENABLED',
      title: 'The account of a person who signs in is enabled',
      aadsts: 50057,
      message: () => 'The user account is disabled.',
      evidence: errorCodes,
      assumed: ['status'],
      broken: ({ userEnabled }) => !userEnabled,
    },
  ]),
}
