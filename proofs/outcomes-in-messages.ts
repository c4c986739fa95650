import type { Envelope, Pickle, TestCase } from '@cucumber/messages'

/** How each scenario ended, by its file and line. */
export type Outcomes = ReadonlyMap<string, 'passed' | 'failed' | 'not testable'>

/** How the scenarios ended, by the statuses of their steps and hooks alone. */
export function outcomesIn(messages: readonly Envelope[]): Outcomes {
  const pickles = new Map<string, Pickle>()
  const testCases = new Map<string, TestCase>()
  const started = new Map<string, string>()
  const statuses = new Map<string, string[]>()
  for (const { pickle, testCase, testCaseStarted, testStepFinished } of messages) {
    if (pickle) pickles.set(pickle.id, pickle)
    if (testCase) testCases.set(testCase.id, testCase)
    if (testCaseStarted) {
      started.set(testCaseStarted.id, testCaseStarted.testCaseId)
      statuses.set(testCaseStarted.id, [])
    }
    if (testStepFinished) {
      const { testCaseStartedId, testStepResult } = testStepFinished
      statuses.get(testCaseStartedId)?.push(testStepResult.status)
    }
  }
  return new Map(
    [...statuses].map(([id, ofSteps]) => {
      const pickle = pickles.get(testCases.get(started.get(id) ?? '')?.pickleId ?? '')
      return [`${pickle?.uri}:${pickle?.location?.line ?? 0}`, outcomeOf(ofSteps)]
    }),
  )
}

function outcomeOf(statuses: readonly string[]) {
  if (statuses.every((status) => status === 'PASSED')) return 'passed'
  const isSkipped = statuses.every((status) => status === 'PASSED' || status === 'SKIPPED')
  return isSkipped ? 'not testable' : 'failed'
}
