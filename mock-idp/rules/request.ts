import { captured, emulatorFixtures, inferred } from './evidence.ts'
import { refusals } from './refusals.ts'

type Form = {
  readonly method: string
  readonly bodyTooLarge: boolean
  readonly contentType: string
  readonly isForm: boolean
  readonly malformedParameter: string | undefined
  readonly repeatedParameter: string | undefined
}
type Parameters = {
  readonly grantType: string | undefined
  readonly clientId: string | undefined
  readonly scope: string | undefined
  readonly knownGrant: boolean
  readonly needsScope: boolean
}

/** In the order of enforcement. The tenant is looked for between the two. */
export const requestRules = {
  form: refusals<Form>([
    {
      id: 'REQ-METHOD',
      title: 'Token requests use POST',
      aadsts: 900561,
      message: ({ method }) =>
        `The endpoint only accepts POST requests. Received a ${method} request.`,
      evidence: captured('github.com/nbarbettini/oidc-debugger/issues/87 (number and text)'),
      assumed: ['error', 'status'],
      broken: ({ method }) => method !== 'POST',
    },
    {
      id: 'REQ-SIZE',
      title: 'A token request is at most 1 MiB long',
      aadsts: 90023,
      message: () => 'The authentication service request is not valid: the body is over 1 MiB.',
      evidence: inferred('no public capture of an oversized token request'),
      broken: ({ bodyTooLarge }) => bodyTooLarge,
    },
    {
      id: 'REQ-CONTENT-TYPE',
      title: 'A token request is a form',
      aadsts: 900144,
      message: () => "The request body must contain the following parameter: 'grant_type'.",
      evidence: captured(
        'a JSON body sent to a real tenant, 2023-05, public question and answer thread',
      ),
      assumed: ['status'],
      broken: ({ isForm }) => !isForm,
    },
    {
      id: 'REQ-ENCODING',
      title: 'Every parameter is percent-encoded UTF-8',
      aadsts: 9002313,
      message: () => 'Invalid request. Request is malformed or invalid.',
      evidence: inferred('code 9002313 is documented for malformed requests in general'),
      broken: ({ malformedParameter }) => malformedParameter !== undefined,
    },
    {
      id: 'REQ-REPEATED',
      title: 'No parameter is sent twice',
      aadsts: 9000411,
      message: ({ repeatedParameter }) =>
        `The request is not properly formatted. The parameter '${repeatedParameter}' is duplicated.`,
      evidence: captured('github.com/MicrosoftDocs/azure-dev-docs/issues/934'),
      assumed: ['status'],
      broken: ({ repeatedParameter }) => repeatedParameter !== undefined,
    },
  ]),
  parameters: refusals<Parameters>([
    {
      id: 'REQ-GRANT-TYPE',
      title: 'A token request names its grant type',
      aadsts: 900144,
      message: () => "The request body must contain the following parameter: 'grant_type'.",
      evidence: captured('real tenant, public test fixtures of error bodies'),
      broken: ({ grantType }) => !grantType,
    },
    {
      id: 'REQ-GRANT',
      title: 'A token request uses a supported grant type',
      aadsts: 70003,
      message: ({ grantType }) => `The app requested an unsupported grant type '${grantType}'.`,
      evidence: emulatorFixtures,
      broken: ({ knownGrant }) => !knownGrant,
    },
    {
      id: 'REQ-CLIENT-ID',
      title: 'A token request names its client',
      aadsts: 900144,
      message: () => "The request body must contain the following parameter: 'client_id'.",
      evidence: captured('real tenant, public test fixtures of error bodies'),
      broken: ({ clientId }) => !clientId,
    },
    {
      id: 'REQ-SCOPE',
      title: 'A token request names its scope',
      aadsts: 90014,
      message: () =>
        "The required field 'scope' is missing from the credential. Ensure that you have all the necessary parameters for the login request.",
      evidence: captured('real tenant, public test fixtures of error bodies'),
      broken: ({ scope, needsScope }) => needsScope && !scope,
    },
  ]),
  claims: refusals<{ readonly claimsAreObject: boolean }>([
    {
      id: 'REQ-CLAIMS',
      title: 'The parameter claims is a JSON object',
      aadsts: 9002313,
      message: () => 'Invalid request. Request is malformed or invalid.',
      evidence: inferred(
        'OpenID Connect Core section 5.5 defines the parameter; no public refusal',
      ),
      broken: ({ claimsAreObject }) => !claimsAreObject,
    },
  ]),
}
