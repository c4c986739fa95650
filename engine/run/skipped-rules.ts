import type { ScenarioResult } from './scenario-result.ts'

/** A skipped rule, and why. */
export type SkippedRule = { readonly check: string; readonly reason: string }

/** Counts scenarios that test only skipped rules as not testable. */
export function withoutSkipped(
  results: readonly ScenarioResult[],
  skip: readonly SkippedRule[] = [],
): readonly ScenarioResult[] {
  return results.map((result) => {
    const skipped = skip.filter(({ check }) => result.rules.includes(check))
    if (skipped.length === 0 || skipped.length < new Set(result.rules).size) return result
    const reason = skipped.map(({ check, reason }) => `${check} is skipped: ${reason}`).join('; ')
    return { ...result, status: 'not testable', reason, step: undefined, observations: [] }
  })
}
