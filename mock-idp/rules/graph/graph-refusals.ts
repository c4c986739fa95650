import { captured, documented } from '../evidence.ts'
import { type GraphErrorCode, statusOfGraphCode } from '../graph-codes.ts'
import type { RefusalRule } from '../rule.ts'

export const publishedBodies = captured(
  'error bodies of Microsoft Graph that public programs and their tests quote',
)
export const agentErrorCodes = documented('MicrosoftDocs/entra-docs docs/agent-id/error-codes.md')

/**
 * What is a rule's own. `status` is written only where Graph departs from what the code stands for, `answerEvidence`
 * only where the evidence of the refusal does not show the answer too.
 */
type Written<Facts> = Omit<RefusalRule<Facts>, 'kind' | 'error' | 'status' | 'answerEvidence'> &
  Partial<Pick<RefusalRule, 'status' | 'answerEvidence'>> & { readonly error: GraphErrorCode }

/** A requirement of Microsoft Graph: its `error` is `error.code` of the answer, and it has no AADSTS number. */
export function graphRefusal<Facts>(written: Written<Facts>): RefusalRule<Facts> {
  const status = statusOfGraphCode[written.error]
  return { kind: 'refusal', status, answerEvidence: written.evidence, ...written }
}

/** Requirements on the same facts, in the order of enforcement. */
export function graphRefusals<Facts>(
  written: readonly Written<Facts>[],
): readonly RefusalRule<Facts>[] {
  return written.map((one) => graphRefusal(one))
}
