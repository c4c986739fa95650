import type { TargetKind } from '../../engine/targets/target.ts'
import { type EvidenceOf, evidenceAt, findRule, isStrong, type Rule } from '../../mock-idp/index.ts'

/** What leniency depends on: the rules a scenario is about. */
export type ScenarioText = {
  readonly tags: readonly { readonly name: string }[]
  readonly steps: readonly { readonly text: string }[]
}

const refusalStep = /^the request is refused under rule "([^"]+)"$/

/**
 * Whether a difference on this target is an observation instead of a failure: a real tenant, and a scenario that
 * demands a refusal or keeps a promise for which no source shows that Microsoft Entra does so. How a request is
 * refused is another question: see `judgeRefusal`.
 */
export function isLenient(
  { tags, steps }: ScenarioText,
  target: TargetKind,
  evidenceOf: EvidenceOf = evidenceAt(Date.now()),
): boolean {
  if (target !== 'live') return false
  const refusing = steps.flatMap(({ text }) => refusalStep.exec(text)?.[1] ?? [])
  if (refusing.length > 0) return refusing.every((id) => isOpen(findRule(id), evidenceOf))
  const about = tags.flatMap(({ name }) => /^@rule:(.+)$/.exec(name)?.[1] ?? [])
  return about.some((id) => findRule(id)?.kind === 'promise' && isOpen(findRule(id), evidenceOf))
}

function isOpen(rule: Rule | undefined, evidenceOf: EvidenceOf): boolean {
  if (rule === undefined || rule.kind === 'tool') return false
  return !isStrong(evidenceOf(rule))
}
