import type { FeatureRunResult } from './run-features.ts'
import type { ScenarioResult } from './scenario-result.ts'

export type Verdict = {
  readonly passed: number
  readonly failed: number
  readonly notTestable: number
  /** Failures that were expected; they count neither as passed nor as failed. */
  readonly expectedFailures: number
  readonly scenarios: readonly ScenarioResult[]
  /** What a real tenant does otherwise where nobody knew. */
  readonly observations: readonly Observation[]
  /** Why the target could not be judged, or an expectation is stale. */
  readonly problems: readonly string[]
  readonly exitCode: 0 | 1 | 2
}

export type Observation = { readonly scenario: string; readonly text: string }

export function verdictOf(run: FeatureRunResult, expected: readonly string[] = []): Verdict {
  const { results } = run
  const ending = (status: ScenarioResult['status']) =>
    results.filter((one) => one.status === status)
  const isExpected = ({ name, rules }: ScenarioResult) =>
    expected.some((entry) => entry === name || rules.includes(entry))
  const failures = ending('failed')
  const failed = failures.filter((one) => !isExpected(one)).length
  const unusable = unusableReasons(run)
  const stale = staleEntries(expected, failures)
  return {
    passed: ending('passed').length,
    failed,
    notTestable: ending('not testable').length,
    expectedFailures: failures.length - failed,
    scenarios: results,
    observations: results.flatMap(({ name, observations }) =>
      observations.map((text) => ({ scenario: name, text })),
    ),
    problems: [...unusable, ...stale],
    exitCode: exitCodeOf(unusable.length, failed + stale.length),
  }
}

function exitCodeOf(unusable: number, failed: number): Verdict['exitCode'] {
  if (unusable > 0) return 2
  return failed > 0 ? 1 : 0
}

function unusableReasons({ results, parseErrors, problem }: FeatureRunResult): readonly string[] {
  if (problem !== undefined) return [problem]
  const unusable = results
    .filter(({ status }) => status === 'unusable')
    .map(({ file, line, step, reason }) => `${file}:${line} '${step}': ${reason}`)
  const broken = [...parseErrors.map((error) => `a feature cannot be read: ${error}`), ...unusable]
  if (broken.length > 0) return broken
  if (results.length === 0) return ['no scenario was selected']
  const judged = results.some(({ status }) => status === 'passed' || status === 'failed')
  return judged ? [] : ['no scenario could be judged']
}

function staleEntries(
  expected: readonly string[],
  failures: readonly ScenarioResult[],
): readonly string[] {
  return expected
    .filter((entry) => !failures.some(({ name, rules }) => name === entry || rules.includes(entry)))
    .map((entry) => `expected to fail, but does not: ${entry}`)
}

/** The end of a run, for people. */
export function summarize(verdict: Verdict): string {
  const { passed, failed, notTestable, expectedFailures, observations, problems } = verdict
  const counts = [
    `${passed} passed`,
    `${failed} failed`,
    `${notTestable} not testable`,
    ...(expectedFailures > 0 ? [`${expectedFailures} failed as expected`] : []),
  ]
  const lines = [
    ...section('Not testable:', reasonsOf(verdict)),
    ...section(
      'Observations, where the evidence leaves it open (no failures):',
      observations.map(({ scenario, text }) => `${scenario}: ${text}`),
    ),
    ...section(verdict.exitCode === 2 ? 'Could not be judged:' : 'Problems:', problems),
    counts.join(', '),
  ]
  return `${lines.join('\n')}\n`
}

function section(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [title, ...items.map((item) => `  ${item}`), '']
}

function reasonsOf({ scenarios }: Verdict): readonly string[] {
  const counts = new Map<string, number>()
  for (const { status, reason } of scenarios) {
    if (status === 'not testable') counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return [...counts].map(([reason, count]) => `${count} because ${reason}`)
}
