/** A rule that a live tenant kept in every exchange that could show it. A refusal may be kept in another way. */
export type Observation = {
  /** Id of the rule. */
  readonly rule: string
  /** When: a day such as `2026-11-23`, in universal time. */
  readonly day: string
  readonly scenarios: number
  readonly exchanges: number
  /** Present where the tenant refused, but with another error, number or status than the rule says. */
  readonly answer?: 'differs'
}
