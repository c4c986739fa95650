import { captured } from '../evidence.ts'
import type { AssumedPart, Evidence, GraphErrorCode, RefusalRule } from '../rule.ts'

export const publishedBodies = captured(
  'error bodies of Microsoft Graph that public programs and their tests quote',
)

type Written<Facts> = {
  readonly id: string
  readonly title: string
  readonly error: GraphErrorCode
  readonly status: RefusalRule['status']
  readonly message: (facts: Facts) => string
  readonly evidence: Evidence
  readonly assumed?: readonly AssumedPart[]
  readonly broken: (facts: Facts) => boolean
}

/** A requirement of Microsoft Graph: its `error` is `error.code` of the answer, and it has no AADSTS number. */
export function graphRule<Facts>(written: Written<Facts>): RefusalRule<Facts> {
  return { kind: 'refusal', ...written }
}
