import type {
  Attachment,
  Envelope,
  GherkinDocument,
  Pickle,
  TestCase,
  TestCaseStarted,
  TestStepFinished,
  Timestamp,
} from '@cucumber/messages'
import { notTestableType, observationType } from '../support/lenient-step.ts'
import type { ScenarioResult, ScenarioStatus } from './scenario-result.ts'

type Running = {
  readonly started: TestCaseStarted
  readonly steps: TestStepFinished[]
  readonly attachments: Attachment[]
}

export type Listener = {
  /** How many scenarios will run. */
  readonly onPlanned?: (count: number) => void
  readonly onScenarioStarted?: (name: string) => void
  readonly onScenarioFinished?: (result: ScenarioResult) => void
}

/** Reads the message stream of a run: results, and what was wrong before any scenario could run. */
export function collectResults({
  onPlanned,
  onScenarioStarted,
  onScenarioFinished,
}: Listener = {}) {
  const documents = new Map<string, GherkinDocument>()
  const pickles = new Map<string, Pickle>()
  const testCases = new Map<string, TestCase>()
  const running = new Map<string, Running>()
  const results: ScenarioResult[] = []
  const parseErrors: string[] = []

  const pickleOf = ({ testCaseId }: TestCaseStarted) =>
    pickles.get(testCases.get(testCaseId)?.pickleId ?? '')

  const begin = (started: TestCaseStarted) => {
    if (results.length === 0) onPlanned?.(testCases.size)
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
    const result = { ...describe(pickle, testCase, ran), feature, seconds }
    results.push(result)
    onScenarioFinished?.(result)
  }

  const remember = ({ gherkinDocument, pickle, testCase, parseError }: Envelope) => {
    if (parseError) parseErrors.push(`${parseError.source.uri}: ${parseError.message}`)
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
    parseErrors,
    onMessage: (envelope: Envelope): void => {
      remember(envelope)
      follow(envelope)
    },
  }
}

function describe(
  pickle: Pickle,
  testCase: TestCase,
  { steps, attachments }: Running,
): Omit<ScenarioResult, 'feature' | 'seconds'> {
  const bad = steps.find(
    ({ testStepResult }) => !['PASSED', 'SKIPPED'].includes(testStepResult.status),
  )
  const bodies = (mediaType: string) =>
    attachments.filter((one) => one.mediaType === mediaType).map(({ body }) => body)
  const missing = bodies(notTestableType)
  const step = bad && stepText(pickle, testCase, bad.testStepId)
  return {
    name: pickle.name,
    file: pickle.uri,
    line: pickle.location?.line ?? 0,
    rules: pickle.tags.flatMap(({ name }) => /^@rule:(.+)$/.exec(name)?.[1] ?? []),
    status: statusOf(bad, missing),
    reason: bad ? reasonOf(bad) : missing.join(', '),
    step,
    observations: bodies(observationType),
  }
}

function statusOf(bad: TestStepFinished | undefined, missing: readonly string[]): ScenarioStatus {
  if (!bad) return missing.length > 0 ? 'not testable' : 'passed'
  return bad.testStepResult.status === 'FAILED' ? 'failed' : 'unusable'
}

function reasonOf({ testStepResult }: TestStepFinished): string {
  const { status, exception, message } = testStepResult
  if (status === 'UNDEFINED') return 'no step definition matches'
  if (status === 'AMBIGUOUS') return 'more than one step definition matches'
  return exception?.message ?? message ?? status.toLowerCase()
}

function stepText(pickle: Pickle, { testSteps }: TestCase, testStepId: string): string {
  const { pickleStepId } = testSteps.find(({ id }) => id === testStepId) ?? {}
  return pickle.steps.find(({ id }) => id === pickleStepId)?.text ?? 'a hook'
}

function secondsBetween(from: Timestamp, to: Timestamp): number {
  return to.seconds - from.seconds + (to.nanos - from.nanos) / 1e9
}
