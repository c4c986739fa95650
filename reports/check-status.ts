import type { CheckStatus } from './report.ts'

type StatusFacts = {
  readonly symbol: string
  /** Completes "This rule …". */
  readonly meaning: string
}

/** What a status is called and means, the gravest first. */
export const statusFacts: Readonly<Record<CheckStatus, StatusFacts>> = {
  failed: { symbol: '✗', meaning: 'is a MUST and is broken' },
  error: { symbol: '?', meaning: 'could not be judged' },
  warning: { symbol: '!', meaning: 'is a SHOULD and is not kept' },
  'expected failure': { symbol: '≈', meaning: 'is broken, and listed as known to be' },
  noted: { symbol: 'i', meaning: 'is for information, and not kept' },
  observed: { symbol: '◐', meaning: 'is kept otherwise by a real tenant, where nobody knew' },
  skipped: { symbol: '–', meaning: 'was not tested' },
  passed: { symbol: '✓', meaning: 'is kept' },
}

/** The gravest first. */
export const statuses = Object.keys(statusFacts) as readonly CheckStatus[]
