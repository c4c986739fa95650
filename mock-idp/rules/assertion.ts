import {
  assertionStandards,
  captured,
  inferred,
  libraryFixtures,
  standard,
  thirdParty,
} from './evidence.ts'
import { refusals } from './refusals.ts'

type AssertionType = { readonly hasType: boolean; readonly hasJwtBearerType: boolean }
type Form = { readonly isJwt: boolean }
type Members = {
  readonly unknownHeader: string | undefined
  readonly mistypedMember: string | undefined
  readonly hasJwtType: boolean
}
type Claims = {
  readonly missingClaim: 'iss' | 'aud' | undefined
  readonly algorithm: string
  readonly supportedAlgorithm: boolean
  readonly isFederated: boolean
  readonly hasExpiry: boolean
}

const typeIsMissing = () =>
  "The request body must contain the following parameter: 'client_assertion_type'."
const malformed = () => 'JWT token is invalid or malformed.'
const unsupported = ({ algorithm }: Claims) =>
  `Invalid JWT token. '${algorithm}' is not a supported signature algorithm. Supported signing algorithms are: 'RS256,RS384,RS512,PS256'`

/** In the order of enforcement: a list for each look at a request. */
export const assertionRules = {
  type: refusals<AssertionType>([
    {
      id: 'ASSERT-TYPE-PRESENT',
      title: 'A client assertion comes with an assertion type',
      aadsts: 900144,
      message: typeIsMissing,
      evidence: thirdParty(
        'calvinchengx/entra-emulator internal/identity/token.go; RFC 7521 section 4.2 requires the type, and a page of Microsoft leaves it out',
      ),
      assumed: ['error', 'status'],
      broken: ({ hasType }) => !hasType,
    },
    {
      id: 'ASSERT-TYPE',
      title: 'The assertion type of a client assertion is jwt-bearer',
      aadsts: 900144,
      message: typeIsMissing,
      evidence: standard('RFC 7523 section 2.2; RFC 7522 section 2.2: another type is no JWT'),
      answerEvidence: thirdParty('calvinchengx/entra-emulator internal/identity/token.go'),
      assumed: ['error', 'status'],
      broken: ({ hasType, hasJwtBearerType }) => hasType && !hasJwtBearerType,
    },
  ]),
  form: refusals<Form>([
    {
      id: 'ASSERT-JWT',
      title: 'A client assertion is a signed JWT',
      aadsts: 50027,
      message: malformed,
      evidence: libraryFixtures,
      broken: ({ isJwt }) => !isJwt,
    },
  ]),
  members: refusals<Members>([
    {
      id: 'ASSERT-HEADER',
      title: 'The header of a client assertion has only members that Microsoft Entra knows',
      aadsts: 5002726,
      message: () =>
        "Invalid JWT token. Found unsupported token header. Supported headers are: 'alg','typ','x5t','x5c','kid','use','enc','ctx','nonce','rh','kdf_ver'",
      evidence: captured(
        'github.com/cloudfoundry/uaa/issues/2109; of a federated token: github.com/FusionAuth/fusionauth-issues/issues/2886',
      ),
      broken: ({ unknownHeader }) => unknownHeader !== undefined,
    },
    {
      id: 'ASSERT-VALUES',
      title:
        'Header and claims of a client assertion have values of the types of RFC 7515 and 7519',
      aadsts: 50027,
      message: malformed,
      evidence: standard('RFC 7515 section 4.1 and RFC 7519 section 4.1'),
      answerEvidence: inferred('the captured number of a malformed token'),
      broken: ({ mistypedMember }) => mistypedMember !== undefined,
    },
    {
      id: 'ASSERT-JWT-TYPE',
      title: 'A client assertion that names its type is a JWT',
      aadsts: 5002727,
      message: () =>
        "Invalid JWT header type specified. Allowed types: 'JWT','http://openid.net/specs/jwt/1.0'.",
      evidence: captured(
        'github.com/XenitAB/aad-oidc-identity src/provider/provider.go quotes the answer to a federated token, 2021-12',
      ),
      assumed: ['status'],
      broken: ({ hasJwtType }) => !hasJwtType,
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
      message: unsupported,
      evidence: libraryFixtures,
      broken: ({ supportedAlgorithm, isFederated }) => !supportedAlgorithm && !isFederated,
    },
    {
      id: 'ASSERT-FEDERATED-ALG',
      title: 'A federated token is signed with a supported algorithm',
      aadsts: 5002738,
      error: 'invalid_request',
      status: 400,
      message: unsupported,
      evidence: captured(
        'an answer to a federated token, 2021-12, quoted in the source of a public Kubernetes controller; ES256: github.com/AzureAD/microsoft-identity-web/issues/3467',
      ),
      assumed: ['status'],
      broken: ({ supportedAlgorithm, isFederated }) => !supportedAlgorithm && isFederated,
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
