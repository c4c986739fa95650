import { captured, inferred } from './evidence.ts'
import type { RefusalRule } from './rule.ts'

type Method = { readonly method: string }
type Body = { readonly bodyTooLarge: boolean }
type ContentType = { readonly contentType: string; readonly isForm: boolean }
type Encoding = { readonly malformedParameter: string | undefined }
type Repeated = { readonly repeatedParameter: string | undefined }
type Parameters = {
  readonly grantType: string | undefined
  readonly clientId: string | undefined
  readonly scope: string | undefined
  readonly knownGrant: boolean
}

export const methodIsPost: RefusalRule<Method> = {
  kind: 'refusal',
  id: 'REQ-METHOD',
  title: 'The token endpoint is asked by POST',
  error: 'invalid_request',
  aadsts: 900561,
  status: 400,
  message: ({ method }) => `The endpoint only accepts POST requests. Received a ${method} request.`,
  evidence: captured('github.com/nbarbettini/oidc-debugger/issues/87 (number and text)'),
  assumed: ['error', 'status'],
  broken: ({ method }) => method !== 'POST',
}

export const bodyIsSmall: RefusalRule<Body> = {
  kind: 'refusal',
  id: 'REQ-SIZE',
  title: 'A token request is at most 1 MiB long',
  error: 'invalid_request',
  aadsts: 90023,
  status: 400,
  message: () => 'The authentication service request is not valid: the body is over 1 MiB.',
  evidence: inferred('no public capture of an oversized token request'),
  broken: ({ bodyTooLarge }) => bodyTooLarge,
}

export const bodyIsForm: RefusalRule<ContentType> = {
  kind: 'refusal',
  id: 'REQ-CONTENT-TYPE',
  title: 'A token request is a form',
  error: 'invalid_request',
  aadsts: 900144,
  status: 400,
  message: () => "The request body must contain the following parameter: 'grant_type'.",
  hasErrorPage: true,
  evidence: captured(
    'a JSON body sent to a real tenant, 2023-05, public question and answer thread',
  ),
  assumed: ['status'],
  broken: ({ isForm }) => !isForm,
}

export const bodyIsEncoded: RefusalRule<Encoding> = {
  kind: 'refusal',
  id: 'REQ-ENCODING',
  title: 'Every parameter is percent-encoded UTF-8',
  error: 'invalid_request',
  aadsts: 9002313,
  status: 400,
  message: () => 'Invalid request. Request is malformed or invalid.',
  hasErrorPage: true,
  evidence: inferred('code 9002313 is documented for malformed requests in general'),
  broken: ({ malformedParameter }) => malformedParameter !== undefined,
}

export const parametersAreUnique: RefusalRule<Repeated> = {
  kind: 'refusal',
  id: 'REQ-REPEATED',
  title: 'No parameter is sent twice',
  error: 'invalid_request',
  aadsts: 9000411,
  status: 400,
  message: ({ repeatedParameter }) =>
    `The request is not properly formatted. The parameter '${repeatedParameter}' is duplicated.`,
  evidence: captured('github.com/MicrosoftDocs/azure-dev-docs/issues/934'),
  assumed: ['status'],
  broken: ({ repeatedParameter }) => repeatedParameter !== undefined,
}

export const grantTypeIsPresent: RefusalRule<Parameters> = {
  kind: 'refusal',
  id: 'REQ-GRANT-TYPE',
  title: 'A token request names its grant type',
  error: 'invalid_request',
  aadsts: 900144,
  status: 400,
  message: () => "The request body must contain the following parameter: 'grant_type'.",
  hasErrorPage: true,
  evidence: captured('real tenant, public test fixtures of error bodies'),
  broken: ({ grantType }) => !grantType,
}

export const grantIsSupported: RefusalRule<Parameters> = {
  kind: 'refusal',
  id: 'REQ-GRANT',
  title: 'Only a grant that the identity provider knows is served',
  error: 'unsupported_grant_type',
  aadsts: 70003,
  status: 400,
  message: ({ grantType }) => `The app requested an unsupported grant type '${grantType}'.`,
  evidence: captured('calvinchengx/entra-emulator e2e/differential fixtures, 2026-08'),
  broken: ({ knownGrant }) => !knownGrant,
}

export const clientIdIsPresent: RefusalRule<Parameters> = {
  kind: 'refusal',
  id: 'REQ-CLIENT-ID',
  title: 'A token request names its client',
  error: 'invalid_request',
  aadsts: 900144,
  status: 400,
  message: () => "The request body must contain the following parameter: 'client_id'.",
  hasErrorPage: true,
  evidence: captured('real tenant, public test fixtures of error bodies'),
  broken: ({ clientId }) => !clientId,
}

export const scopeIsPresent: RefusalRule<Parameters> = {
  kind: 'refusal',
  id: 'REQ-SCOPE',
  title: 'A client credentials request names its scope',
  error: 'invalid_request',
  aadsts: 90014,
  status: 400,
  message: () =>
    "The required field 'scope' is missing from the credential. Ensure that you have all the necessary parameters for the login request.",
  hasErrorPage: true,
  evidence: captured('real tenant, public test fixtures of error bodies'),
  broken: ({ scope }) => !scope,
}

/** In the order of enforcement. */
export const requestRules = [
  methodIsPost,
  bodyIsSmall,
  bodyIsForm,
  bodyIsEncoded,
  parametersAreUnique,
  grantTypeIsPresent,
  grantIsSupported,
  clientIdIsPresent,
  scopeIsPresent,
] satisfies readonly RefusalRule[]
