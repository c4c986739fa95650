import { documented, inferred } from './evidence.ts'
import { refusals } from './refusals.ts'

type UserCode = { readonly isWaiting: boolean; readonly hasExpired: boolean }

const errorCodes = documented('learn.microsoft.com/entra/identity-platform/reference-error-codes')

/** What a user types on the page for devices, in the order of enforcement. */
export const userCodeRules = refusals<UserCode>([
  {
    id: 'DEVICE-USER-CODE-TIME',
    title: 'A user types the code of a device within 15 minutes',
    aadsts: 70019,
    message: () => 'Verification code expired. Have the user retry the sign-in.',
    evidence: errorCodes,
    assumed: ['error', 'status'],
    broken: ({ hasExpired }) => hasExpired,
  },
  {
    id: 'DEVICE-USER-CODE',
    title: 'A user types a code that a device shows, and that nobody has answered',
    aadsts: 70018,
    message: () => 'Invalid verification code. Type the code that your device shows.',
    evidence: errorCodes,
    answerEvidence: inferred('the page says it; no public source shows its answer'),
    broken: ({ isWaiting }) => !isWaiting,
  },
])
