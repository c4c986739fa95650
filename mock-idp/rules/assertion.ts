import { assertionStandards, inferred, libraryFixtures, thirdParty } from './evidence.ts'
import { refusals } from './refusals.ts'

type AssertionType = { readonly hasJwtBearerType: boolean }
type Form = { readonly isJwt: boolean }
type Claims = {
  readonly missingClaim: 'iss' | 'aud' | undefined
  readonly algorithm: string
  readonly supportedAlgorithm: boolean
  readonly hasExpiry: boolean
}

/** In the order of enforcement: a list for each look at a request. */
export const assertionRules = {
  type: refusals<AssertionType>([
    {
      id: 'ASSERT-TYPE',
      title: 'A client assertion comes with the assertion type jwt-bearer',
      aadsts: 900144,
      message: () =>
        "The request body must contain the following parameter: 'client_assertion_type'.",
      evidence: thirdParty(
        'calvinchengx/entra-emulator internal/identity/token.go; RFC 7521 section 4.2 requires the type, and a page of Microsoft leaves it out',
      ),
      assumed: ['error', 'status'],
      broken: ({ hasJwtBearerType }) => !hasJwtBearerType,
    },
  ]),
  form: refusals<Form>([
    {
      id: 'ASSERT-JWT',
      title: 'A client assertion is a signed JWT',
      aadsts: 50027,
      message: () => 'JWT token is invalid or malformed.',
      evidence: libraryFixtures,
      broken: ({ isJwt }) => !isJwt,
    },
  ]),
  claims: refusals<Claims>([
    {
      id: 'ASSERT-CLAIMS',
      title: 'A client assertion names its issuer and its audience',
      aadsts: 90014,
      message: ({ missingClaim }) =>
        `The required field '${missingClaim}' is missing from the credential. Ensure that you have all the necessary parameters for the login request.`,
      evidence: libraryFixtures,
      assumed: ['error'],
      broken: ({ missingClaim }) => missingClaim !== undefined,
    },
    {
      id: 'ASSERT-ALG',
      title: 'A client assertion is signed with a supported algorithm',
      aadsts: 5002738,
      message: ({ algorithm }) =>
        `Invalid JWT token. '${algorithm}' is not a supported signature algorithm. Supported signing algorithms are: 'RS256,RS384,RS512,PS256'`,
      evidence: libraryFixtures,
      broken: ({ supportedAlgorithm }) => !supportedAlgorithm,
    },
    {
      id: 'ASSERT-EXP',
      title: 'A client assertion says when it expires',
      aadsts: 700024,
      message: () => 'Client assertion is not within its valid time range.',
      evidence: assertionStandards.expiry,
      answerEvidence: inferred(
        'the usual answer outside the valid time; no capture of one without exp',
      ),
      broken: ({ hasExpiry }) => !hasExpiry,
    },
  ]),
}
