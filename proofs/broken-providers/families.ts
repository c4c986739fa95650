import { everyClaimWrong } from './every-claim.ts'

/** Faults that are made by tables: too many for every day. */
export const everyFamily = [...everyClaimWrong]
