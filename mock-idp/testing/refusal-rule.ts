import { findRule, type RefusalRule } from '../rules/index.ts'

/** A refusal of the catalogue by its id. */
export function refusalRule(id: string): RefusalRule {
  const rule = findRule(id)
  if (rule?.kind !== 'refusal') throw new TypeError(`no refusal ${id}`)
  return rule
}
