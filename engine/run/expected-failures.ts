import type { ExpectedFailure } from '../clients/adapter/read-expected-failures.ts'

export type { ExpectedFailure } from '../clients/adapter/read-expected-failures.ts'

export function expectationOf(
  expected: readonly ExpectedFailure[],
  check: string,
  scenario: string,
): ExpectedFailure | undefined {
  return expected.find(
    (entry) => entry.check === check && (entry.scenario ?? scenario) === scenario,
  )
}
