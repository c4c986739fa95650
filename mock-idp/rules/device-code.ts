import { captured, documented, inferred, thirdParty } from './evidence.ts'
import { refusals } from './refusals.ts'

type Client = { readonly isAgentic: boolean }
type Code = {
  readonly hasCode: boolean
  readonly isKnown: boolean
  readonly isOfClient: boolean
  readonly isRedeemed: boolean
  readonly isDeclined: boolean
  readonly hasExpired: boolean
  readonly isPending: boolean
}
type User = { readonly userFound: boolean; readonly userEnabled: boolean }

const flow = documented('learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code')
const errorCodes = documented('learn.microsoft.com/entra/identity-platform/reference-error-codes')
const notRecognized = () =>
  "The provided value for the input parameter 'device_code' is not valid. The code is not recognized."

/** The sign-in of a device without a browser, in the order of enforcement. */
export const deviceCodeRules = {
  client: refusals<Client>([
    {
      id: 'DEVICE-CLIENT',
      title: 'Nobody signs in to a blueprint or an agent identity by device code',
      aadsts: 82006,
      message: () => 'The agent application does not support interactive authentication.',
      evidence: thirdParty(
        'a public project quotes number and text for a blueprint at device code, authorization code and broker',
      ),
      assumed: ['error', 'status'],
      broken: ({ isAgentic }) => isAgentic,
    },
  ]),
  code: refusals<Code>([
    {
      id: 'DEVICE-CODE-PRESENT',
      title: 'A device that asks for its tokens names its device code',
      aadsts: 900144,
      message: () => "The request body must contain the following parameter: 'device_code'.",
      evidence: flow,
      answerEvidence: captured('github.com/MicrosoftDocs/azure-docs/issues/46110'),
      broken: ({ hasCode }) => !hasCode,
    },
    {
      id: 'DEVICE-CODE-KNOWN',
      title: 'A device code is one that the tenant gave out',
      aadsts: 70018,
      message: notRecognized,
      evidence: flow,
      assumed: ['aadsts', 'status'],
      broken: ({ isKnown }) => !isKnown,
    },
    {
      id: 'DEVICE-CODE-CLIENT',
      title: 'A device code is used by the client that it was given to',
      aadsts: 70018,
      message: notRecognized,
      evidence: documented(
        'learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code: client_id must match the one of the first request',
      ),
      answerEvidence: inferred('the mock tells no more than of an unknown code'),
      broken: ({ isOfClient }) => !isOfClient,
    },
    {
      id: 'DEVICE-CODE-ONCE',
      title: 'A device code brings tokens once',
      aadsts: 70018,
      message: notRecognized,
      evidence: inferred('no public source; authorization codes are documented to work once'),
      broken: ({ isRedeemed }) => isRedeemed,
    },
    {
      id: 'DEVICE-CODE-DECLINED',
      title: 'A device gets no tokens where the user declined',
      aadsts: 65004,
      error: 'authorization_declined',
      message: () => 'User declined to consent to access the app.',
      evidence: flow,
      assumed: ['aadsts', 'status'],
      broken: ({ isDeclined }) => isDeclined,
    },
    {
      id: 'DEVICE-CODE-TIME',
      title: 'A device code holds for 15 minutes',
      aadsts: 70020,
      message: () =>
        "The provided value for the input parameter 'device_code' is not valid. This device code has expired.",
      evidence: flow,
      answerEvidence: captured(
        'github.com/Azure/azure-cli/issues/22251 (number and text; the error is documented)',
      ),
      assumed: ['status'],
      broken: ({ hasExpired }) => hasExpired,
    },
    {
      id: 'DEVICE-CODE-APPROVED',
      title: 'A device gets its tokens when the user has signed in',
      aadsts: 70016,
      message: () =>
        'The provided request has not yet been authorized by the user. The user must input their code.',
      evidence: flow,
      answerEvidence: captured('learn.microsoft.com/answers/questions/981553 (2022-08-25)'),
      assumed: ['status'],
      broken: ({ isPending }) => isPending,
    },
  ]),
  user: refusals<User>([
    {
      id: 'DEVICE-USER-KNOWN',
      title: 'A device gets no tokens for a user who was deleted after the sign-in',
      aadsts: 50034,
      message: () => 'The user account does not exist in the directory.',
      evidence: errorCodes,
      answerEvidence: inferred('the number is documented for sign-ins'),
      broken: ({ userFound }) => !userFound,
    },
    {
      id: 'DEVICE-USER-ENABLED',
      title: 'A device gets no tokens for a user who was disabled after the sign-in',
      aadsts: 50057,
      message: () => 'The user account is disabled.',
      evidence: errorCodes,
      answerEvidence: inferred('the number is documented for sign-ins'),
      broken: ({ userFound, userEnabled }) => userFound && !userEnabled,
    },
  ]),
}
