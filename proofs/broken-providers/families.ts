import { everyAnswerWrong, someAnswersWrong } from './every-answer.ts'
import { everyClaimWrong, someClaimsWrong } from './every-claim.ts'
import { everySignatureWrong, someSignaturesWrong } from './every-signature.ts'

/** Faults that are made by tables: too many for every day. */
export const everyFamily = [...everyClaimWrong, ...everyAnswerWrong, ...everySignatureWrong]

/** Of each table a few. */
export const ofEachFamily = [...someClaimsWrong, ...someAnswersWrong, ...someSignaturesWrong]
