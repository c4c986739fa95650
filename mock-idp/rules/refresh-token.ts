import { documented, inferred } from './evidence.ts'
import { refusals } from './refusals.ts'

type Refresh = {
  readonly hasToken: boolean
  readonly isKnown: boolean
  readonly isOfClient: boolean
  readonly isUnusedTooLong: boolean
  readonly isOverInBrowser: boolean
  readonly userFound: boolean
  readonly userEnabled: boolean
}

const standardFlow = documented(
  'learn.microsoft.com/entra/identity-platform/refresh-tokens; RFC 6749 section 6',
)
const errorCodes = documented('learn.microsoft.com/entra/identity-platform/reference-error-codes')

/** In the order of enforcement. */
export const refreshTokenRules = refusals<Refresh>([
  {
    id: 'REFRESH-PRESENT',
    title: 'A refresh request carries a refresh token',
    aadsts: 900144,
    message: () => "The request body must contain the following parameter: 'refresh_token'.",
    evidence: standardFlow,
    answerEvidence: inferred('the usual answer to a missing parameter'),
    broken: ({ hasToken }) => !hasToken,
  },
  {
    id: 'REFRESH-KNOWN',
    title: 'A refresh token is one that the tenant issued',
    aadsts: 70000,
    message: () =>
      "Provided grant is invalid or malformed. The provided value for the input parameter 'refresh_token' is not valid.",
    evidence: standardFlow,
    answerEvidence: errorCodes,
    assumed: ['status'],
    broken: ({ isKnown }) => !isKnown,
  },
  {
    id: 'REFRESH-CLIENT',
    title: 'A refresh token is used by the client that it was issued to',
    aadsts: 70000,
    message: () =>
      'Provided grant is invalid or malformed. The refresh token was issued to another client.',
    evidence: standardFlow,
    answerEvidence: inferred('RFC 6749 section 5.2 names invalid_grant; the number is not public'),
    broken: ({ isOfClient }) => !isOfClient,
  },
  {
    id: 'REFRESH-TIME',
    title: 'A refresh token that was not used for 90 days has expired',
    aadsts: 700082,
    message: () => 'The refresh token has expired due to inactivity.',
    evidence: documented('learn.microsoft.com/entra/identity-platform/refresh-tokens'),
    answerEvidence: errorCodes,
    assumed: ['status'],
    broken: ({ isUnusedTooLong }) => isUnusedTooLong,
  },
  {
    id: 'REFRESH-SPA-TIME',
    title: 'The refresh tokens of a single-page application end a day after the sign-in',
    aadsts: 700084,
    message: () =>
      "The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which can't be extended.",
    evidence: documented('learn.microsoft.com/entra/identity-platform/refresh-tokens'),
    answerEvidence: errorCodes,
    assumed: ['status'],
    broken: ({ isOverInBrowser }) => isOverInBrowser,
  },
  {
    id: 'REFRESH-USER-KNOWN',
    title: 'A refresh token of a deleted user is worth nothing',
    aadsts: 50034,
    message: () => 'The user account does not exist in the directory.',
    evidence: errorCodes,
    answerEvidence: inferred('the number is documented for sign-ins'),
    broken: ({ userFound }) => !userFound,
  },
  {
    id: 'REFRESH-USER-ENABLED',
    title: 'A refresh token of a disabled user is worth nothing',
    aadsts: 50057,
    message: () => 'The user account is disabled.',
    evidence: errorCodes,
    answerEvidence: inferred('the number is documented for sign-ins'),
    broken: ({ userEnabled }) => !userEnabled,
  },
])
