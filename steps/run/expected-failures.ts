/** A failure that is known, with its reason. */
export type ExpectedFailure = {
  /** Id of the rule. */
  readonly check: string
  /** Title of the scenario; absent: every scenario of the rule. */
  readonly scenario?: string | undefined
  readonly reason: string
}

export function expectationOf(
  expected: readonly ExpectedFailure[],
  check: string,
  scenario: string,
): ExpectedFailure | undefined {
  return expected.find(
    (entry) => entry.check === check && (entry.scenario ?? scenario) === scenario,
  )
}
