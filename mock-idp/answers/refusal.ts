import type { RefusalRule } from '../rules/index.ts'

/** The end of a request that broke a rule. Thrown anywhere, serialized in one place. */
export class Refusal extends Error {
  readonly rule: RefusalRule
  /** The prose of the refusal, without code and trace. */
  readonly prose: string

  constructor(rule: RefusalRule, prose: string) {
    super(`${rule.id}: ${prose}`)
    this.name = 'Refusal'
    this.rule = rule
    this.prose = prose
  }
}
