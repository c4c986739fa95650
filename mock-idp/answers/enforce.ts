import type { RefusalRule } from '../rules/index.ts'
import { Refusal } from './refusal.ts'

/** What a request has met so far: every rule looked at, and which rules are off for this tenant. */
export type Examination = {
  readonly lookedAt: string[]
  readonly isRelaxed: (ruleId: string) => boolean
}

/** @param relaxedRules those of the tenant of the request, if it has one */
export function openExamination(
  waivedRules: ReadonlySet<string>,
  relaxedRules?: ReadonlySet<string>,
): Examination {
  return {
    lookedAt: [],
    isRelaxed: (id) => waivedRules.has(id) || (relaxedRules?.has(id) ?? false),
  }
}

/**
 * Holds the facts against the rules, in the order given.
 * @throws {Refusal} for the first rule that is broken and not relaxed
 */
export function enforce<Facts>(
  rules: readonly RefusalRule<Facts>[],
  facts: Facts,
  examination: Examination,
): void {
  for (const rule of rules) {
    examination.lookedAt.push(rule.id)
    if (!rule.broken(facts)) continue
    if (examination.isRelaxed(rule.id)) continue
    throw new Refusal(rule, rule.message(facts), rule.claimsChallenge?.(facts))
  }
}
