import type { Judgement, ShownByClient } from '../scenario/current-run.ts'
import { type Judging, outcomeOf } from './verdict.ts'

/** How one scenario about a client counts: as it does in the verdict of a whole run. */
export function judgeScenario(
  { name, rules, difference, findings = [] }: ShownByClient,
  judging: Judging,
): Judgement {
  const shown = {
    name,
    rules,
    difference,
    feature: '',
    file: '',
    line: 0,
    status: difference ? ('failed' as const) : ('passed' as const),
    reason: difference?.message ?? '',
    step: undefined,
    steps: [],
    trail: { findings, requests: [], names: {} },
    observations: [],
    seconds: 0,
  }
  const { kind, checks } = outcomeOf(shown, judging)
  const reason = checks
    .filter(({ status }) => status !== 'passed')
    .map((check) => `${check.id} (${check.status}): ${check.reason}`)
    .join('\n')
  if (kind === 'not testable') return { outcome: 'skipped', reason }
  return { outcome: kind === 'failed' ? 'failed' : 'passed', reason }
}
