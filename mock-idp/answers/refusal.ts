import type { RefusalRule } from '../rules/index.ts'

/** The end of a request that broke a rule. Thrown anywhere, serialized in one place. */
export class Refusal extends Error {
  readonly rule: RefusalRule
  /** The prose of the refusal, without code and trace. */
  readonly prose: string

  /** The member `claims` of the answer, as JSON text. */
  readonly claims: string | undefined

  constructor(rule: RefusalRule, prose: string, claims?: string) {
    super(`${rule.id}: ${prose}`)
    this.name = 'Refusal'
    this.rule = rule
    this.prose = prose
    this.claims = claims
  }
}
