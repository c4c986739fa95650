import type { Finding, Severity } from '../../judge/index.ts'
import {
  type CurrentEvidence,
  cataloguedEvidence,
  type EvidenceOf,
  findRule,
  hasSeverity,
  type Rule,
  rules,
} from '../../mock-idp/index.ts'
import type { CheckReport, CheckStatus, Story } from '../../reports/report.ts'
import { printable } from '../../wire/printable.ts'
import { type ExpectedFailure, expectationOf } from './expected-failures.ts'
import type { ScenarioResult } from './scenario-result.ts'
import type { SkippedRule } from './skipped-rules.ts'

/** The status of a broken rule, by severity. */
const statusOfBreach = { MUST: 'failed', SHOULD: 'warning', INFO: 'noted' } as const

/** Worst first: the first status that occurs is the status of the rule. */
const order: readonly CheckStatus[] = [
  'error',
  'failed',
  'warning',
  'noted',
  'expected failure',
  'observed',
  'passed',
  'skipped',
]

/** The facts about a subject before it is judged. */
type Known = {
  readonly expectedFailures?: readonly ExpectedFailure[] | undefined
  readonly skip?: readonly SkippedRule[] | undefined
  /** The evidence of the rules. Default: the catalogue's. */
  readonly evidenceOf?: EvidenceOf | undefined
}

/** Derives the status of each tested rule from the scenarios. */
export function checkReports(
  results: readonly ScenarioResult[],
  known: Known,
): readonly CheckReport[] {
  const byRule = resultsByRule(results)
  return rules.flatMap((rule) => {
    const about = byRule.get(rule.id)
    return about ? [checkReport(rule, about, known)] : []
  })
}

/** Those about a rule, and those in which it was found broken. */
function resultsByRule(
  results: readonly ScenarioResult[],
): ReadonlyMap<string, readonly ScenarioResult[]> {
  const found = new Map<string, ScenarioResult[]>()
  for (const result of results) {
    const checks = result.trail?.findings.map(({ check }) => check) ?? []
    for (const id of new Set([...result.rules, ...checks])) {
      const others = found.get(id)
      if (others) others.push(result)
      else found.set(id, [result])
    }
  }
  return found
}

function checkReport(
  rule: Rule,
  about: readonly ScenarioResult[],
  { expectedFailures = [], skip = [], evidenceOf = cataloguedEvidence }: Known,
): CheckReport {
  const severity = severityOf(rule)
  const skipped = skip.find(({ check }) => check === rule.id)
  const stories = about
    .map((result) => storyOf(result, rule.id, severity, expectedFailures))
    .map((story) => (skipped ? skippedStory(story, skipped) : story))
  const status = order.find((one) => stories.some((story) => story.status === one)) ?? 'skipped'
  return {
    id: rule.id,
    title: rule.title,
    severity,
    evidence: rule.kind === 'tool' ? undefined : toldEvidence(evidenceOf(rule)),
    answerEvidence: rule.kind === 'refusal' ? toldEvidence(evidenceOf(rule, 'how')) : undefined,
    status,
    reason: stories.find((story) => story.status === status)?.reason,
    stories,
  }
}

function toldEvidence({ kind, source, staleSince }: CurrentEvidence) {
  const stale = staleSince === undefined ? '' : `; observed on ${staleSince}, which is stale`
  return { kind, source: `${source}${stale}` }
}

function skippedStory(story: Story, { reason }: SkippedRule): Story {
  return { ...story, status: 'skipped', reason, findings: [] }
}

export function severityOf(rule: Rule | undefined): Severity {
  return rule !== undefined && hasSeverity(rule) ? rule.severity : 'MUST'
}

function findingsOf({ trail }: ScenarioResult, check: string): readonly Finding[] {
  return trail?.findings.filter((finding) => finding.check === check) ?? []
}

function storyOf(
  result: ScenarioResult,
  check: string,
  severity: Severity,
  expected: readonly ExpectedFailure[],
): Story {
  const { name: title, feature, file, line, steps, seconds, trail } = result
  const findings = [...ownFinding(result, check, severity), ...findingsOf(result, check)]
  const expectation = expectationOf(expected, check, title)
  const status = storyStatus(result, check, severity, findings)
  const isBreach = status === statusOfBreach[severity]
  return {
    title,
    feature,
    file,
    line,
    status: isBreach && expectation ? 'expected failure' : status,
    reason: isBreach && expectation ? expectation.reason : reasonOf(result, status, findings),
    seconds,
    steps,
    findings,
    requests: trail?.requests ?? [],
    names: trail?.names ?? {},
    ...(status === 'observed' ? { observed: observedIn(result) } : {}),
  }
}

function storyStatus(
  { status, rules: about }: ScenarioResult,
  check: string,
  severity: Severity,
  findings: readonly Finding[],
): CheckStatus {
  if (findings.length > 0) return statusOfBreach[severity]
  if (!about.includes(check)) return 'passed'
  if (status === 'unusable') return 'error'
  if (status === 'not testable') return 'skipped'
  return status === 'observed' ? 'observed' : 'passed'
}

function observedIn({ observations }: ScenarioResult): 'behaviour' | 'answer' {
  return observations.every(({ isAboutAnswer }) => isAboutAnswer) ? 'answer' : 'behaviour'
}

/** Reports a failed scenario about the rule as a finding. */
function ownFinding(
  { status, rules: about, difference, step = '', reason }: ScenarioResult,
  check: string,
  severity: Severity,
): readonly Finding[] {
  if (status !== 'failed' || !about.includes(check)) return []
  const [expected, actual] = difference ? [difference.expected, difference.actual] : [step, reason]
  const { what = step, token } = difference ?? {}
  return [{ check, severity, message: what, expected, actual, token }]
}

function reasonOf(
  { reason, observations }: ScenarioResult,
  status: CheckStatus,
  [finding]: readonly Finding[],
): string | undefined {
  if (status === 'passed') return undefined
  if (status === 'observed') return observations.map(({ text }) => text).join('; ')
  if (!finding) return reason
  const [message, expected, actual] = [finding.message, finding.expected, finding.actual].map(
    onOneLine,
  )
  return `${message}: expected ${expected}, got ${actual}`
}

/** What a client sent adds no line to a list. */
function onOneLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  return printable(lines.join(' '))
}

/**
 * Finds expected failures that no longer fail.
 * @param isPartial whether only some scenarios ran; rules that were not tested may still fail
 */
export function staleExpectations(
  checks: readonly CheckReport[],
  expected: readonly ExpectedFailure[],
  isPartial: boolean,
): readonly string[] {
  const isStale = ({ check, scenario }: ExpectedFailure) => {
    const stories = checks.find(({ id }) => id === check)?.stories ?? []
    const about = stories.filter(({ title }) => (scenario ?? title) === title)
    if (isPartial && about.length === 0) return false
    return about.every(({ status }) => status !== 'expected failure')
  }
  return expected.filter(isStale).map(({ check, scenario }) => {
    const title = findRule(check)?.title ?? 'unknown rule'
    const where = scenario === undefined ? '' : ` in '${scenario}'`
    return `expected to fail, but passed: ${check} (${title})${where}`
  })
}
