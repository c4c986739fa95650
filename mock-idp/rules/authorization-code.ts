import { capturedElsewhere, documented, inferred, standard, thirdParty } from './evidence.ts'
import { refusals } from './refusals.ts'

type Code = {
  readonly hasCode: boolean
  readonly hasRedirectUri: boolean
  readonly isKnown: boolean
  readonly isOfOtherTenant: boolean
  readonly isOfClient: boolean
  readonly isRedeemed: boolean
  readonly isExpired: boolean
  readonly redirectMatches: boolean
  readonly hasChallenge: boolean
  readonly hasVerifier: boolean
  readonly verifierMatches: boolean
  readonly needsChallenge: boolean
  readonly userFound: boolean
  readonly userEnabled: boolean
}

const authorizePage = documented(
  'learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
)
const errorCodes = documented('learn.microsoft.com/entra/identity-platform/reference-error-codes')

/** In the order of enforcement. */
export const authorizationCodeRules = refusals<Code>([
  {
    id: 'CODE-PRESENT',
    title: 'A redemption carries an authorization code',
    aadsts: 900144,
    message: () => "The request body must contain the following parameter: 'code'.",
    evidence: authorizePage,
    answerEvidence: inferred('the usual answer to a missing parameter'),
    broken: ({ hasCode }) => !hasCode,
  },
  {
    id: 'CODE-REDIRECT-PRESENT',
    title: 'A redemption names the redirect URI',
    aadsts: 900144,
    message: () => "The request body must contain the following parameter: 'redirect_uri'.",
    evidence: authorizePage,
    answerEvidence: inferred('the usual answer to a missing parameter'),
    broken: ({ hasRedirectUri }) => !hasRedirectUri,
  },
  {
    id: 'CODE-TENANT',
    title: 'An authorization code is redeemed at the tenant that issued it',
    aadsts: 700005,
    message: () =>
      'Provided Authorization Code is intended to use against other tenant, thus rejected.',
    evidence: errorCodes,
    assumed: ['error', 'status'],
    broken: ({ isOfOtherTenant }) => isOfOtherTenant,
  },
  {
    id: 'CODE-KNOWN',
    title: 'An authorization code is one that the tenant issued',
    aadsts: 70000,
    message: () =>
      "Provided grant is invalid or malformed. The provided value for the 'code' parameter is not valid.",
    evidence: standard('RFC 6749 section 4.1.3'),
    answerEvidence: errorCodes,
    assumed: ['status'],
    broken: ({ isKnown }) => !isKnown,
  },
  {
    id: 'CODE-CLIENT',
    title: 'An authorization code is redeemed by the client that asked for it',
    aadsts: 70000,
    message: () => 'Provided grant is invalid or malformed. The code was issued to another client.',
    evidence: standard('RFC 6749 section 4.1.3'),
    answerEvidence: inferred('RFC 6749 section 5.2 names invalid_grant; the number is not public'),
    broken: ({ isOfClient }) => !isOfClient,
  },
  {
    id: 'CODE-ONCE',
    title: 'An authorization code is redeemed once',
    aadsts: 54005,
    message: () =>
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    evidence: documented('learn.microsoft.com/entra/identity-platform/reference-breaking-changes'),
    assumed: ['status'],
    broken: ({ isRedeemed }) => isRedeemed,
  },
  {
    id: 'CODE-TIME',
    title: 'An authorization code expires after ten minutes',
    aadsts: 70008,
    message: () =>
      'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
    evidence: authorizePage,
    answerEvidence: errorCodes,
    assumed: ['status'],
    broken: ({ isExpired }) => isExpired,
  },
  {
    id: 'CODE-REDIRECT',
    title: 'A redemption names the redirect URI of the authorize request',
    aadsts: 500112,
    message: () =>
      'The reply address does not match the reply address provided when requesting Authorization code.',
    evidence: standard('RFC 6749 section 4.1.3'),
    answerEvidence: capturedElsewhere('public reports of the number and text'),
    assumed: ['error', 'status'],
    broken: ({ redirectMatches }) => !redirectMatches,
  },
  {
    id: 'CODE-VERIFIER-PRESENT',
    title: 'A client that sent a code challenge sends the verifier',
    aadsts: 501481,
    message: () =>
      "The Code_Verifier doesn't match the code_challenge supplied in the authorization request.",
    evidence: standard('RFC 7636 section 4.6'),
    answerEvidence: inferred('501481 and 50147 are documented; which of them is not'),
    broken: ({ hasChallenge, hasVerifier }) => hasChallenge && !hasVerifier,
  },
  {
    id: 'CODE-VERIFIER',
    title: 'The code verifier is the one of the code challenge',
    aadsts: 501481,
    message: () =>
      "The Code_Verifier doesn't match the code_challenge supplied in the authorization request.",
    evidence: standard('RFC 7636 section 4.6'),
    answerEvidence: errorCodes,
    assumed: ['status'],
    broken: ({ hasChallenge, hasVerifier, verifierMatches }) =>
      hasChallenge && hasVerifier && !verifierMatches,
  },
  {
    id: 'CODE-VERIFIER-ABSENT',
    title: 'A client that sent no code challenge sends no verifier',
    aadsts: 501481,
    message: () =>
      "The Code_Verifier doesn't match the code_challenge supplied in the authorization request.",
    evidence: inferred('RFC 9700 section 4.8.2 demands it; no public capture'),
    broken: ({ hasChallenge, hasVerifier }) => !hasChallenge && hasVerifier,
  },
  {
    id: 'CODE-SPA-CHALLENGE',
    title: 'A single-page application uses PKCE',
    aadsts: 9002325,
    message: () =>
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
    evidence: authorizePage,
    answerEvidence: thirdParty('public reports of the number and text'),
    assumed: ['error', 'status'],
    broken: ({ needsChallenge, hasChallenge }) => needsChallenge && !hasChallenge,
  },
  {
    id: 'CODE-USER-KNOWN',
    title: 'An authorization code of a deleted user is worth nothing',
    aadsts: 50034,
    message: () => 'The user account does not exist in the directory.',
    evidence: errorCodes,
    answerEvidence: inferred('the number is documented for sign-ins'),
    broken: ({ userFound }) => !userFound,
  },
  {
    id: 'CODE-USER-ENABLED',
    title: 'An authorization code of a disabled user is worth nothing',
    aadsts: 50057,
    message: () => 'The user account is disabled.',
    evidence: errorCodes,
    answerEvidence: inferred('the number is documented for sign-ins'),
    broken: ({ userFound, userEnabled }) => userFound && !userEnabled,
  },
])
