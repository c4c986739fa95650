import type { Observation } from './observation.ts'
import { observations } from './observations.ts'
import type { Evidence, Rule } from './rule.ts'

/** Microsoft Entra changes: what was seen longer ago than this counts no more. */
export const observedForDays = 90

/** How a rule is known on a day. */
export type CurrentEvidence = Evidence & {
  /** The day of an observation that is too old to count. */
  readonly staleSince?: string
}

/** How each rule is known, at some time. */
export type EvidenceOf = (rule: KnownRule) => CurrentEvidence

/** A rule about Microsoft Entra or its clients. */
export type KnownRule = Pick<Exclude<Rule, { readonly kind: 'tool' }>, 'id' | 'evidence'>

const aDayMs = 86_400_000

/**
 * The evidence of a rule on a day: that it was observed, for 90 days; its own evidence before and after.
 * @param day such as `2026-11-23`
 */
export function evidenceOn(
  { id, evidence }: KnownRule,
  day: string,
  all: readonly Observation[] = observations,
): CurrentEvidence {
  const latest = latestOf(id, all)
  if (!latest) return evidence
  const ageDays = (Date.parse(day) - Date.parse(latest.day)) / aDayMs
  if (ageDays < 0) return evidence
  if (ageDays > observedForDays) return { ...evidence, staleSince: latest.day }
  const { kind, source } = evidence
  return {
    kind: 'observed',
    source: `${describeObservation(latest)}; before: ${kind}: ${source}`,
  }
}

/** Every rule as it is known on the day of a time in milliseconds since 1970. */
export function evidenceAt(nowMs: number): EvidenceOf {
  const day = new Date(nowMs).toISOString().slice(0, 10)
  return (rule) => evidenceOn(rule, day)
}

/** As the catalogue says, whatever was observed. */
export const cataloguedEvidence: EvidenceOf = ({ evidence }) => evidence

/** The last observation of a rule, however old. */
export function latestOf(
  rule: string,
  all: readonly Observation[] = observations,
): Observation | undefined {
  const about = all.filter((one) => one.rule === rule)
  return about.sort((a, b) => b.day.localeCompare(a.day))[0]
}

/** `a live tenant on 2026-11-23 (2 scenarios, 5 exchanges)` */
export function describeObservation({ day, scenarios, exchanges }: Observation): string {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
  return `a live tenant on ${day} (${count(scenarios, 'scenario')}, ${count(exchanges, 'exchange')})`
}
