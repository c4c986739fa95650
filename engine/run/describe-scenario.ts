import type { Attachment, Pickle, PickleStep, TestCase, TestStepFinished } from '@cucumber/messages'
import type { StoryStep } from '../../reports/report.ts'
import { Difference } from '../outcomes/difference.ts'
import {
  answerObservationType,
  differenceType,
  notTestableType,
  observationType,
} from '../scenario/lenient-step.ts'
import { type ScenarioTrail, scenarioTrailType } from '../scenario/scenario-trail.ts'
import type { DifferenceFacts, ScenarioResult, ScenarioStatus } from './scenario-result.ts'

/** The messages of one scenario in a run. */
export type Ran = {
  readonly steps: TestStepFinished[]
  readonly attachments: Attachment[]
}

export function describeScenario(
  pickle: Pickle,
  testCase: TestCase,
  { steps, attachments }: Ran,
): Omit<ScenarioResult, 'feature' | 'seconds'> {
  const bad = steps.find(
    ({ testStepResult }) => !['PASSED', 'SKIPPED'].includes(testStepResult.status),
  )
  const bodies = (mediaType: string) =>
    attachments.filter((one) => one.mediaType === mediaType).map(({ body }) => body)
  const [difference] = bodies(differenceType)
  const [trail] = bodies(scenarioTrailType)
  const missing = bodies(notTestableType)
  const observations = [
    ...bodies(observationType).map((text) => ({ text, isAboutAnswer: false })),
    ...bodies(answerObservationType).map((text) => ({ text, isAboutAnswer: true })),
  ]
  const badStep = bad && stepOf(pickle, testCase, bad.testStepId)
  return {
    name: pickle.name,
    file: pickle.uri,
    line: pickle.location?.line ?? 0,
    rules: pickle.tags.flatMap(({ name }) => /^@rule:(.+)$/.exec(name)?.[1] ?? []),
    status: statusOf(pickle, bad, { missing, observed: observations }),
    reason: bad ? reasonOf(bad) : missing.join(', '),
    step: bad && (badStep?.text ?? 'a hook'),
    steps: storyOf(pickle, testCase, steps),
    difference: difference === undefined ? undefined : (JSON.parse(difference) as DifferenceFacts),
    trail: trail === undefined ? undefined : (JSON.parse(trail) as ScenarioTrail),
    observations,
  }
}

function statusOf(
  { tags }: Pickle,
  bad: TestStepFinished | undefined,
  { missing, observed }: Readonly<Record<'missing' | 'observed', readonly unknown[]>>,
): ScenarioStatus {
  if (!bad && missing.length > 0) return 'not testable'
  if (!bad) return observed.length > 0 ? 'observed' : 'passed'
  const { status, exception } = bad.testStepResult
  // Any other error while judging a client is a fault of the adapter or of the harness.
  const isAboutClient = tags.some(({ name }) => name === '@client')
  if (isAboutClient && exception?.type !== Difference.name) return 'unusable'
  return status === 'FAILED' ? 'failed' : 'unusable'
}

function reasonOf({ testStepResult }: TestStepFinished): string {
  const { status, exception, message } = testStepResult
  if (status === 'UNDEFINED') return 'no step definition matches'
  if (status === 'AMBIGUOUS') return 'more than one step definition matches'
  return exception?.message ?? message ?? status.toLowerCase()
}

function stepOf(
  pickle: Pickle,
  { testSteps }: TestCase,
  testStepId: string,
): PickleStep | undefined {
  const { pickleStepId } = testSteps.find(({ id }) => id === testStepId) ?? {}
  return pickle.steps.find(({ id }) => id === pickleStepId)
}

const keywords = { Context: 'Given', Action: 'When', Outcome: 'Then', Unknown: 'Given' } as const

function storyOf(
  pickle: Pickle,
  testCase: TestCase,
  finished: readonly TestStepFinished[],
): readonly StoryStep[] {
  return finished.flatMap(({ testStepId, testStepResult }) => {
    const step = stepOf(pickle, testCase, testStepId)
    if (!step) return []
    return [
      {
        keyword: keywords[step.type ?? 'Unknown'],
        text: step.text,
        status: storyStatus(testStepResult.status),
      },
    ]
  })
}

function storyStatus(status: string): StoryStep['status'] {
  if (status === 'PASSED') return 'passed'
  return status === 'SKIPPED' ? 'skipped' : 'failed'
}
