import { captured, inferred, thirdParty } from './evidence.ts'
import type { RefusalRule } from './rule.ts'

type AssertionType = { readonly hasJwtBearerType: boolean }
type Form = { readonly isJwt: boolean }
type Claims = {
  readonly missingClaim: 'iss' | 'aud' | undefined
  readonly algorithm: string
  readonly supportedAlgorithm: boolean
  readonly hasExpiry: boolean
}

export const assertionTypeIsJwtBearer: RefusalRule<AssertionType> = {
  kind: 'refusal',
  id: 'ASSERT-TYPE',
  title: 'A client assertion comes with the assertion type jwt-bearer',
  error: 'invalid_request',
  aadsts: 900144,
  status: 400,
  message: () => "The request body must contain the following parameter: 'client_assertion_type'.",
  hasErrorPage: true,
  evidence: thirdParty('calvinchengx/entra-emulator internal/identity/token.go'),
  assumed: ['error', 'status'],
  broken: ({ hasJwtBearerType }) => !hasJwtBearerType,
}

export const assertionIsJwt: RefusalRule<Form> = {
  kind: 'refusal',
  id: 'ASSERT-JWT',
  title: 'A client assertion is a signed JWT',
  error: 'invalid_request',
  aadsts: 50027,
  status: 400,
  message: () => 'JWT token is invalid or malformed.',
  hasErrorPage: true,
  evidence: captured('recorded responses in the test fixtures of a Microsoft client library, 2023'),
  broken: ({ isJwt }) => !isJwt,
}

export const assertionNamesIssuerAndAudience: RefusalRule<Claims> = {
  kind: 'refusal',
  id: 'ASSERT-CLAIMS',
  title: 'A client assertion names its issuer and its audience',
  error: 'invalid_request',
  aadsts: 90014,
  status: 400,
  message: ({ missingClaim }) =>
    `The required field '${missingClaim}' is missing from the credential. Ensure that you have all the necessary parameters for the login request.`,
  hasErrorPage: true,
  evidence: captured('recorded responses in the test fixtures of a Microsoft client library, 2023'),
  assumed: ['error'],
  broken: ({ missingClaim }) => missingClaim !== undefined,
}

export const assertionAlgorithmIsSupported: RefusalRule<Claims> = {
  kind: 'refusal',
  id: 'ASSERT-ALG',
  title: 'A client assertion is signed with a supported algorithm',
  error: 'invalid_client',
  aadsts: 5002738,
  status: 401,
  message: ({ algorithm }) =>
    `Invalid JWT token. '${algorithm}' is not a supported signature algorithm. Supported signing algorithms are: 'RS256,RS384,RS512,PS256'`,
  hasErrorPage: true,
  evidence: captured('recorded responses in the test fixtures of a Microsoft client library, 2023'),
  broken: ({ supportedAlgorithm }) => !supportedAlgorithm,
}

export const assertionNamesItsExpiry: RefusalRule<Claims> = {
  kind: 'refusal',
  id: 'ASSERT-EXP',
  title: 'A client assertion says when it expires',
  error: 'invalid_client',
  aadsts: 700024,
  status: 401,
  message: () => 'Client assertion is not within its valid time range.',
  hasErrorPage: true,
  evidence: inferred('exp is a documented claim of the assertion; no capture of one without it'),
  broken: ({ hasExpiry }) => !hasExpiry,
}

/** In the order of enforcement. */
export const assertionRules = [
  assertionTypeIsJwtBearer,
  assertionIsJwt,
  assertionNamesIssuerAndAudience,
  assertionAlgorithmIsSupported,
  assertionNamesItsExpiry,
] satisfies readonly RefusalRule[]
