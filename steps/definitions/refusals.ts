import { Then } from '@cucumber/cucumber'
import { answerObservationType } from '../../engine/scenario/lenient-step.ts'
import { judgeRefusal, refusalRule } from '../expectations/refusal.ts'
import type { AgentIdWorld } from '../support/world.ts'

Then(
  'the request is refused under rule {string}',
  async function (this: AgentIdWorld, ruleId: string) {
    const chosen = judgeRefusal(refusalRule(ruleId), this.answer, this.target.kind)
    for (const part of chosen) {
      await this.note(`rule ${ruleId}, ${part}`, answerObservationType)
      this.isObserved = true
    }
  },
)
