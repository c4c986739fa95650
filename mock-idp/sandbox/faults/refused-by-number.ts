import { Refusal } from '../../answers/refusal.ts'
import { isRefusalRule, rules } from '../../rules/index.ts'

/**
 * The refusal that has this AADSTS number: error and status of the first rule in the catalogue which is
 * refused by it. The prose is not the rule's, because it tells facts of a request that broke the rule.
 *
 * @returns undefined for a number that no rule has
 */
export function refusedByNumber(aadsts: number): Refusal | undefined {
  const rule = rules.filter(isRefusalRule).find((one) => one.aadsts === aadsts)
  return rule && new Refusal(rule, 'The test asked for this refusal, whatever the request was.')
}
