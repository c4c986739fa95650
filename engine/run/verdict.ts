import type { EvidenceOf } from '../../mock-idp/index.ts'
import { countStatuses } from '../../reports/count-statuses.ts'
import type { CheckReport, CheckStatus, SubjectReport } from '../../reports/report.ts'
import type { ApiUnderTest } from '../apis/api-under-test.ts'
import type { ClientUnderTest } from '../clients/client-under-test.ts'
import { declaredNotJudged } from '../clients/not-judged.ts'
import { checkReports, staleExpectations } from './check-reports.ts'
import type { ExpectedFailure } from './expected-failures.ts'
import { skippedAfterFailures } from './give-up.ts'
import type { FeatureRunResult } from './run-features.ts'
import type { ScenarioObservation, ScenarioResult } from './scenario-result.ts'
import { type SkippedRule, withoutSkipped } from './skipped-rules.ts'

export type Verdict = {
  /** Scenarios. A client's scenario that shows only a broken SHOULD or INFO counts as passed. */
  readonly passed: number
  readonly failed: number
  /** Scenarios in which a real tenant differs from what no strong evidence shows: neither passed nor failed. */
  readonly observed: number
  readonly notTestable: number
  /** Scenarios that did not run, because they need control over the clock, keys, faults or objects. */
  readonly withoutPower: number
  /** Expected failures; they count neither as passed nor as failed. */
  readonly expectedFailures: number
  readonly scenarios: readonly ScenarioResult[]
  /** Differences of a real tenant from rules that are not confirmed. */
  readonly observations: readonly UnconfirmedDifference[]
  /** Why the target or the client could not be judged, or which expectation is stale. */
  readonly problems: readonly string[]
  readonly subject: SubjectReport
  /** The target's authority. Absent: the target did not open. */
  readonly authorityHost: string | undefined
  readonly exitCode: 0 | 1 | 2
}

export type UnconfirmedDifference = ScenarioObservation & {
  readonly scenario: string
  readonly rules: readonly string[]
}

export type Judging = {
  /** Judges this client against the target, instead of the target. It stays open. */
  readonly client?: ClientUnderTest | undefined
  /** Judges this API, instead of the target. It stays open. */
  readonly api?: ApiUnderTest | undefined
  /** The name of the subject if no client reports one: the target, or a client that does not start. */
  readonly subject?: Pick<SubjectReport, 'kind' | 'name'> | undefined
  /** Expected failures. An entry that passes fails the run. */
  readonly expectedFailures?: readonly ExpectedFailure[] | undefined
  /** Rules to skip. */
  readonly skip?: readonly SkippedRule[] | undefined
  /** Whether a broken SHOULD fails a client. Default: it is a warning. */
  readonly strict?: boolean | undefined
}

type Facts = Judging & {
  /** The evidence of the rules. Default: the catalogue's. */
  readonly evidenceOf?: EvidenceOf | undefined
  readonly withoutPower?: number | undefined
  readonly authorityHost?: string | undefined
  /** Whether only some scenarios ran. */
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
  const unusable = unusableReasons({ ...run, results }, checks)
  const stale = staleExpectations(checks, expectedFailures, isPartial)
  const scenarios = countScenarios(results, judging)
  const broken = Math.max(counts.failed, scenarios.failed) + (strict ? counts.warning : 0)
  const exitCode = exitCodeOf(unusable.length, broken + stale.length)
  const problems = [...unusable, ...stale]
  return {
    ...scenarios,
    withoutPower,
    scenarios: results,
    observations: results.flatMap(({ name, rules, observations }) =>
      observations.map((one) => ({ ...one, scenario: name, rules })),
    ),
    problems,
    subject: {
      ...subjectOf(judging),
      verdict: verdictFor(exitCode, checks),
      counts,
      checks,
      problems,
      notJudged: judging.client ? declaredNotJudged(judging.client.capabilities) : [],
    },
    authorityHost,
    exitCode,
  }
}

function subjectOf({
  client,
  api,
  subject = { kind: 'identity provider', name: 'identity provider' },
}: Judging) {
  if (api)
    return { kind: 'API', name: api.name, version: api.version, language: undefined } as const
  if (!client) return { ...subject, version: undefined, language: undefined }
  const { name, version, language } = client
  return { kind: 'client', name, version: version || undefined, language } as const
}

const verdicts = ['conforms', 'does not conform', 'could not be judged'] as const

/** A broken MUST stays broken in the verdict, even when the failure was expected. */
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
    observed: count('observed'),
    notTestable: count('not testable'),
    expectedFailures: count('failed as expected'),
  }
}

/** The result of a scenario, and the rules for which it failed. */
export type ScenarioOutcome = {
  readonly kind:
    | 'passed'
    | 'failed'
    | 'failed as expected'
    | 'observed'
    | 'not testable'
    | 'unusable'
  readonly broken: readonly CheckReport[]
  /** Every rule that the scenario is about, or that a finding is about. */
  readonly checks: readonly CheckReport[]
}

/** A client or an API fails a scenario if it breaks any MUST there. */
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
  // A scenario about a client or an API that fails without a broken MUST broke a SHOULD or INFO.
  if (status === 'failed') return judged === 'identity provider' ? 'failed' : 'passed'
  return status
}

function unusableReasons(
  { results, parseErrors, problem }: FeatureRunResult,
  checks: readonly CheckReport[],
): readonly string[] {
  if (problem !== undefined) return [problem]
  const unusable = results.filter(({ status }) => status === 'unusable')
  const broken = [
    ...parseErrors.map((error) => `cannot read a feature: ${error}`),
    ...unusableByReason(unusable),
  ]
  if (broken.length > 0) return broken
  const judged =
    results.some(({ status }) => ['passed', 'failed', 'observed'].includes(status)) ||
    checks.some(({ status }) => status !== 'skipped' && status !== 'error')
  return judged ? [] : ['no scenario could be judged']
}

/** Groups equal problems: a broken adapter causes one in many scenarios. */
function unusableByReason(results: readonly ScenarioResult[]): readonly string[] {
  const reasons = [...new Set(results.map(({ reason }) => reason))]
  const telling = reasons.filter((reason) => reason !== skippedAfterFailures)
  const skipped = results.filter(({ reason }) => reason === skippedAfterFailures).length
  return (telling.length === 0 ? reasons : telling).map((reason) => {
    const [first, ...more] = results.filter((result) => result.reason === reason)
    const count = more.length + (reason === telling.at(-1) ? skipped : 0)
    const others = count === 0 ? '' : ` (and in ${count} more scenarios)`
    return `${first?.file}:${first?.line} '${first?.step}'${others}: ${reason}`
  })
}
