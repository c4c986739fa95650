import { type Aadsts, answersByNumber, type NumberedAnswer } from './answers-by-number.ts'
import type { RefusalRule } from './rule.ts'

/**
 * What is a rule's own. `error` and `status` are written only where Entra departs from what the number stands for,
 * `answerEvidence` only where the evidence of the refusal does not show the answer too.
 */
type Written<Facts> = Pick<
  RefusalRule<Facts>,
  'id' | 'title' | 'message' | 'evidence' | 'assumed' | 'broken'
> &
  Partial<Pick<RefusalRule, 'error' | 'status' | 'answerEvidence' | 'suberror'>> &
  Partial<Pick<RefusalRule<Facts>, 'claimsChallenge'>> & { readonly aadsts: Aadsts }

/** A requirement of the token endpoint or of discovery: `error`, status and error page follow from its number. */
export function refusal<Facts>(written: Written<Facts>): RefusalRule<Facts> {
  const usual: NumberedAnswer = answersByNumber[written.aadsts]
  const status = usual.error === 'invalid_client' ? 401 : 400
  return { kind: 'refusal', status, ...usual, answerEvidence: written.evidence, ...written }
}

/** Requirements on the same facts, in the order of enforcement. */
export function refusals<Facts>(written: readonly Written<Facts>[]): readonly RefusalRule<Facts>[] {
  return written.map((one) => refusal(one))
}
