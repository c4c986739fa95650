import type { EvidenceOf } from '../../mock-idp/index.ts'
import { countStatuses } from '../../reports/count-statuses.ts'
import type { CheckReport, CheckStatus, SubjectReport } from '../../reports/report.ts'
import type { ClientUnderTest } from '../clients/client-under-test.ts'
import { checkReports, staleExpectations } from './check-reports.ts'
import type { ExpectedFailure } from './expected-failures.ts'
import type { FeatureRunResult } from './run-features.ts'
import type { ScenarioResult } from './scenario-result.ts'
import { type SkippedRule, withoutSkipped } from './skipped-rules.ts'

export type Verdict = {
  /** Scenarios. Of a client, one that shows a broken SHOULD or INFO counts as passed. */
  readonly passed: number
  readonly failed: number
  readonly notTestable: number
  /** Scenarios that were not tried, because this target gives no power over its clock, keys, faults or objects. */
  readonly withoutPower: number
  /** Failures that were expected; they count neither as passed nor as failed. */
  readonly expectedFailures: number
  readonly scenarios: readonly ScenarioResult[]
  /** What a real tenant does otherwise where nobody knew. */
  readonly observations: readonly Observation[]
  /** Why the target or the client could not be judged, or an expectation is stale. */
  readonly problems: readonly string[]
  readonly subject: SubjectReport
  /** Of the target. Absent: it could not be opened. */
  readonly authorityHost: string | undefined
  readonly exitCode: 0 | 1 | 2
}

export type Observation = { readonly scenario: string; readonly text: string }

export type Judging = {
  /** Judges this client against the target, instead of the target. It stays open. */
  readonly client?: ClientUnderTest | undefined
  /** Who is judged, where no client tells its name: the target, or a client that does not start. */
  readonly subject?: Pick<SubjectReport, 'kind' | 'name'> | undefined
  /** What is known to fail. What of it does not fail is a failure. */
  readonly expectedFailures?: readonly ExpectedFailure[] | undefined
  /** Rules that are not judged. */
  readonly skip?: readonly SkippedRule[] | undefined
  /** Whether a client fails by a broken SHOULD too. Default: that is a warning. */
  readonly strict?: boolean | undefined
}

type Facts = Judging & {
  /** How the rules are known when it is judged. Default: as the catalogue says. */
  readonly evidenceOf?: EvidenceOf | undefined
  readonly withoutPower?: number | undefined
  readonly authorityHost?: string | undefined
  /** Whether only some scenarios were selected. */
  readonly isPartial?: boolean | undefined
}

export function verdictOf(run: FeatureRunResult, judging: Facts = {}): Verdict {
  const {
    expectedFailures = [],
    skip = [],
    strict = false,
    authorityHost,
    isPartial = false,
    withoutPower = 0,
  } = judging
  const results = withoutSkipped(run.results, skip)
  const checks = checkReports(results, judging)
  const counts = countStatuses(checks)
  const unusable = unusableReasons({ ...run, results })
  const stale = staleExpectations(checks, expectedFailures, isPartial)
  const scenarios = countScenarios(results, judging)
  const broken = Math.max(counts.failed, scenarios.failed) + (strict ? counts.warning : 0)
  const exitCode = exitCodeOf(unusable.length, broken + stale.length)
  const problems = [...unusable, ...stale]
  return {
    ...scenarios,
    withoutPower,
    scenarios: results,
    observations: results.flatMap(({ name, observations }) =>
      observations.map((text) => ({ scenario: name, text })),
    ),
    problems,
    subject: {
      ...subjectOf(judging),
      verdict: verdictFor(exitCode, checks),
      counts,
      checks,
      problems,
    },
    authorityHost,
    exitCode,
  }
}

function subjectOf({
  client,
  subject = { kind: 'identity provider', name: 'identity provider' },
}: Judging) {
  if (!client) return { ...subject, version: undefined, language: undefined }
  const { name, version, language } = client
  return { kind: 'client', name, version: version || undefined, language } as const
}

const verdicts = ['conforms', 'does not conform', 'could not be judged'] as const

/** A MUST that is broken stays broken, though it was known and the run is as it should be. */
function verdictFor(
  exitCode: Verdict['exitCode'],
  checks: readonly CheckReport[],
): SubjectReport['verdict'] {
  const isBroken = checks.some(
    ({ status, severity }) => status === 'expected failure' && severity === 'MUST',
  )
  return exitCode === 0 && isBroken ? 'fails as expected' : verdicts[exitCode]
}

function exitCodeOf(unusable: number, failed: number): Verdict['exitCode'] {
  if (unusable > 0) return 2
  return failed > 0 ? 1 : 0
}

function countScenarios(results: readonly ScenarioResult[], judging: Judging) {
  const kinds = results.map((result) => outcomeOf(result, judging).kind)
  const count = (kind: ScenarioOutcome['kind']) => kinds.filter((one) => one === kind).length
  return {
    passed: count('passed'),
    failed: count('failed'),
    notTestable: count('not testable'),
    expectedFailures: count('failed as expected'),
  }
}

/** How a scenario counts, and the rules for which it failed. */
export type ScenarioOutcome = {
  readonly kind: 'passed' | 'failed' | 'failed as expected' | 'not testable' | 'unusable'
  readonly broken: readonly CheckReport[]
  /** Every rule that the scenario is about, or that a finding is about. */
  readonly checks: readonly CheckReport[]
}

/** A client fails a scenario by whatever MUST it breaks there. */
export function outcomeOf(result: ScenarioResult, judging: Judging): ScenarioOutcome {
  const [counted = result] = withoutSkipped([result], judging.skip)
  const checks = checkReports([counted], judging)
  const broken = checks.filter(({ status }) => status === 'failed')
  return { kind: kindOf(counted, checks, subjectOf(judging).kind), broken, checks }
}

function kindOf(
  { status }: ScenarioResult,
  checks: readonly CheckReport[],
  judged: SubjectReport['kind'],
): ScenarioOutcome['kind'] {
  if (status === 'unusable') return 'unusable'
  const has = (wanted: CheckStatus) => checks.some((check) => check.status === wanted)
  if (has('failed')) return 'failed'
  if (has('expected failure')) return 'failed as expected'
  // Of a client, what is left of a failed scenario is a broken SHOULD or INFO.
  if (status === 'failed') return judged === 'client' ? 'passed' : 'failed'
  return status
}

function unusableReasons({ results, parseErrors, problem }: FeatureRunResult): readonly string[] {
  if (problem !== undefined) return [problem]
  const unusable = results.filter(({ status }) => status === 'unusable')
  const broken = [
    ...parseErrors.map((error) => `a feature cannot be read: ${error}`),
    ...unusableByReason(unusable),
  ]
  if (broken.length > 0) return broken
  const judged = results.some(({ status }) => status === 'passed' || status === 'failed')
  return judged ? [] : ['no scenario could be judged']
}

/** An adapter that breaks does so in many scenarios. */
function unusableByReason(results: readonly ScenarioResult[]): readonly string[] {
  const reasons = [...new Set(results.map(({ reason }) => reason))]
  return reasons.map((reason) => {
    const [first, ...more] = results.filter((result) => result.reason === reason)
    const others = more.length === 0 ? '' : ` (and in ${more.length} more scenarios)`
    return `${first?.file}:${first?.line} '${first?.step}'${others}: ${reason}`
  })
}
