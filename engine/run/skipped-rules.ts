import type { ScenarioResult } from './scenario-result.ts'

/** A rule that is not judged, and why. */
export type SkippedRule = { readonly check: string; readonly reason: string }

/** Scenarios about nothing but rules that are not judged count like those that nobody could test. */
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
