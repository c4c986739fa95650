import type {
  Envelope,
  GherkinDocument,
  Pickle,
  TestCase,
  TestCaseStarted,
  Timestamp,
} from '@cucumber/messages'
import { describeScenario, type Ran } from './describe-scenario.ts'
import type { ScenarioResult } from './scenario-result.ts'

export type Listener = {
  /** Reports how many scenarios of each file will run, before the first one. */
  readonly onPlanned?: (countOfFile: ReadonlyMap<string, number>) => void
  readonly onScenarioStarted?: (name: string) => void
  readonly onScenarioFinished?: (result: ScenarioResult) => void
}

/** Reads the message stream of a run, or the streams of several parallel runs. */
export function collectResults({ onScenarioStarted, onScenarioFinished }: Listener = {}) {
  const documents = new Map<string, GherkinDocument>()
  const pickles = new Map<string, Pickle>()
  const testCases = new Map<string, TestCase>()
  const running = new Map<string, Ran & { readonly started: TestCaseStarted }>()
  const results: ScenarioResult[] = []

  const pickleOf = ({ testCaseId }: TestCaseStarted) =>
    pickles.get(testCases.get(testCaseId)?.pickleId ?? '')

  const begin = (started: TestCaseStarted) => {
    running.set(started.id, { started, steps: [], attachments: [] })
    onScenarioStarted?.(pickleOf(started)?.name ?? '')
  }

  const finish = (startedId: string, timestamp: Timestamp) => {
    const ran = running.get(startedId)
    const pickle = ran && pickleOf(ran.started)
    const testCase = ran && testCases.get(ran.started.testCaseId)
    if (!ran || !pickle || !testCase) return
    running.delete(startedId)
    const feature = documents.get(pickle.uri)?.feature?.name ?? pickle.uri
    const seconds = secondsBetween(ran.started.timestamp, timestamp)
    const result = { ...describeScenario(pickle, testCase, ran), feature, seconds }
    results.push(result)
    onScenarioFinished?.(result)
  }

  const remember = ({ gherkinDocument, pickle, testCase }: Envelope) => {
    if (gherkinDocument?.uri) documents.set(gherkinDocument.uri, gherkinDocument)
    if (pickle) pickles.set(pickle.id, pickle)
    if (testCase) testCases.set(testCase.id, testCase)
  }

  const follow = ({
    testCaseStarted,
    testStepFinished,
    attachment,
    testCaseFinished,
  }: Envelope) => {
    if (testCaseStarted) begin(testCaseStarted)
    if (testStepFinished)
      running.get(testStepFinished.testCaseStartedId)?.steps.push(testStepFinished)
    if (attachment) running.get(attachment.testCaseStartedId ?? '')?.attachments.push(attachment)
    if (testCaseFinished) finish(testCaseFinished.testCaseStartedId, testCaseFinished.timestamp)
  }

  return {
    results,
    onMessage: (envelope: Envelope): void => {
      remember(envelope)
      follow(envelope)
    },
  }
}

function secondsBetween(from: Timestamp, to: Timestamp): number {
  return to.seconds - from.seconds + (to.nanos - from.nanos) / 1e9
}
