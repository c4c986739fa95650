import { observedForDays } from './evidence-kinds.ts'
import type { Observation } from './observation.ts'
import { observations } from './observations.ts'
import type { Evidence, Rule } from './rule.ts'

/** How a rule is known on a day. */
export type CurrentEvidence = Evidence & {
  /** The day of an observation that is too old to count. */
  readonly staleSince?: string
}

/** What evidence is about: that a request is refused (or whatever else a rule says), or how the answer says so. */
export type EvidenceAspect = 'that' | 'how'

/** How each rule is known, at some time. Default: that it holds. */
export type EvidenceOf = (rule: KnownRule, aspect?: EvidenceAspect) => CurrentEvidence

/** A rule about Microsoft Entra or its clients. */
export type KnownRule = Pick<Exclude<Rule, { readonly kind: 'tool' }>, 'id' | 'evidence'> & {
  readonly answerEvidence?: Evidence
}

const aDayMs = 86_400_000

/**
 * The evidence of a rule on a day: that it was observed, for 90 days; its own evidence before and after.
 * @param day such as `2026-11-23`
 */
export function evidenceOn(
  rule: KnownRule,
  day: string,
  all: readonly Observation[] = observations,
  aspect: EvidenceAspect = 'that',
): CurrentEvidence {
  const evidence = cataloguedEvidence(rule, aspect)
  const latest = latestOf(rule.id, all, aspect)
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
  return (rule, aspect) => evidenceOn(rule, day, observations, aspect)
}

/** As the catalogue says, whatever was observed. */
export const cataloguedEvidence: EvidenceOf = ({ evidence, answerEvidence = evidence }, aspect) =>
  aspect === 'how' ? answerEvidence : evidence

/** `captured`, or `standard, answer inferred` where it is known in another way how a request is refused. */
export function evidenceKindsOf(rule: KnownRule, evidenceOf: EvidenceOf): string {
  const [{ kind: that }, { kind: how }] = [evidenceOf(rule), evidenceOf(rule, 'how')]
  return that === how ? that : `${that}, answer ${how}`
}

/** The last observation of a rule, however old. One of the refusal alone does not show how it is refused. */
export function latestOf(
  rule: string,
  all: readonly Observation[] = observations,
  aspect: EvidenceAspect = 'that',
): Observation | undefined {
  const about = all.filter(
    (one) => one.rule === rule && (aspect === 'that' || one.answer !== 'differs'),
  )
  return about.sort((a, b) => b.day.localeCompare(a.day))[0]
}

/** `a live tenant on 2026-11-23 (2 scenarios, 5 exchanges)` */
export function describeObservation({ day, scenarios, exchanges }: Observation): string {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
  return `a live tenant on ${day} (${count(scenarios, 'scenario')}, ${count(exchanges, 'exchange')})`
}
