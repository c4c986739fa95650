import {
  assertionStandards,
  capturedElsewhere,
  documented,
  inferred,
  thirdParty,
} from './evidence.ts'
import { refusals } from './refusals.ts'

type Client = { readonly isBlueprint: boolean; readonly clientId: string }
type Request = { readonly use: string | undefined; readonly hasAssertion: boolean }
type Form = { readonly isJwt: boolean; readonly isIdToken: boolean }
type Origin = {
  readonly isForGraph: boolean
  readonly keyFound: boolean
  readonly signatureValid: boolean
  readonly issuerIsThisTenant: boolean
  readonly audience: string
  readonly expectedAudience: string
  readonly audienceIsExpected: boolean
}
type Time = { readonly started: boolean; readonly expired: boolean }
type Subject = { readonly clientId: string; readonly isAboutUser: boolean }
type User = {
  readonly userName: string
  readonly tenantName: string
  readonly userFound: boolean
  readonly userEnabled: boolean
}

const agentFlow = documented(
  'MicrosoftDocs/entra-docs docs/agent-id/agent-on-behalf-of-oauth-flow.md (2026-07)',
)
const ordinaryFlow = documented(
  'learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow',
)
const errorCodes = documented('learn.microsoft.com/entra/identity-platform/reference-error-codes')
const badSignature = capturedElsewhere('public captures of 50013 with its reasons')
const parameter = (name: string) => () =>
  `The request body must contain the following parameter: '${name}'.`

/** A token on behalf of a user, in the order of enforcement. The client proves itself between the first two. */
export const onBehalfOfRules = {
  client: refusals<Client>([
    {
      id: 'OBO-BLUEPRINT',
      title: 'A blueprint does not act on behalf of users; its agent identities do',
      aadsts: 82002,
      message: ({ clientId }) =>
        `Agentic application '${clientId}' is not permitted to use the on-behalf-of flow. Use one of its agent identities.`,
      evidence: thirdParty('tried live in several public repositories: the number, no answer'),
      assumed: ['error', 'status'],
      broken: ({ isBlueprint }) => isBlueprint,
    },
  ]),
  request: refusals<Request>([
    {
      id: 'OBO-USE',
      title: 'An on-behalf-of request says so in requested_token_use',
      aadsts: 900144,
      message: parameter('requested_token_use'),
      evidence: ordinaryFlow,
      answerEvidence: inferred('the usual answer to a missing parameter'),
      broken: ({ use }) => use !== 'on_behalf_of',
    },
    {
      id: 'OBO-ASSERTION-PRESENT',
      title: 'An on-behalf-of request carries the token of the user',
      aadsts: 900144,
      message: parameter('assertion'),
      evidence: ordinaryFlow,
      answerEvidence: inferred('the usual answer to a missing parameter'),
      broken: ({ hasAssertion }) => !hasAssertion,
    },
  ]),
  form: refusals<Form>([
    {
      id: 'OBO-ASSERTION-FORM',
      title: 'The token of the user is a JWT',
      aadsts: 50027,
      message: () => 'JWT token is invalid or malformed.',
      evidence: assertionStandards.signature,
      answerEvidence: inferred('the answer to a malformed client assertion'),
      broken: ({ isJwt }) => !isJwt,
    },
    {
      id: 'OBO-ASSERTION-ID-TOKEN',
      title: 'An id_token is no token to act on behalf of a user with',
      aadsts: 240002,
      message: () =>
        "Input id_token cannot be used as 'urn:ietf:params:oauth:grant-type:jwt-bearer' grant.",
      evidence: capturedElsewhere('LibreChat documentation, a quoted answer'),
      assumed: ['error', 'status'],
      broken: ({ isIdToken }) => isIdToken,
    },
  ]),
  origin: refusals<Origin>([
    {
      id: 'OBO-ASSERTION-GRAPH',
      title: 'A token for Microsoft Graph is no token to act on behalf of a user with',
      aadsts: 50013,
      message: () =>
        'Assertion failed signature validation. [Reason - Key was found, but use of the key to verify the signature failed.]',
      evidence: agentFlow,
      broken: ({ isForGraph }) => isForGraph,
    },
    {
      id: 'OBO-ASSERTION-SIGNATURE',
      title: 'The token of the user has a valid signature of the tenant',
      aadsts: 50013,
      message: ({ keyFound }) =>
        `Assertion failed signature validation. [Reason - ${keyFound ? 'Key was found, but use of the key to verify the signature failed.' : 'The key was not found.'}]`,
      evidence: assertionStandards.signature,
      answerEvidence: badSignature,
      broken: ({ keyFound, signatureValid }) => !keyFound || !signatureValid,
    },
    {
      id: 'OBO-ASSERTION-TENANT',
      title: 'The token of the user was issued by the tenant in which it is exchanged',
      aadsts: 50013,
      message: () => 'Assertion failed signature validation. [Reason - The key was not found.]',
      evidence: ordinaryFlow,
      answerEvidence: inferred('no public answer to a token of another tenant'),
      broken: ({ issuerIsThisTenant }) => !issuerIsThisTenant,
    },
    {
      id: 'OBO-ASSERTION-AUDIENCE',
      title: 'The token of the user is for the blueprint of the agent identity',
      aadsts: 500131,
      message: ({ audience, expectedAudience }) =>
        `Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was '${audience}' and the expected audience is '${expectedAudience}'.`,
      evidence: agentFlow,
      answerEvidence: capturedElsewhere('a live answer to an ordinary application, 2026-05-13'),
      broken: ({ audienceIsExpected }) => !audienceIsExpected,
    },
  ]),
  time: refusals<Time>([
    {
      id: 'OBO-ASSERTION-TIME',
      title: 'The token of the user is within its lifetime',
      aadsts: 500133,
      message: () =>
        'Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion, or request a new token.',
      evidence: assertionStandards.expiry,
      answerEvidence: errorCodes,
      assumed: ['status'],
      broken: ({ started, expired }) => expired || !started,
    },
  ]),
  subject: refusals<Subject>([
    {
      id: 'OBO-ASSERTION-USER',
      title: 'The token of the user is about a user',
      aadsts: 7000114,
      message: ({ clientId }) =>
        `Application '${clientId}' is not allowed to make application on-behalf-of calls.`,
      evidence: capturedElsewhere(
        'joetanx/mslab entra/flows/on-behalf-of.md (2026-02-19); github.com/microsoft/mcp/issues/2192',
      ),
      broken: ({ isAboutUser }) => !isAboutUser,
    },
  ]),
  user: refusals<User>([
    {
      id: 'OBO-USER-KNOWN',
      title: 'The tenant still knows the user',
      aadsts: 50034,
      message: ({ userName, tenantName }) =>
        `The user account ${userName} does not exist in the ${tenantName} directory.`,
      evidence: errorCodes,
      answerEvidence: inferred('the number is documented for sign-ins'),
      broken: ({ userFound }) => !userFound,
    },
    {
      id: 'OBO-USER-ENABLED',
      title: 'Nobody acts on behalf of a disabled user',
      aadsts: 50057,
      message: () => 'The user account is disabled.',
      evidence: errorCodes,
      answerEvidence: inferred('the number is documented for sign-ins'),
      broken: ({ userEnabled }) => !userEnabled,
    },
  ]),
}
