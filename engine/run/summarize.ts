import { type FailureGroup, groupFailures } from '../../reports/group-failures.ts'
import type { CheckReport, CheckStatus, SubjectReport } from '../../reports/report.ts'
import type { UnconfirmedDifference, Verdict } from './verdict.ts'

/** Summarizes a run for people: what matters first. The last line counts scenarios. */
export function summarize(verdict: Verdict): string {
  const { passed, failed, observed, notTestable, expectedFailures, problems, subject } = verdict
  const { notJudged } = subject
  const isProgram = subject.kind !== 'identity provider'
  const counts = [
    `${passed} passed`,
    `${failed} failed`,
    ...(observed > 0 ? [`${observed} observed`] : []),
    `${notTestable} not testable`,
    ...(expectedFailures > 0 ? [`${expectedFailures} failed as expected`] : []),
    ...(notJudged.length > 0 ? [`${notJudged.length} declared and not judged`] : []),
  ]
  const lines = [
    ...(isProgram ? [] : section('Failed:', groupFailures(subject.checks).flatMap(describeGroup))),
    ...section(verdict.exitCode === 2 ? 'Could not be judged:' : 'Problems:', problems),
    ...describeObservations(verdict.observations),
    ...section('Not judged, because the client got no token:', reasonsOf(verdict, true)),
    ...section('Not testable:', reasonsOf(verdict, false)),
    ...section('Declared, but not judged:', notJudged),
    ...section('Skipped, not testable on a live tenant:', withoutPower(verdict)),
    ...(isProgram ? describeSubject(subject) : []),
    counts.join(', '),
  ]
  return `${lines.join('\n')}\n`
}

/** A fault with its rules, where it showed, and the first scenario. */
function describeGroup({ rules, message, expected, actual, tokens, stories }: FailureGroup) {
  const [first] = stories
  const more = stories.length > 1 ? ` and in ${count(stories.length - 1, 'more scenario')}` : ''
  return [
    `${rules.join(', ')}  ${message}`,
    ...(tokens.length > 0 ? [`    in ${tokens.join(', ')}`] : []),
    ...(expected === '' ? [] : [`    expected ${expected}`, `    got      ${actual}`]),
    ...(first ? [`    ${first.file}:${first.line} '${first.title}'${more}`] : []),
  ]
}

/** Lists what a tenant does otherwise. Answers in another way are folded: a correct tenant may give them too. */
function describeObservations(all: readonly UnconfirmedDifference[]): readonly string[] {
  const folded = all.filter(({ isAboutAnswer }) => isAboutAnswer)
  const about = new Set(folded.map(({ scenario }) => scenario)).size
  const fold =
    folded.length === 0
      ? []
      : [
          `${count(about, 'refusal')} came with another status, error or number than on the mock; no source shows Entra's. --report DIR lists them.`,
        ]
  const listed = all.filter(({ isAboutAnswer }) => !isAboutAnswer)
  const told = listed.map(
    ({ scenario, rules, text }) => `${rules.join(', ')}  ${scenario}: ${text}`,
  )
  return section(
    'Observations, neither passed nor failed, because no strong evidence shows what Entra does:',
    [...told, ...fold],
  )
}

function withoutPower({ withoutPower: scenarios }: Verdict): readonly string[] {
  if (scenarios === 0) return []
  const what = 'control over the clock, keys, faults or objects of the tenant'
  return [`${count(scenarios, 'scenario')}, which ${scenarios === 1 ? 'needs' : 'need'} ${what}`]
}

function section(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [title, ...items.map((item) => `  ${item}`), '']
}

/** With the root of scenarios that ended without a token, or without those. */
function reasonsOf({ scenarios }: Verdict, isWithoutToken: boolean): readonly string[] {
  const counts = new Map<string, number>()
  for (const { status, reason } of scenarios) {
    if (status !== 'not testable' || reason.startsWith('no token') !== isWithoutToken) continue
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return [...counts].map(([reason, count]) => `${count} because ${reason}`)
}

/** The sections of a client's summary, worst first: the heading, and whether to list scenarios. */
const shown: readonly (readonly [CheckStatus, string])[] = [
  ['failed', 'Broken (MUST):'],
  ['warning', 'Warnings (SHOULD):'],
  ['noted', 'Noted (INFO):'],
  ['expected failure', 'Broken as expected:'],
]

function describeSubject(subject: SubjectReport): readonly string[] {
  const { name, version, verdict, counts, checks } = subject
  const sections = shown.flatMap(([status, title]) =>
    section(title, checks.filter((check) => check.status === status).flatMap(describeCheck)),
  )
  const parts = [
    `${count(counts.passed, 'rule')} kept`,
    `${counts.failed} broken`,
    count(counts.warning, 'warning'),
    ...(counts.noted > 0 ? [`${counts.noted} noted`] : []),
    ...(counts['expected failure'] > 0 ? [`${counts['expected failure']} broken as expected`] : []),
    ...(counts.skipped > 0 ? [`${counts.skipped} skipped`] : []),
  ]
  return [...sections, `${[name, version].join(' ').trim()} ${verdict}: ${parts.join(', ')}`, '']
}

/** One root may show in many scenarios: it is told once, in the first of them. */
function describeCheck({ id, title, status, stories }: CheckReport): readonly string[] {
  const told = stories.filter((story) => story.status === status)
  const reasons = [...new Set(told.map(({ reason = '' }) => reason))]
  const first = reasons.slice(0, 3).flatMap((reason) => {
    const [one, ...others] = told.filter((story) => (story.reason ?? '') === reason)
    const more = others.length > 0 ? ` (and in ${count(others.length, 'more scenario')})` : ''
    return [`    ${one?.title}${more}`, `      ${reason}`]
  })
  const listed = told.filter(({ reason = '' }) => reasons.slice(0, 3).includes(reason)).length
  const rest =
    told.length > listed ? [`    and ${count(told.length - listed, 'more scenario')}`] : []
  return [`${id}  ${title}`, ...first, ...rest]
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
