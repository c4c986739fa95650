import { assertionStandards, captured, documented, inferred } from './evidence.ts'
import { type IssuerSignature, noKey } from './federation-prose.ts'
import { refusals } from './refusals.ts'
import { outsideTimeRange, type ValidityFacts } from './validity.ts'

type Request = {
  readonly isAgentIdentity: boolean
  readonly hasCredential: boolean
  readonly hasUser: boolean
}
type Credential = {
  readonly audience: string
  readonly audienceIsExchange: boolean
  readonly issuer: string
  readonly issuerIsThisTenant: boolean
  readonly subject: string
  readonly isOfClient: boolean
}
type UserId = { readonly userId: string | undefined; readonly isGuid: boolean }
type User = {
  readonly userName: string
  readonly tenantName: string
  readonly userFound: boolean
  readonly userEnabled: boolean
  readonly isUserOfClient: boolean
}

const requestTable = documented(
  'MicrosoftDocs/entra-docs docs/agent-id/agent-user-oauth-flow.md, request for the agent user token',
)
const analogy = inferred('the same refusal is captured for T1 and other federated tokens')
const missing = (name: string) => () =>
  `The request body must contain the following parameter: '${name}'.`
const errorCodes = documented('learn.microsoft.com/entra/identity-platform/reference-error-codes')

/** A token for the user account of an agent identity, in the order of enforcement. */
export const userFicRules = {
  request: refusals<Request>([
    {
      id: 'USERFIC-CLIENT',
      title: 'Only an agent identity gets tokens with the grant type user_fic',
      aadsts: 70003,
      message: () => "The app requested an unsupported grant type 'user_fic'.",
      evidence: inferred('the grant type is documented for agent identities alone'),
      broken: ({ isAgentIdentity }) => !isAgentIdentity,
    },
    {
      id: 'USERFIC-CREDENTIAL-PRESENT',
      title: 'A user_fic request carries T2',
      aadsts: 900144,
      message: missing('user_federated_identity_credential'),
      evidence: requestTable,
      answerEvidence: inferred('the usual answer to a missing parameter'),
      broken: ({ hasCredential }) => !hasCredential,
    },
    {
      id: 'USERFIC-USER-PRESENT',
      title: 'A user_fic request names its user',
      aadsts: 900144,
      message: missing('user_id'),
      evidence: requestTable,
      answerEvidence: inferred('the usual answer to a missing parameter'),
      broken: ({ hasUser }) => !hasUser,
    },
  ]),
  signature: refusals<IssuerSignature>([
    {
      id: 'USERFIC-KEY',
      title: 'T2 is signed with a key that the tenant publishes',
      aadsts: 7000272,
      message: noKey,
      evidence: assertionStandards.signature,
      answerEvidence: analogy,
      broken: ({ keyFound }) => !keyFound,
    },
    {
      id: 'USERFIC-SIGNATURE',
      title: 'T2 has a valid signature',
      aadsts: 7000274,
      message: () => 'The client assertion contains an invalid signature.',
      evidence: assertionStandards.signature,
      answerEvidence: analogy,
      broken: ({ keyFound, signatureValid }) => keyFound && !signatureValid,
    },
  ]),
  credential: refusals<Credential>([
    {
      id: 'USERFIC-ISSUER',
      title: 'T2 was issued by the tenant in which it is redeemed',
      aadsts: 700211,
      message: ({ issuer }) =>
        `No matching federated identity record found for presented assertion issuer '${issuer}'.`,
      evidence: requestTable,
      answerEvidence: analogy,
      broken: ({ issuerIsThisTenant }) => !issuerIsThisTenant,
    },
    {
      id: 'USERFIC-AUDIENCE',
      title: 'T2 is a token for the token exchange resource',
      aadsts: 700212,
      message: ({ audience }) =>
        `No matching federated identity record found for presented assertion audience '${audience}'.`,
      evidence: assertionStandards.audience,
      answerEvidence: analogy,
      broken: ({ audienceIsExchange }) => !audienceIsExchange,
    },
    {
      id: 'USERFIC-CREDENTIAL-AGENT',
      title: 'T2 is a token of the agent identity that redeems it',
      aadsts: 700213,
      message: ({ subject }) =>
        `No matching federated identity record found for presented assertion subject '${subject}'.`,
      evidence: requestTable,
      answerEvidence: analogy,
      broken: ({ isOfClient }) => !isOfClient,
    },
  ]),
  time: refusals<ValidityFacts>([
    {
      id: 'USERFIC-START',
      title: 'An agent identity cannot redeem T2 before its start',
      aadsts: 700024,
      message: outsideTimeRange,
      evidence: assertionStandards.start,
      answerEvidence: analogy,
      broken: ({ started }) => !started,
    },
    {
      id: 'USERFIC-EXPIRED',
      title: 'An agent identity cannot redeem T2 after its expiry',
      aadsts: 700024,
      message: outsideTimeRange,
      evidence: assertionStandards.expiry,
      answerEvidence: analogy,
      broken: ({ expired }) => expired,
    },
  ]),
  userId: refusals<UserId>([
    {
      id: 'USERFIC-USER-ID-GUID',
      title: 'The user_id of a user_fic request is an object id',
      aadsts: 50000,
      message: () => 'There was an error issuing a token.',
      evidence: captured('github.com/microsoft/Agents-for-js/issues/932'),
      assumed: ['status'],
      broken: ({ userId, isGuid }) => userId !== undefined && !isGuid,
    },
  ]),
  user: refusals<User>([
    {
      id: 'USERFIC-USER-KNOWN',
      title: 'The tenant knows the user of a user_fic request',
      aadsts: 50034,
      message: ({ userName, tenantName }) =>
        `The user account ${userName} does not exist in the ${tenantName} directory. To sign into this application, the account must be added to the directory.`,
      evidence: errorCodes,
      answerEvidence: inferred('the number is documented for sign-ins'),
      broken: ({ userFound }) => !userFound,
    },
    {
      id: 'USERFIC-PARENT',
      title: 'An agent identity gets tokens only for its own agent user',
      aadsts: 50034,
      message: ({ userName, tenantName }) =>
        `The user account ${userName} does not exist in the ${tenantName} directory.`,
      evidence: documented(
        'MicrosoftDocs/entra-docs docs/agent-id/agent-user-oauth-flow.md: only the parent agent identity can impersonate an agent user',
      ),
      answerEvidence: inferred('no public answer; the mock tells no more than of an unknown user'),
      broken: ({ userFound, isUserOfClient }) => userFound && !isUserOfClient,
    },
    {
      id: 'USERFIC-USER-ENABLED',
      title: 'A disabled agent user gets no token',
      aadsts: 50057,
      message: () => 'The user account is disabled.',
      evidence: errorCodes,
      answerEvidence: inferred('the number is documented for sign-ins'),
      broken: ({ userEnabled }) => !userEnabled,
    },
  ]),
}
