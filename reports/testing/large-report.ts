import { countStatuses } from '../count-statuses.ts'
import type { CheckReport, CheckStatus, ConformanceReport } from '../report.ts'
import { check, checkIds, story } from './sample-checks.ts'
import { sampleReport } from './sample-report.ts'
import { redemption, t1Request } from './sample-requests.ts'

const requests = [t1Request({ sequence: 1 }), redemption({ sequence: 2, seconds: 0.03 })]
const kinds: readonly CheckStatus[] = ['failed', 'warning', 'passed', 'skipped', 'passed', 'passed']

/** As many rules and clients as one run may have; every fourth rule of a client tells a story. */
export function largeReport(rules = 200, clients = 10): ConformanceReport {
  const subjects = Array.from({ length: clients }, (_, client) => {
    const checks = Array.from({ length: rules }, (__, rule) => largeCheck(rule, client))
    return {
      kind: 'client' as const,
      name: `client-number-${client + 1}`,
      version: `${client}.0.1`,
      language: 'node',
      verdict: 'does not conform' as const,
      counts: countStatuses(checks),
      checks,
      problems: [],
      notJudged: [],
    }
  })
  return { ...sampleReport, subjects }
}

function largeCheck(rule: number, client: number): CheckReport {
  const status = kinds[(rule * 7 + client * 5) % kinds.length] ?? 'passed'
  const stories =
    (rule + client) % 4 === 0 ? [story({ title: `Story ${rule}`, status, requests })] : []
  const [prefix = ''] = (checkIds[rule % checkIds.length] ?? '').split('-')
  const known = checkIds[rule % checkIds.length] ?? ''
  return { ...check(known, status, stories), id: `${prefix}-${rule + 1}` }
}
