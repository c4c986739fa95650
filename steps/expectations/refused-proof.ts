import { Difference } from '../../engine/outcomes/difference.ts'
import { type Answer, describeAnswer } from '../../engine/requests/answer.ts'
import type { TargetKind } from '../../engine/targets/target.ts'
import { judgeRefusal, refusalRule } from './refusal.ts'

/**
 * No standard lets a forged or a foreign proof count, so a target that accepts one fails. Which of several faults
 * it names is its own affair: a forged token often has more than one.
 *
 * @throws {Difference} unless the request was refused, by a mock under this rule
 */
export function expectRefused(ruleId: string, answer: Answer, target: TargetKind): void {
  const rule = refusalRule(ruleId)
  if (target !== 'live') {
    judgeRefusal(rule, answer, target)
    return
  }
  const { status, body } = answer
  if (status >= 400 && status < 500 && body?.access_token === undefined) return
  throw new Difference('the proof that was presented', 'is refused', describeAnswer(answer))
}
