import { findRule, type JournalEntry } from '../../mock-idp/node.ts'
import { groupBy } from './group-by.ts'
import type { ObservedRefusal } from './observation.ts'

/** Every rule under which requests were refused, once, in the order of the first. */
export function refusalsIn(requests: readonly JournalEntry[]): readonly ObservedRefusal[] {
  const refused = requests.flatMap(({ sequence, outcome }) =>
    'refused' in outcome ? [{ sequence, ...outcome }] : [],
  )
  return [...groupBy(refused, ({ refused: rule }) => rule)].map(([rule, alike]) => ({
    rule,
    title: findRule(rule)?.title ?? '',
    ...evidenceOf(rule),
    aadsts: alike[0]?.aadsts,
    requests: alike.map(({ sequence }) => sequence),
  }))
}

function evidenceOf(id: string): Pick<ObservedRefusal, 'evidence' | 'answerEvidence'> {
  const rule = findRule(id)
  if (rule?.kind !== 'refusal') return {}
  const { evidence, answerEvidence } = rule
  return { evidence, answerEvidence }
}
