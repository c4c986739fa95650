import { findRule, type Rule } from '../../mock-idp/index.ts'
import type { TargetKind } from '../targets/target.ts'

/** What leniency depends on: the rules a scenario is about. */
export type ScenarioText = {
  readonly tags: readonly { readonly name: string }[]
  readonly steps: readonly { readonly text: string }[]
}

export const refusalStep = /^the request is refused under rule "([^"]+)"$/

/**
 * Whether a difference on this target is an observation instead of a failure: a real tenant, and a
 * scenario that demands a refusal or keeps a promise which nobody has seen Microsoft Entra make.
 */
export function isLenient({ tags, steps }: ScenarioText, target: TargetKind): boolean {
  if (target !== 'live') return false
  const refusing = steps.flatMap(({ text }) => refusalStep.exec(text)?.[1] ?? [])
  if (refusing.length > 0) return refusing.every((id) => isOpen(findRule(id)))
  const about = tags.flatMap(({ name }) => /^@rule:(.+)$/.exec(name)?.[1] ?? [])
  return about.some((id) => findRule(id)?.kind === 'promise' && isOpen(findRule(id)))
}

function isOpen(rule: Rule | undefined): boolean {
  if (rule === undefined || rule.kind === 'tool') return false
  if (rule.evidence.kind === 'inferred') return true
  return rule.kind === 'refusal' && (rule.assumed?.includes('refusal') ?? false)
}
