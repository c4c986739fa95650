import type { CheckStatus } from './report.ts'

type StatusFacts = {
  readonly symbol: string
  /** Completes "This rule …". */
  readonly meaning: string
}

/** The name and meaning of each status, worst first. */
export const statusFacts: Readonly<Record<CheckStatus, StatusFacts>> = {
  failed: { symbol: '✗', meaning: 'is a MUST, and the subject breaks it' },
  error: { symbol: '?', meaning: 'could not be judged' },
  warning: { symbol: '!', meaning: 'is a SHOULD, and the subject breaks it' },
  'expected failure': { symbol: '≈', meaning: 'is broken, and listed as an expected failure' },
  noted: { symbol: 'i', meaning: 'is for information, and the subject does not follow it' },
  observed: {
    symbol: '◐',
    meaning: 'has no strong evidence, and the real tenant behaves differently',
  },
  skipped: { symbol: '–', meaning: 'was not tested' },
  passed: { symbol: '✓', meaning: 'is kept' },
}

/** Worst first. */
export const statuses = Object.keys(statusFacts) as readonly CheckStatus[]
