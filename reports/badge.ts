import { makeBadge } from 'badge-maker'
import type { ConformanceReport } from './report.ts'

/** A badge in the endpoint schema of shields.io. */
export type Badge = {
  readonly schemaVersion: 1
  readonly label: string
  readonly message: string
  readonly color: string
}

/**
 * The result of a run in a few words. A broken rule outweighs one that could not be judged, and a rule that a tenant
 * was only observed to follow in another way is no kept one.
 */
export function badgeOf({ subjects }: ConformanceReport): Badge {
  const verdicts = subjects.map(({ verdict }) => verdict)
  if (verdicts.includes('does not conform')) {
    const broken = subjects.reduce((sum, { counts }) => sum + counts.failed, 0)
    return badge(broken === 0 ? 'does not conform' : rulesBroken(broken), 'red')
  }
  if (subjects.length === 0 || verdicts.includes('could not be judged')) {
    return badge('could not be judged', 'lightgrey')
  }
  if (verdicts.includes('fails as expected')) return badge('fails as expected', 'yellow')
  const observed = subjects.reduce((sum, { counts }) => sum + counts.observed, 0)
  return badge(observed === 0 ? 'conforms' : `conforms, ${observed} observed`, 'brightgreen')
}

export function badgeSvg(report: ConformanceReport): string {
  const { label, message, color } = badgeOf(report)
  return makeBadge({ label, message, color })
}

function rulesBroken(count: number): string {
  return count === 1 ? '1 rule broken' : `${count} rules broken`
}

function badge(message: string, color: string): Badge {
  return { schemaVersion: 1, label: 'agentid conformance', message, color }
}
